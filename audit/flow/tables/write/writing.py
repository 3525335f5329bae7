"""Calls that put SQL together: tags, joined lists, raw texts and names, rows, operators of conditions."""

from __future__ import annotations

from typing import Self

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.contexts import Path
from audit.flow.outside.places import last_name
from audit.flow.tables.holes import LEAST, Hole, Values
from audit.flow.tables.lists import changes
from audit.flow.tables.read.nested import calls_of, joins, selected
from audit.flow.tables.schema.texts import is_textual, texts_of
from audit.flow.tables.trace import Frames
from audit.flow.tables.wording import compared, quoted, rows_text
from audit.flow.tables.write.comparing import Comparing, is_compared
from audit.rulebook import QueryRow


class Writing(Comparing):
    """One text in the making."""

    def made(self, spot: Spot, hole: Spot, path: Path, frames: Frames, depth: int) -> None:
        """A call that gives SQL, as its rows say; a text where one is asked for; else a hole."""
        site = self.trace.site(spot)
        if site is None or spot in self.inside:
            self._plain_text(spot, hole, path, frames, depth)
            return
        self.inside = self.inside | {spot}
        if site.tag:
            self.template(spot, path, frames, depth)
            return
        if self._query(spot, path, frames, depth):
            return
        for row in self.trace.rows(spot):
            if self._row(row, spot, path, frames, depth):
                return
        receiver, means = self.trace.receiver(spot), self.trace.means(spot)
        if receiver is not None and means in ("same", "named", "append"):
            argument = self.trace.argument(spot, 0)
            self.value(receiver, path, frames, depth + 1)
            if means == "named":
                self.write(f" AS {quoted(self.tables.text(argument or spot))}")
            elif means == "append" and argument is not None:
                self.value(argument, path, frames, depth + 1)
            return
        if receiver is not None and depth == 0 and is_textual(site.method):
            self._raw(spot, (), frames)
            return
        self.hole(hole, path)

    def _query(self, spot: Spot, path: Path, frames: Frames, depth: int) -> bool:
        """A query in a query (`inArray(a, db.select(…).from(…))`)."""
        calls = calls_of(self.trace, spot)
        if not calls:
            return False
        self.write("(SELECT ")
        for position, (key, value) in enumerate(selected(self.trace, calls)):
            self.write(", " if position else "")
            self.value(value, path, frames, depth + 1)
            self.write(f" AS {quoted(key)}")
        for one in calls:
            given = self.trace.argument(one.spot, 0)
            condition = self.trace.argument(one.spot, 1) if one.row.step == "join" else given
            if given is None or (one.row.step == "where" and one.row.means != "where"):
                continue
            if joins(one):
                self.write(joins(one))
                self.value(given, path, frames, depth + 1)
            if one.row.step in ("join", "where") and condition is not None:
                self.write(" ON " if one.row.step == "join" else " WHERE ")
                self.value(condition, path, frames, depth + 1)
        self.write(")")
        return True

    def template(self, spot: Spot, path: Path, frames: Frames, depth: int) -> None:
        """A tagged template: its text, and what stands in its holes."""
        site = self.trace.site(spot)
        if site is None or not isinstance(site.expression, lowered.Template):
            return
        self.write(site.expression.parts[0])
        for position, (node, text) in enumerate(zip(site.arguments, site.expression.parts[1:], strict=False)):
            self._in_template(Spot(spot.file, spot.unit, node), (*path, f"${position}"), frames, depth)
            self.write(text)

    def _in_template(self, spot: Spot, path: Path, frames: Frames, depth: int) -> None:
        before = next((piece for piece in reversed(self.pieces) if isinstance(piece, str)), "")
        for one, _ in self.trace.through(spot, frames):
            if any(row.step == "fragment" and row.rows and not row.tag for row in self.trace.rows(one)):
                self._rows(one, path, before)
                return
        self.value(spot, path, frames, depth + 1)

    def _rows(self, spot: Spot, path: Path, before: str) -> None:
        """`${sql(rows, "a", "b")}` of postgres.js."""
        site, given = self.trace.site(spot), self.trace.argument(spot, 0)
        if site is None or given is None:
            return
        if any(isinstance(self.trace.source(one), lowered.Literal) for one in self.trace.made(given)):
            self.write(quoted(self.tables.text(given)))
            return
        listed = self._listed_names(given)
        if listed and len(site.arguments) == 1:
            self.write(", ".join(map(quoted, listed)))
            return
        names = [self.tables.text(Spot(spot.file, spot.unit, node)) for node in site.arguments[1:]]
        if not names:
            names = [key for one in self.trace.made(given) for key, _ in self._keys(one)]
        holes: list[int] = []
        for name in names or ["*"]:
            holes.append(len(self.holes))
            self.holes.append(Hole(given, (*path, name) if name != "*" else path))
        self.pieces.extend(rows_text(before, names or ["*"], holes))

    def _listed_names(self, given: Spot) -> list[str]:
        """The names of columns in a list of texts: `${sql(["id", "title"])}`."""
        lists = [one for one in self.trace.made(given) if isinstance(self.trace.source(one), lowered.Array)]
        names = [value for one in lists for _, value in self.trace.properties(one)]
        made = [self.trace.source(one) for value in names for one in self.trace.made(value)]
        texts = all(isinstance(one, lowered.Literal) and isinstance(one.value, str) for one in made)
        return [self.tables.text(value) for value in names] if texts else []

    def _keys(self, spot: Spot) -> tuple[tuple[str, Spot], ...]:
        source = self.trace.source(spot)
        if isinstance(source, lowered.Array):
            return tuple(
                pair
                for _, item in self.trace.properties(spot)
                for one in self.trace.made(item)
                for pair in self._keys(one)
            )
        return self.trace.properties(spot) if isinstance(source, lowered.Object) else ()

    def _row(self, row: QueryRow, spot: Spot, path: Path, frames: Frames, depth: int) -> bool:
        argument = self.trace.argument(spot, 0)
        if is_compared(row):
            self._several(spot, path, frames, depth)
        elif row.step == "operator":
            self._operator(row, spot, path, frames, depth)
        elif argument is None:
            return False
        elif row.step == "raw":
            self._raw(argument, path, frames)
        elif row.step == "identifier":
            self.write(quoted(self.tables.text(argument, frames)))
        elif row.step == "fragment" and row.sql:
            self._joined(spot, argument, path, frames, depth)
        else:
            return False
        return True

    def _raw(self, spot: Spot, path: Path, frames: Frames) -> None:
        """`sql.raw(text)`: its constant parts; what is open is a hole of the whole text."""
        texts = texts_of(self.trace, spot, frames)
        self.ways = max(self.ways, len(texts))
        self.open, self.choices = self.open or len(texts) > 1, self.choices + (len(texts) > 1)
        if len(texts) > 1 and self.way == LEAST:
            return
        for position, text in enumerate(texts[max(self.way, 0) % len(texts)].split("?")):
            if position:
                self.hole(spot, path)
            self.write(text)

    def _plain_text(self, spot: Spot, hole: Spot, path: Path, frames: Frames, depth: int) -> None:
        """A text that is the whole statement; `undefined` and `null` leave nothing."""
        source = self.trace.source(spot)
        if isinstance(source, lowered.Literal) and source.value is None:
            return
        if isinstance(source, lowered.Literal) and isinstance(source.value, str) and depth == 0:
            self.write(source.value)
        elif isinstance(source, (lowered.Template, lowered.Binary)) and depth == 0:
            self._raw(spot, (), frames)
        else:
            self.hole(hole, path)

    def _joined(self, spot: Spot, items: Spot, path: Path, frames: Frames, depth: int) -> None:
        """`sql.join(list, separator)`: the items of a literal, or one item that `map` makes for all."""
        separator = self.trace.argument(spot, 1)
        between = (
            "".join(piece for piece in self._of(separator, frames).pieces if isinstance(piece, str))
            if separator
            else " "
        )
        first = True
        for one, inner, steps in self._elements(items, spot, frames):
            self.write("" if first else between)
            if one is not None:
                self.value(one, (*path, steps), inner, depth + 1)
            else:
                self.hole(items, path)
            first = False
        if first:
            self.hole(items, path)

    def _of(self, spot: Spot, frames: Frames) -> Self:
        writing = self.fresh()
        writing.value(spot, (), frames, 1)
        return writing

    def _operator(self, row: QueryRow, spot: Spot, path: Path, frames: Frames, depth: int) -> None:
        """`eq(a, b)`, `and(…)` and their like, as SQL."""
        sides: list[Values] = []
        for operand, inner in self._operands(spot, frames):
            side = self.fresh()
            if operand is not None:
                side.value(operand, path, inner, depth + 1)
            if operand is None or (side.open and not side.pieces and self.way == LEAST):
                side.hole(spot, path)
            sides.append(side)
        kept = [side for side in sides if side.pieces] if row.means in ("and", "or") else sides
        for piece in compared(row.means or "", self._named_at(spot), len(kept)):
            if isinstance(piece, str):
                self.write(piece)
            else:
                self.take(kept[piece])

    def _named_at(self, spot: Spot) -> str:
        """The name of the function that is called, in the package that has it."""
        return next((name for name in map(last_name, self.trace.callees(spot)) if name), "")

    def _operands(self, spot: Spot, frames: Frames) -> list[tuple[Spot | None, Frames]]:
        """The arguments; those of a spread list as far as it is written out. None for what is not known."""
        site = self.trace.site(spot)
        found: list[tuple[Spot | None, Frames]] = []
        alone = self.trace.made(self.trace.argument(spot, 0) or spot) if site and len(site.arguments) == 1 else ()
        if len(alone) == 1 and isinstance(self.trace.source(alone[0]), lowered.Array):
            return [(item, inner) for item, inner, _ in self._elements(alone[0], spot, frames)]
        for node, spread in zip(site.arguments, site.spread, strict=True) if site is not None else ():
            held = Spot(spot.file, spot.unit, node)
            found.extend(self._spread(held, spot, frames) if spread else [(held, frames)])
        return found

    def _spread(self, spot: Spot, use: Spot, frames: Frames) -> list[tuple[Spot | None, Frames]]:
        """The elements of a list that is spread; of several lists (`...(short ? [eq(a, b)] : [])`) those of one."""
        lists = self.trace.through(spot, frames)
        if len(lists) > 1 and all(isinstance(self.trace.source(one), lowered.Array) for one, _ in lists):
            self.ways, self.open, self.choices = max(self.ways, len(lists)), True, self.choices + 1
            spot, frames = lists[max(self.way, 0) % len(lists)]
            if self.way == LEAST:
                return [(None, frames)]
        return [(item, inner) for item, inner, _ in self._elements(spot, use, frames)]

    def _elements(self, spot: Spot, use: Spot, frames: Frames) -> list[tuple[Spot | None, Frames, str]]:
        """The elements of a list at a node as it is used elsewhere: what is only there perhaps is so in one of two ways
        of the text.
        """
        made = dict.fromkeys(self.trace.made(spot), frames) | dict(self.trace.through(spot, frames))
        written = [one for one in made if isinstance(self.trace.source(one), lowered.Array)]
        done = [changes(self.trace, one, use, made[one]) for one in written]
        found: list[tuple[Spot | None, Frames, str]] = list(self.trace.elements(spot, frames))
        found.extend((item, frames, "[*]") for one in done for item in one.surely)
        unsure = any(one.perhaps or one.cut for one in done)
        if unsure:
            self.ways, self.open, self.choices = max(self.ways, 2), True, self.choices + 1
        if unsure and (self.way == LEAST or self.way % 2):
            open_ = [(None, frames, "[*]")] if self.way == LEAST else []
            return [*(found if not any(one.cut for one in done) else []), *open_]
        return [*found, *((item, frames, "[*]") for one in done for item in one.perhaps)]


__all__ = ["Hole", "Writing"]
