"""What class an object on a way was made of, and whether that is another one or extends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.values import ClassValue, Global, Outside
from audit.flow.code import Spot
from audit.flow.contexts import DATA
from audit.flow.outside.rows import section_rows

if TYPE_CHECKING:
    from audit.flow.contexts import Fact
    from audit.flow.solver import Solver

Made = ClassValue | Global
_HIGHEST = 8


def made_by(solver: Solver, facts: tuple[Fact, ...]) -> Made | None:
    """The class of the object at the last fact, where that holds the value since a `new` on the way made it."""
    path = facts[-1].path
    for fact in reversed(facts) if path else ():
        if fact.carried not in DATA or fact.path[-len(path) :] != path:
            return None
        graph = fact.context.graph
        call = graph.results.get(fact.node)
        if fact.path == path and call is not None and (graph.calls[call].new or graph.python):
            file, unit = fact.context.function.file, fact.context.function.unit
            values = solver.origins.callees(file, unit, graph.calls[call])
            if len(values) == 1 and isinstance(values[0], (ClassValue, Global)):
                return values[0]
            if graph.calls[call].new:
                return None
    return None


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
