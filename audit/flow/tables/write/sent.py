"""Which values a statement that is sent as SQL puts into which columns."""

from __future__ import annotations

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.extract.sql import Column, Part, Write
from audit.flow.code import Spot
from audit.flow.contexts import Path, is_position
from audit.flow.tables.chains import Step
from audit.flow.tables.fragments import Hole
from audit.flow.tables.model import ColumnWrite, Passed
from audit.flow.tables.read.reads import Reads
from audit.flow.tables.wording import literal_text
from audit.rulebook import places_of

_CHANGES = ("insert", "update", "delete")


class Sent:
    """Writes of a call that sends a statement: the holes of its text are in its arguments."""

    def __init__(self, reads: Reads) -> None:
        self.reads, self.projections, self.trace = reads, reads.projections, reads.trace

    def of(self, step: Step, given: Step | None = None) -> tuple[ColumnWrite, ...]:
        """The columns that a call which sends SQL gives values to; `given`: the call that has the parameters, where the
        statement was prepared before.
        """
        statement = self.reads.statement(step)
        if statement is None:
            return ()
        found: dict[ColumnWrite, None] = {}
        for way in range(self.projections.text(*statement).ways):
            facts, text = self.projections.facts(*statement, way), self.projections.text(*statement, way)
            sure = not text.open and not facts.unknown
            for write in facts.writes:
                written = self._written(given or step, write, text.holes)
                found.update(dict.fromkeys(replace(one, sure=one.sure and sure) for one in written))
        return tuple(found)

    def decided(self, step: Step) -> tuple[ColumnWrite, ...]:
        """The columns of the rows that a statement changes, puts in or deletes, with what decides which ones."""
        statement = self.reads.statement(step)
        facts = self.projections.facts(*statement) if statement is not None else None
        if facts is None or statement is None or facts.kind not in _CHANGES:
            return ()
        gone = facts.kind == "delete"
        columns = [Column(facts.table, "*")] if gone else [one.column for one in facts.writes]
        holes = self.projections.text(*statement).holes
        asked = dict.fromkeys(hole for one in facts.predicates if one.clause == "where" for hole in one.holes)
        asked.update(dict.fromkeys(facts.asked))
        found = [
            put
            for column in dict.fromkeys(columns)
            for hole in asked
            for put in self.put(
                step,
                Part(hole=hole, decides=True),
                holes,
                ColumnWrite(column, at=self.trace.called_at(step.spot), sure=gone or column.name != "*"),
            )
        ]
        return tuple(one for one in found if one.implicit)

    def changes(self, step: Step) -> bool:
        """Does a statement change rows, and give back only what it says that it returns?"""
        statement = self.reads.statement(step)
        text = self.projections.text(*statement) if statement is not None else None
        if statement is None or text is None or text.open:
            return False
        ways = (self.projections.facts(*statement, way) for way in range(text.ways))
        return all(one.kind in _CHANGES and not one.unknown for one in ways)

    def passed(self, step: Step) -> tuple[Passed, ...]:
        """The values that a statement gives back as they are or made into something, or hands to stored functions."""
        statement = self.reads.statement(step)
        if statement is None:
            return ()
        found: list[Passed] = []
        prefix = self.reads.prefix(step)
        for way in range(self.projections.text(*statement).ways):
            facts, holes = self.projections.facts(*statement, way), self.projections.text(*statement, way).holes
            given: list[tuple[Part, Path | None]] = [(part, None) for run in facts.runs for part in run.parts]
            for output in facts.outputs:
                back = [part for part in output.value.parts if part.hole is not None and not part.decides]
                given.extend((part, (*prefix, output.name, *part.path)) for part in back)
            found.extend(one for part, back in given for one in self._passed(step, part, holes, back))
        return tuple(dict.fromkeys(found))

    def _passed(self, step: Step, part: Part, holes: tuple[Hole, ...], back: Path | None) -> tuple[Passed, ...]:
        put = self.put(step, part, holes, ColumnWrite(Column("", "")))
        return tuple(Passed(one.node, one.path, back) for one in put if one.node >= 0)

    def _written(self, step: Step, write: Write, holes: tuple[Hole, ...]) -> list[ColumnWrite]:
        base = ColumnWrite(
            write.column, at=self.trace.called_at(step.spot), how=write.how, sure=write.column.name != "*"
        )
        if not write.value.parts:
            return [replace(base, literal=write.value.text)]
        found: list[ColumnWrite] = []
        for part in write.value.parts:
            if part.column is not None:
                found.extend(copied(base, part))
            else:
                found.extend(self.put(step, part, holes, base))
                found.extend(self._any_parameter(step, base) if isinstance(part.hole, int) else ())
        return found

    def _any_parameter(self, step: Step, base: ColumnWrite) -> list[ColumnWrite]:
        """A text that is put together as the program runs may name any parameter (`VALUES ${marks}`)."""
        site = self.trace.site(step.spot)
        places = places_of(step.row.rows) if step.row.rows and site is not None and not site.tag else ()
        return [
            replace(base, node=site.arguments[place.number], path=place.path, sure=False)
            for place in places
            if site is not None and place.root == "arg" and place.path[-1:] == ("[*]",)
            if place.number is not None and place.number < len(site.arguments)
        ]

    def put(self, step: Step, part: Part, holes: tuple[Hole, ...], base: ColumnWrite) -> list[ColumnWrite]:
        """A hole: of a sent tag one of its arguments, else inside the text's argument; a parameter is in the
        list of them.
        """
        site = self.trace.site(step.spot)
        if isinstance(part.hole, str):
            return self._parameter(step, part, base)
        if site is None or part.hole is None or part.hole >= len(holes):
            return []
        path = (*holes[part.hole].path, *part.inside)
        if site.tag:
            node = site.arguments[int(path[0][1:])]
            constant = self._constant(Spot(step.spot.file, step.spot.unit, node)) if len(path) == 1 else None
            if constant is not None:
                return [replace(base, literal=constant)]
            return [replace(base, node=node, path=path[1:], implicit=part.decides)]
        hole = holes[part.hole].spot
        constant = self._constant(hole) if not part.inside else None
        if constant is not None:
            return [replace(base, literal=constant)]
        return [replace(base, node=site.arguments[0], path=path, implicit=part.decides)] if site.arguments else []

    def _constant(self, spot: Spot) -> str | None:
        """The constant that is at a node in every way that leads to it."""
        texts = set()
        for one, _ in self.trace.through(spot):
            source = self.trace.source(one)
            texts.add(literal_text(source) if isinstance(source, lowered.Literal) else None)
        return texts.pop() if len(texts) == 1 else None

    def _is_object(self, step: Step, node: int) -> bool:
        made = self.trace.made(replace(step.spot, node=node))
        return all(isinstance(self.trace.source(one), lowered.Object) for one in made)

    def _parameter(self, step: Step, part: Part, base: ColumnWrite) -> list[ColumnWrite]:
        found: list[ColumnWrite] = []
        for place in places_of(step.row.rows) if step.row.rows else ():
            site = self.trace.site(step.spot)
            if site is None or not isinstance(part.hole, str):
                continue
            number = place.number or 0
            if place.root == "args" and is_position(part.hole):
                number += int(part.hole)
            steps = [step if step != "[*]" else f"[{part.hole}]" for step in place.path]
            if place.path[-1:] == ("[*]",) and not is_position(part.hole):
                steps[-1] = part.hole
            if place.root == "args" and not is_position(part.hole):
                continue
            if steps[-1:] == ["[0]"] and number < len(site.arguments) and self._is_object(step, site.arguments[number]):
                steps = steps[:-1]  # `query("… SET ?", row)`: the only parameter, and no list of them
            if place.root in ("arg", "args") and place.name is None and number < len(site.arguments):
                found.append(
                    replace(base, node=site.arguments[number], path=(*steps, *part.inside), implicit=part.decides)
                )
        return found


def copied(base: ColumnWrite, part: Part) -> list[ColumnWrite]:
    """A column that is copied; itself, and what the same statement inserts into it, say nothing new."""
    assert part.column is not None
    inserted = part.column.table.lower() == "excluded"
    column = Column(base.column.table, part.column.name) if inserted else part.column
    return [replace(base, columns=(column,), implicit=part.decides)] if column != base.column else []
