"""Texts that the flag decides: `const state = row.flag ? 'shut' : 'open'`, and what is compared with one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.pieces import inside
from audit.judge.deciding.kinds import FALSE, FALSY, IDENTITY, TRUE, TRUTHY

if TYPE_CHECKING:
    from audit.flow.frames import Env, Target
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.kinds import Kinds

_DEEP = 6
Texts = frozenset[str]


class Wording:
    """Answers as the decisions stand."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._code, self._places = decisions, decisions.engine.code, decisions.places

    def compared(self, it: lowered.Binary, file: str, unit: int, env: Env) -> Kinds | None:
        """A comparison with a constant text; None where the other side may be anything."""
        if it.op not in IDENTITY or not (_text(it.left) or _text(it.right)):
            return None
        left = self._texts(it.left, file, unit, env, _DEEP)
        right = self._texts(it.right, file, unit, env, _DEEP)
        if left is None or right is None or (left & right and len(left | right) > 1):
            return None
        return TRUE if bool(left & right) is IDENTITY[it.op] else FALSE

    def _texts(self, it: lowered.Expr, file: str, unit: int, env: Env, deep: int) -> Texts | None:
        """The texts that an expression may be where the flag is set; None where it may be something else."""
        match it:
            case lowered.Literal():
                text = _text(it)
                return frozenset((text,)) if text else None
            case lowered.Cond():
                test = self._decisions.expression(it.test, file, unit, env)
                ways = (it.then if test & TRUTHY else None, it.other if test & FALSY else None)
                return _together([self._texts(one, file, unit, env, deep) for one in ways if one is not None])
            case lowered.Name() | lowered.Call():
                spot = self._places.node(file, unit, it)
                return self._at(spot, env, deep - 1) if spot is not None and deep else None
            case _:
                return None

    def _at(self, spot: Spot, env: Env, deep: int) -> Texts | None:
        graph = self._code.graph(spot.file, spot.unit)
        source = graph.source[spot.node]
        if isinstance(source, (lowered.Literal, lowered.Cond)):
            return self._texts(source, spot.file, spot.unit, env, deep)
        if spot.node in graph.results:
            call = (spot.file, spot.unit, graph.results[spot.node])
            backwards = self._decisions.engine.backwards
            targets = backwards.targets(spot.file, spot.unit, graph.calls[call[2]], env)
            given = [self._returned(one, backwards.entered(one, call, env), deep) for one in targets]
            return _together(given) if given else None
        near = self._decisions.near(spot, env, graph)
        return self._at(*near[0], deep - 1) if len(near) == 1 and deep else None

    def _returned(self, target: Target, env: Env, deep: int) -> Texts | None:
        """What a function of the tree gives, by the returns that the flag lets it come to."""
        file, unit, number = target.function.file, target.function.unit, target.function.number
        shape = self._code.graph(file, unit).functions[number].source
        structure = self._places.structure(FunctionId(file, unit, number))
        if shape is None or shape.generator or shape.is_async:
            return None
        outer, barred = len(structure.around.get(shape.at, ())), self._decisions.barred
        if shape.at in structure.ends and barred(structure.ends[shape.at][outer:], file, unit, env) is None:
            return None
        found: list[Texts | None] = []
        for it in inside(shape.body):
            tests = structure.before.get(id(it), ())[outer:] if isinstance(it, lowered.Return) else ()
            if isinstance(it, lowered.Return) and barred(tests, file, unit, env) is None:
                found.append(self._texts(it.value, file, unit, env, deep) if it.value is not None else None)
        return _together(found) if found else None


def _text(it: lowered.Expr) -> str:
    return it.value if isinstance(it, lowered.Literal) and isinstance(it.value, str) else ""


def _together(found: list[Texts | None]) -> Texts | None:
    known = [one for one in found if one is not None]
    return frozenset().union(*known) if known and len(known) == len(found) else None
