"""What class an object on a way was made of, and whether that is another one or extends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code
from audit.flow.backward.values import ClassValue, Global, Outside
from audit.flow.code import Spot
from audit.flow.contexts import DATA, IMPLICIT, Fact, Path, entered_at, fact_of
from audit.flow.outside.rows import section_rows

if TYPE_CHECKING:
    from audit.flow.solver import Solver
    from audit.trace.path.ways import Calls

Made = ClassValue | Global
_HIGHEST, _FARTHEST = 8, 400


class Making(Struct, frozen=True):
    """The fact at which an object is made, and its class, where that is known."""

    fact: Fact
    kind: Made | None


def is_made_other(solver: Solver, facts: tuple[Fact, ...], kind: Spot, *, is_one: bool) -> tuple[bool, Fact | None]:
    """Is the object at the last fact none for which code runs that asks whether it is of a class, and where was it
    made, if a `new` on the way did that?
    """
    making = made_by(solver, facts)
    if making is None or making.kind is None:
        found, at = is_thrown(solver, facts, kind), None
    else:
        found, at = is_a(solver, making.kind, kind), making.fact
    return found is not None and found != is_one, at


def made_otherwise(solver: Solver, fact: Fact, calls: Calls, kind: Spot, *, is_one: bool) -> list[Fact] | None:
    """Where the objects are made that such code does not run for, where there may be another one in their place; else
    None.
    """
    made = makers(solver, fact, calls)
    if made is None:
        return []
    kinds = [is_a(solver, one.kind, kind) if one.kind is not None else None for one in made]
    others = [one.fact for one, found in zip(made, kinds, strict=True) if found not in (None, is_one)]
    return others if len(others) < len(made) else None


def made_by(solver: Solver, facts: tuple[Fact, ...]) -> Making | None:
    """How the object at the last fact was made, where that holds the value since a `new` on the way made it."""
    path = facts[-1].path
    for fact in reversed(facts) if path else ():
        if not _holds(fact, path):
            return None
        making = _making(solver, fact, path)
        if making is not None:
            return making
    return None


def makers(solver: Solver, fact: Fact, calls: Calls) -> list[Making] | None:
    """Where the object at a fact may have been made that holds the value, by these calls or others that are not among
    them; None where not all of that is known.
    """
    found: list[Making] = []
    waiting, seen = [fact], {fact}
    for here in waiting:
        if here.label >= IMPLICIT or len(waiting) > _FARTHEST or not _holds(here, fact.path):
            return None
        making = _making(solver, here, fact.path)
        if making is not None:
            found.append(making)
            continue
        before = set(map(fact_of, (here.reason, *solver.also.get(here, ()))))
        if None in before:
            entered = entered_at(here.context)
            caller = calls.get(entered)
            before.update(solver.brought(entered, caller) if caller is not None else solver.all_brought(entered))
            before.discard(None)
            if not before:
                return None
        new = [one for one in before if one is not None and one not in seen]
        seen.update(new)
        waiting.extend(new)
    return found


def _holds(fact: Fact, path: Path) -> bool:
    """Is the value in an object at a fact, there where a path says?"""
    return fact.carried in DATA and fact.path[-len(path) :] == path


def _making(solver: Solver, fact: Fact, path: Path) -> Making | None:
    """The object at a fact, where a call makes it there."""
    graph = fact.context.graph
    call = graph.results.get(fact.node) if fact.path == path else None
    if call is None or not (graph.calls[call].new or graph.python):
        return None
    values = solver.origins.callees(fact.context.function.file, fact.context.function.unit, graph.calls[call])
    if len(values) == 1 and isinstance(values[0], (ClassValue, Global)):
        return Making(fact, values[0])
    return Making(fact, None) if graph.calls[call].new else None


def is_thrown(solver: Solver, facts: tuple[Fact, ...], kind: Spot) -> bool | None:
    """Is an error with an answer, that code outside of the tree throws on a way, of a class? None where nobody says."""
    at = next((at for at, fact in enumerate(facts) if isinstance(fact.context.graph.source[fact.node], code.Try)), 0)
    fact = facts[at - 1] if at else None
    call = fact.context.graph.results.get(fact.node) if fact is not None else None
    values = solver.origins.of(kind)
    if fact is None or call is None or len(values) != 1 or not isinstance(values[0], Outside):
        return None
    callees = solver.callees(fact.context, fact.context.graph.calls[call])
    vocabulary = solver.origins.vocabulary
    requests = (row for one in callees for row in section_rows(vocabulary.requests, one))
    others = (row for one in callees for row in section_rows(vocabulary.library, one))
    named = {name.replace("#", ".") for row in (*requests, *others) for name in row.throws}
    return True if f"{values[0].module}.{values[0].path}" in named else None


def is_a(solver: Solver, made: Made, kind: Spot) -> bool | None:
    """Is an object of one class one of another; None where that is not known."""
    values = solver.origins.of(kind)
    if len(values) != 1 or not isinstance(values[0], (ClassValue, Global, Outside)):
        return None
    return _extends(solver, made, values[0], _HIGHEST)


def _extends(solver: Solver, one: object, other: Made | Outside, deep: int) -> bool | None:
    if one == other:
        return True
    if isinstance(one, Global):
        return None if isinstance(other, Global) else False  # TypeError is an Error
    if isinstance(one, Outside):
        return False if isinstance(other, ClassValue) else None
    if not isinstance(one, ClassValue) or not deep:
        return None
    unit = solver.code.class_unit(one.file, one.at)
    written = solver.code.graph(one.file, unit).classes.get(one.at) if unit >= 0 else None
    above = solver.origins.classes.bases(one.file, one.at)
    if written is None or len(above) < len(written.bases):
        return None
    answers = [_extends(solver, base, other, deep - 1) for base in above]
    return True if True in answers else None if None in answers else False
