"""What the result of a query holds: which columns, and where."""

from __future__ import annotations

from msgspec.structs import replace

from audit.extract.sql import Column, Facts
from audit.flow.code import Spot
from audit.flow.contexts import Path
from audit.flow.tables.chains import Chain, Step
from audit.flow.tables.fragments import LEAST
from audit.flow.tables.model import ColumnRead
from audit.flow.tables.read.finds import Finds
from audit.flow.tables.read.perhaps import Perhaps
from audit.flow.tables.read.projections import Found, Projections
from audit.rulebook import ROW, places_of

At = tuple[str, int]


class Reads:
    """Reads of one call: of a chain as far as that call, of a statement that it sends."""

    def __init__(self, projections: Projections) -> None:
        self.projections = projections
        self.chains, self.trace = projections.chains, projections.trace
        self.tables = projections.tables
        self.perhaps = Perhaps(self.trace)
        self._finds = Finds(self.chains, projections, self.perhaps)
        self._by_position = self.trace.origins.vocabulary.language == "python"

    def of(self, spot: Spot) -> tuple[ColumnRead, ...]:
        """The columns in the result of the call whose result a node is."""
        chain = self.chains.of(spot)
        if chain is None:
            return ()
        last = chain.named("returning")
        if last:
            return self._returning(chain, last[-1])
        if chain.kind == "select":
            begun = chain.named("select", "from")[0]
            return self._perhaps(chain, self._reads(self.projections.chain(spot), self._at(begun.spot)))
        if chain.kind == "sql":
            one = not self._rows(chain.steps[-1])
            return tuple(dict.fromkeys(read for step in chain.named("sql") for read in self._sent(step, one=one)))
        step = next((one for one in chain.steps if one.row.step == chain.kind), None)
        gives = step is not None and (chain.kind == "find" or bool(step.row.columns))
        return self._find(step) if step is not None and gives else ()

    def _perhaps(self, chain: Chain, reads: tuple[ColumnRead, ...]) -> tuple[ColumnRead, ...]:
        """The same, not `sure` where a column is selected on some ways only, or one of several tables is told."""
        if any(map(self.chains.is_told, chain.named("from", "join"))):
            return tuple(replace(one, sure=False) for one in reads)
        given = (self.projections.projection(step) for step in chain.named("select"))
        argument = next((one for one in given if one is not None), None)
        lacking = self.perhaps.of(argument) if argument is not None else frozenset()
        if not lacking:
            return reads
        return tuple(
            replace(one, sure=False) if any(one.path[1 : 1 + len(path)] == path for path in lacking) else one
            for one in reads
        )

    def _at(self, spot: Spot) -> At:
        return spot.file, self.trace.called_at(spot)

    def _reads(
        self, found: tuple[Found, ...], at: At, prefix: Path = (), *, fresh: bool = False
    ) -> tuple[ColumnRead, ...]:
        reads = [
            ColumnRead(part.column, (*prefix, *path), part.decides, fresh, file=at[0], at=at[1], then=part.then)
            for path, part in found
            if part.column is not None
        ]
        return tuple(dict.fromkeys(reads))

    def _returning(self, chain: Chain, step: Step) -> tuple[ColumnRead, ...]:
        changed = next(iter(chain.named("insert", "update", "delete")), None)
        fresh = changed is not None and changed.row.step == "insert" and not chain.named("upsert")
        return self._reads(self.projections.returned(chain), self._at(step.spot), fresh=fresh)

    # one call that finds

    def _find(self, step: Step) -> tuple[ColumnRead, ...]:
        table = self.chains.table(step)
        if table is None or step.row.counts:
            return ()
        prefix = self._rows(step)
        found: dict[ColumnRead, None] = {}
        for one, sure in self._finds.of(step, table, prefix):
            found.update(dict.fromkeys(replace(read, sure=sure) for read in self._reads((one,), self._at(step.spot))))
        return tuple(found)

    # statements

    def _sent(self, step: Step, *, one: bool = False) -> tuple[ColumnRead, ...]:
        """The columns in the result of a statement; `one`: it is a row, and not a list of rows."""
        statement = self.statement(step)
        if statement is None:
            return ()
        spot, kind = statement
        prefix = self.prefix(step)[: -1 if one else None]
        text = self.projections.text(spot, kind)
        ways: list[tuple[ColumnRead, ...]] = []
        for way in range(text.ways):
            facts = self.projections.facts(spot, kind, way)
            fresh = facts.kind == "insert" and not any(one.how == "conflict" for one in facts.writes)
            reads = self._reads(self._outputs(facts), self._at(step.spot), prefix, fresh=fresh)
            given = _given(facts) if facts.kind == "update" else frozenset()
            ways.append(tuple(replace(one, fresh=fresh or one.column in given) for one in reads))
        found = tuple(dict.fromkeys(one for reads in ways for one in reads))
        if not text.open:
            return found
        least = self._outputs(self.projections.facts(spot, kind, LEAST))
        kept = {(prefix + path, part.column) for path, part in least}
        if text.ways == text.every and not text.apart:
            several = [{(one.path, one.column) for one in reads} for reads in ways]
            kept.update(
                one for one in ((read.path, read.column) for read in found) if all(one in each for each in several)
            )
        return tuple(read if (read.path, read.column) in kept else replace(read, sure=False) for read in found)

    def _outputs(self, facts: Facts) -> tuple[Found, ...]:
        """What a statement selects, in Python by position too: rows are tuples there, or records that can be both."""
        named = self.projections.read(facts)
        return (*named, *self.projections.listed(facts)) if self._by_position else named

    def statement(self, step: Step) -> tuple[Spot, str] | None:
        """The node of a sent statement and how it is read; None where no SQL stands there."""
        site = self.trace.site(step.spot)
        if site is not None and site.tag:
            return self._if_statement(step.spot, "tag")
        for place in places_of(step.row.sql) if step.row.sql else ():
            held = self.chains.place(step.spot, place)
            if held is None:
                continue
            for one in self.trace.member(held, place.path[0]) if place.path else (held,):
                found = self._if_statement(one, "")
                if found is not None:
                    return found
        return None

    def _if_statement(self, spot: Spot, kind: str) -> tuple[Spot, str] | None:
        text = self.projections.text(spot, kind)
        if not any(isinstance(piece, str) and piece.strip() for piece in text.pieces):
            return None
        facts = self.projections.facts(spot, kind)
        return (spot, kind) if facts.kind in ("select", "insert", "update", "delete") else None

    def prefix(self, step: Step) -> Path:
        """Where a row is in what a call gives that sends a statement."""
        sends, taken = self.chains.wrappers.takes(step)
        if taken is None:
            return ("[*]",)
        steps = self._rows(sends)
        while taken and steps and (taken[0] == steps[0] or (taken[0] == "[0]" and steps[0] == "[*]")):
            taken, steps = taken[1:], steps[1:]
        return steps

    def _rows(self, step: Step) -> Path:
        """Where a row is in what a call gives, as its row says."""
        program, row = self.trace.code.program, step.row
        beside = not row.beside or any(program.holding(module, program.files) for module in row.beside)
        return places_of(row.row if beside else ROW)[0].path


def _given(facts: Facts) -> frozenset[Column]:
    """The columns that a statement sets to values of the program alone: what they held before is gone."""
    kept = {one.column for one in facts.writes if any(part.column is not None for part in one.value.parts)}
    return frozenset(one.column for one in facts.writes if one.column not in kept)


__all__ = ["Column", "Reads"]
