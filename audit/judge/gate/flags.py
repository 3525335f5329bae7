"""The flag at an access: is it passed on a chain, and can it be true there?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.find.direct.chains import enclosing
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT, HELD
from audit.flow.frames import End
from audit.flow.structure import Test
from audit.judge.deciding.written import is_given
from audit.judge.gate.told import Told
from audit.judge.key.rows import row_of
from audit.judge.key.signatures import Signatures
from audit.model import Evidence

if TYPE_CHECKING:
    from audit.flow.frames import Env, Path
    from audit.flow.tables import ColumnRead
    from audit.judge.chain.chains import Chain
    from audit.judge.chain.outward import Outward
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.gate.owners import Owners
    from audit.rulebook import Rules

FlagState = Literal["none", "unarmed", "forced", "argument"]


class Passed(Struct, frozen=True, order=True):
    """What a chain passes for the flag. `certain` where a bypass is a literal true."""

    state: FlagState
    evidence: tuple[Evidence, ...] = ()
    certain: bool = False


class _Said(Struct, frozen=True, order=True):
    """One source of a flag: can it be true, and where is it?"""

    armed: bool
    evidence: Evidence
    literal: bool = False
    row: End | None = None
    """The flag of a row, where it is one."""


class Flags:
    """Flags and bypasses by the names that the rules give them."""

    def __init__(self, decisions: Decisions, rules: Rules, outward: Outward, owners: Owners) -> None:
        self._engine, self._rules, self._outward = decisions.engine, rules, outward
        self._decisions, self._signatures, self._owners = decisions, Signatures(decisions.engine), owners
        self._told = Told(decisions)

    def passed(self, chain: Chain, stand: int) -> Passed:
        """What is passed for the flag to the access of a chain, judged for the call at one of its stands."""
        bypass = [one for one in self._said(chain, self._rules.gate.bypass) if one.armed]
        if any(one.literal for one in bypass):
            return Passed("forced", _evidence(bypass), certain=True)
        if not self._mentions(chain, stand):
            return Passed("forced", _evidence(bypass)) if bypass else Passed("none")
        said = self._said(chain, self._rules.gate.flags)
        armed = [one for one in said if one.armed]
        denied = self._denied(chain) if armed else None
        if denied is not None:
            return Passed("unarmed", (denied,))
        if armed and self._are_others(chain, armed):
            return Passed(
                "unarmed", tuple(replace(one, note=f"{one.note}, of another row") for one in _evidence(armed))
            )
        if armed:
            return Passed("argument", _evidence(armed))
        return Passed("forced" if bypass else "unarmed", _evidence(bypass or said))

    def _are_others(self, chain: Chain, armed: list[_Said]) -> bool:
        """Are all flags that are passed those of other rows than what the access asks for?"""
        rows = [one.row for one in armed if one.row is not None]
        return len(rows) == len(armed) and self._owners.are_others(
            rows, chain, self._places(chain, self._rules.gate.flags)
        )

    def _denied(self, chain: Chain) -> Evidence | None:
        """What is passed for the flag, where that is false for a flagged row (`{ flag: !row.flag }`)."""
        file, unit, _ = chain.access.call
        source, places = self._engine.code.graph(file, unit).source, self._decisions.places
        for spot, path in self._places(chain, self._rules.gate.flags):
            it = _written(source[spot.node], path)
            if it is None or not self._decisions.local.concerns(it, file, unit):
                continue
            if self._decisions.barred((Test(it, "true"),), file, unit, chain.access.env) is not None:
                return places.evidence(file, it.at, f"`{places.spelled(file, it)}` is false for a flagged row")
        return None

    def _mentions(self, chain: Chain, stand: int) -> bool:
        """Does the call at a stand give anything for the flag, be it only what its own function was given?"""
        inner = {one.function for one in chain.stands[:stand]}
        ends = self._ends(chain, self._rules.gate.flags, self._outward.within(chain, stand))
        return any(self._function(end) not in inner and self._is_meant(end) for end in ends)

    def _is_meant(self, end: End) -> bool:
        """Is a parameter passed on that holds the flag itself, or is the flag named? Then it is meant to be passed."""
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        if end.spot.node not in graph.of_parameter or len([one for one in end.path if one not in HELD]) < 2:
            return True
        facts = self._engine.code.program.facts(end.spot.file)
        unit = facts.outline().units[end.spot.unit] if facts is not None else None
        text = self._engine.code.program.text(end.spot.file, unit.start, unit.end) if unit else b""
        return any(one.encode() in text for one in self._rules.gate.flags)

    def _function(self, end: End) -> FunctionId:
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        return FunctionId(end.spot.file, end.spot.unit, graph.function[end.spot.node])

    def _ends(self, chain: Chain, names: tuple[str, ...], env: Env) -> list[End]:
        found: dict[End, None] = {}
        for spot, path in self._places(chain, names):
            for end in self._engine.backwards.ends(spot, path, env):
                if not (end.path and self._is_constant(end)):
                    found[end] = None
        return list(found)

    def _is_constant(self, end: End) -> bool:
        source = self._engine.code.graph(end.spot.file, end.spot.unit).source[end.spot.node]
        return isinstance(source, lowered.Literal)

    def _places(self, chain: Chain, names: tuple[str, ...]) -> list[tuple[Spot, Path]]:
        """The arguments of the access, and the parts of them, that carry something of these names."""
        file, unit, number = chain.access.call
        site = self._engine.code.graph(file, unit).calls[number]
        found: list[tuple[Spot, Path]] = []
        for node, taken in zip(site.arguments, self._signatures.of(chain.access.call, chain.access.env), strict=True):
            spot, listed = Spot(file, unit, node), taken.items is not None
            if taken.name in names:
                found.append((spot, ()))
            elif not taken.plain:
                found.extend((spot, (one,)) for one in names if not listed)
                found.extend((spot, (ELEMENT, one)) for one in names if listed or not taken.type)
        return found

    # what stands at an end

    def _said(self, chain: Chain, names: tuple[str, ...]) -> list[_Said]:
        said = (self._judged(chain, end, names) for end in self._ends(chain, names, chain.access.env))
        return list(dict.fromkeys(one for one in said if one is not None))

    def _judged(self, chain: Chain, end: End, names: tuple[str, ...]) -> _Said | None:
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        source = graph.source[end.spot.node]
        if end in self._engine.backwards.cut:
            return _Said(armed=False, evidence=self._at(end, "not followed further than here"))
        if isinstance(source, lowered.Literal):
            text = "true" if source.value is True else "false" if source.value is False else "nothing"
            return _Said(bool(source.value), self._at(end, f"always {text}"), literal=True)
        row = row_of(self._engine, end)
        if row is not None:
            said = [self._of_column(end, one) for one in row.columns]
            if said:
                return next((one for one in said if one.armed), said[0])
            deeper = len(end.path) > max(len(one.path) for one in row.reads)
            return (
                None if deeper else _Said(armed=False, evidence=self._at(end, f"{end.path[-1]} is not selected here"))
            )
        if self._told.is_by_client(end):
            return _Said(armed=False, evidence=self._at(end, "what the client of the API says it is"))
        if end.spot.node in graph.of_parameter:
            return self._of_parameter(chain, end)
        if end.path and end.path[-1] in names and len(end.path) == 1:
            return _Said(armed=False, evidence=self._at(end, "options that could not be followed further"))
        return _Said(armed=True, evidence=self._at(end, "a value that can be true"))

    def _of_column(self, end: End, read: ColumnRead) -> _Said:
        name = f"{read.column.table}.{read.column.name}"
        if read.fresh and not is_given(self._engine, end, read.column):
            return _Said(armed=False, evidence=self._read_at(read, f"{name} just inserted, with its default"))
        if self._decisions.columns and read.column not in self._decisions.columns:
            return _Said(armed=False, evidence=self._read_at(read, f"{name} is no column of the flag"))
        if read.implicit and read.then != "true":
            return _Said(armed=False, evidence=self._read_at(read, f"{name} is read here, and something made of it"))
        return _Said(armed=True, evidence=self._read_at(read, f"{name} is read here"), row=end)

    def _of_parameter(self, chain: Chain, end: End) -> _Said:
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        number = graph.of_parameter[end.spot.node][0]
        function = FunctionId(end.spot.file, end.spot.unit, number)
        name = enclosing(graph, number)
        if self._owners.is_unput(end):
            return _Said(armed=False, evidence=self._at(end, f"put there by nothing that runs before {name}"))
        if self._engine.routes.is_entry(function) or self._is_handed(chain, function):
            return _Said(armed=True, evidence=self._at(end, f"given to {name} by what calls it from outside"))
        return _Said(armed=False, evidence=self._at(end, f"a parameter of {name} that no known call gives"))

    def _is_handed(self, chain: Chain, function: FunctionId) -> bool:
        """Does code outside of the tree call a function of the chain, with arguments of its own?"""
        pairs = zip(chain.stands, chain.stands[1:], strict=False)
        return any(inner.function == function and not outer.direct for inner, outer in pairs)

    def _at(self, end: End, note: str) -> Evidence:
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        position = self._engine.code.program.position(end.spot.file, graph.at[end.spot.node])
        return Evidence(end.spot.file, position.line, note)

    def _read_at(self, read: ColumnRead, note: str) -> Evidence:
        return Evidence(read.file, self._engine.code.program.position(read.file, read.at).line, note)


def _written(it: lowered.Node | None, path: Path) -> lowered.Expr | None:
    """What stands in the code for a part of an argument."""
    if not path:
        return it if isinstance(it, lowered.Expr) else None
    if len(path) > 1 or not isinstance(it, lowered.Object):
        return None
    return next((one.value for one in it.properties if one.key == path[0]), None)


def _evidence(said: list[_Said]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(one.evidence for one in said))
