"""Caches around an access: what was kept for one caller is given to the next one before any check of the flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId
from audit.judge.gate.carried import Carried
from audit.judge.gate.stores import Stores
from audit.model import Defect

if TYPE_CHECKING:
    from audit.flow.frames import Call
    from audit.judge.chain.chains import Chain, Stand
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.local import Local
    from audit.judge.gate.guards import Guards
    from audit.judge.gate.stores import Touch


class Caches:
    """Defects by chain."""

    def __init__(self, decisions: Decisions, guards: Guards, local: Local) -> None:
        self._guards, self._local, self._places = guards, local, decisions.places
        self._engine, self._stores = decisions.engine, Stores(decisions)
        self._carried = Carried(decisions, self._local)
        self._deciding: dict[Call, dict[int, lowered.Node]] = {}
        self._skipped: dict[FunctionId, frozenset[str]] = {}

    def of(self, chain: Chain, *, rows: bool) -> tuple[Defect, ...]:
        """The caches of a chain that the flag comes too late for.

        `rows`: rows of the catalogue feed the access, so that a check could stand before it.
        """
        found: list[Defect] = []
        carried = self._carried.by(chain)
        for number, stand in enumerate(chain.stands):
            if number and stand.function == chain.stands[number - 1].function:
                continue
            for read, puts in self._around(stand):
                named = any(self._local.names_flag(one, *stand.call[:2]) for one in read.key)
                if named or not (carried[number] or rows) or self._checked(chain, number, read):
                    continue
                if carried[number]:
                    found.extend(self._keyed(chain, stand, read, puts))
                else:
                    found.append(self._defect(stand, read, "cache-before-gate", _BEFORE))
        return tuple(dict.fromkeys(found))

    # caches around one call

    def _around(self, stand: Stand) -> list[tuple[Touch, list[Touch]]]:
        """Reads that decide whether a call is made, with what fills the same store behind it."""
        found: list[tuple[Touch, list[Touch]]] = []
        for read in self._reads(stand):
            puts = [one for one in self._stores.puts(stand.function, stand.env) if one.store == read.store]
            behind = (one for one in puts if one.node.at > read.node.at)
            kept = [one for one in behind if not isinstance(one.value, lowered.Literal)]
            if kept and all(read.store != before.store for before, _ in found):
                found.append((read, kept))
        return found

    def _reads(self, stand: Stand) -> list[Touch]:
        """What is read from stores before a call, and decides whether it is made."""
        file, unit, number = stand.call
        if stand.call not in self._deciding:
            at = self._engine.code.graph(file, unit).calls[number].at
            tests = [one for one in self._guards.tests(stand) if one.wanted != "returns"]
            parts = (part for test in tests for part in self._local.parts(test.expression, file, unit))
            self._deciding[stand.call] = {
                id(one): one for one in parts if isinstance(one, (lowered.Call, lowered.Index)) and one.at < at
            }
        calls = self._deciding[stand.call].values()
        touches = (touch for one in calls for touch in self._stores.at(one, file, unit, stand.env))
        return sorted((one for one in touches if one.does == "read" and one.store), key=lambda one: one.node.at)

    def _checked(self, chain: Chain, number: int, read: Touch) -> bool:
        """Is the flag checked before a cache is read: in its function, or before that is called?"""
        stand = chain.stands[number]
        tests = self._places.structure(stand.function).before.get(id(read.node), ())
        if self._guards.barred(tests, stand) is not None:
            return True
        outer = chain.stands[number + 1 :]
        return any(self._guards.barred(self._guards.tests(one), one) is not None for one in outer)

    # defects

    def _keyed(self, chain: Chain, stand: Stand, read: Touch, puts: list[Touch]) -> list[Defect]:
        found = [self._defect(stand, read, "cache-key-omits-flag", _OMITS)]
        skipped = self._skip_texts(chain)
        kept = [one for one in puts if not self._is_excluded(stand, one, skipped)]
        return [*found, *(self._defect(stand, one, "skip-cached", _SKIPPED) for one in kept)]

    def _defect(self, stand: Stand, touch: Touch, kind: str, note: str) -> Defect:
        file = stand.call[0]
        name = self._places.spelled(file, touch.held) if touch.held is not None else ""
        at = touch.node.callee.at if isinstance(touch.node, lowered.Call) else touch.node.at
        place = self._places.evidence(file, at, "")
        called = f"`{name}`" + (f" ({touch.kind})" if touch.kind else "")
        return Defect(kind, file, place.line, f"{called} {note}")  # type: ignore[arg-type]

    def _is_excluded(self, stand: Stand, put: Touch, skipped: frozenset[str]) -> bool:
        """Is what the gate answers for a flagged row kept out of the store?"""
        file, unit, _ = stand.call
        structure = self._places.structure(stand.function)
        tests = structure.before.get(id(put.node), ())
        call = self._engine.code.graph(file, unit).calls[stand.call[2]].expression
        return any(
            self._local.names_flag(test.expression, file, unit, call)
            or not skipped.isdisjoint(self._local.texts(test.expression, file, unit))
            for test in tests
        )

    def _skip_texts(self, chain: Chain) -> frozenset[str]:
        """The texts in what the function with the gate gives for a flagged row."""
        file, unit, number = chain.access.call
        site = self._engine.code.graph(file, unit).calls[number]
        found: set[str] = set()
        for target in self._engine.backwards.targets(file, unit, site, ()):
            found |= self._texts_of(target.function)
        return frozenset(found)

    def _texts_of(self, function: FunctionId) -> frozenset[str]:
        if function not in self._skipped:
            structure = self._places.structure(function)
            found: set[str] = set()
            for it, tests in structure.returns:
                flagged = any(
                    test.wanted == "true" and self._local.names_flag(test.expression, function.file, function.unit)
                    for test in tests
                )
                if flagged and it.value is not None:
                    found.update(self._local.texts(it.value, function.file, function.unit))
            self._skipped[function] = frozenset(found)
        return self._skipped[function]


_BEFORE = "answers before the call: a check of the flag there would come too late"
_OMITS = "answers before the flag is looked at, and its key leaves the flag out"
_SKIPPED = "keeps the answer for a flagged row under a key without the flag"
