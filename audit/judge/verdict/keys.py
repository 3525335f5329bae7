"""The rows that key an access, told apart by the callers that a path leads through."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from audit.flow.code import Spot
from audit.judge.verdict.facts import Row
from audit.model import Key
from audit.trace.seeds import start_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.frames import Call
    from audit.flow.graph import CallSite
    from audit.judge.chains import Chain
    from audit.judge.outward import Outward
    from audit.judge.verdict.leaves import Leaves
    from audit.judge.verdict.needs import Needs
    from audit.judge.verdict.reads import Read, Reads
    from audit.model import Access, Path
    from audit.rulebook import Rules
    from audit.trace import Engine


class _OnChain(NamedTuple):
    """What keys an access on one chain, the lines of its callers, and the variables without which it does not run."""

    lines: frozenset[tuple[str, int]]
    reads: tuple[Read, ...]
    needs: frozenset[str]


class Keys:
    """Answers by access, each found once."""

    def __init__(
        self, engine: Engine, rules: Rules, outward: Outward, leaves: Leaves, reads: Reads, needs: Needs
    ) -> None:
        self._engine, self._rules, self._outward = engine, rules, outward
        self._leaves, self._reads, self._needs = leaves, reads, needs
        self._known: dict[str, tuple[_OnChain, ...]] = {}

    def of(self, access: Access, path: Path | None) -> tuple[Row, ...]:
        """The rows by which an access is keyed; with a path those of the chains that it shares most callers with."""
        chains = self._chains(access)
        seen = {one.name for chain in chains for one in chain.reads}
        rows = _rows(one for chain in (_along(chains, path) if path is not None else chains) for one in chain.reads)
        known = {row.key.column for row in rows}
        apart = seen | known | set(self._rules.gate.columns)
        others = [key for key in access.keyed_by if key.column is None or key.column not in apart]
        return tuple(self._aside(row) for row in (*rows, *(Row(key) for key in others)))

    def needs(self, access: Access, path: Path) -> frozenset[str]:
        """The variables that must be set on every chain that a path shares most callers with."""
        found = [one.needs for one in _along(self._chains(access), path)]
        return frozenset.intersection(*found) if found else frozenset()

    def _aside(self, row: Row) -> Row:
        """A column that does not say which catalogue row it is keys nothing that can be flagged."""
        if row.key.kind == "catalogue-row" and row.key.column in self._rules.gate.aside:
            return row._replace(key=replace(row.key, kind="other-row"))
        return row

    def _chains(self, access: Access) -> tuple[_OnChain, ...]:
        if access.id not in self._known:
            call = self._call(access)
            found = [self._on(chain, call) for chain in self._outward.of(call)] if call is not None else []
            self._known[access.id] = tuple(found)
        return self._known[access.id]

    def _call(self, access: Access) -> Call | None:
        if access.kind == "database" or access.language == "python":
            return None
        start = start_of(self._engine.code, access)
        if start is None:
            return None
        spot = start.spot
        number = self._engine.code.graph(spot.file, spot.unit).results.get(spot.node)
        return (spot.file, spot.unit, number) if number is not None else None

    def _on(self, chain: Chain, call: Call) -> _OnChain:
        file, unit, number = call
        site = self._engine.code.graph(file, unit).calls[number]
        found: dict[Read, None] = {}
        for node in site.arguments:
            for end in self._leaves.of(Spot(file, unit, node), (), chain.access.env):
                for one in self._reads.at(end):
                    if one.table in self._rules.gate.rows and one.name not in self._rules.gate.columns:
                        found[one] = None
        lines = frozenset(line for stand in chain.stands[1:] for line in self._lines(stand.call))
        return _OnChain(lines, tuple(found), self._set(chain, site))

    def _set(self, chain: Chain, site: CallSite) -> frozenset[str]:
        """What must be set for the calls of a chain to run, and for there to be a value in the first argument."""
        found: set[str] = set()
        for stand in chain.stands:
            file, unit, number = stand.call
            graph = self._engine.code.graph(file, unit)
            found |= self._needs.at(stand.function, graph.at[graph.calls[number].callee])
        file, unit, _ = chain.access.call
        given = [
            self._needs.where(end.spot)
            for node in site.arguments[:1]
            for end in self._engine.backwards.ends(Spot(file, unit, node), (), chain.access.env)
            if not self._engine.backwards.is_nothing(end)
        ]
        return frozenset(found | frozenset.intersection(*given)) if given else frozenset(found)

    def _lines(self, call: Call) -> list[tuple[str, int]]:
        """The lines on which a call is shown: where its callee stands, and where its result does."""
        file, unit, number = call
        graph = self._engine.code.graph(file, unit)
        site = graph.calls[number]
        offsets = (graph.at[site.callee], graph.at[site.result])
        return [(file, self._engine.code.program.position(file, one).line) for one in offsets]


def _along(chains: tuple[_OnChain, ...], path: Path) -> tuple[_OnChain, ...]:
    steps = {(one.file, one.line) for one in path.steps}
    shared = [len(one.lines & steps) for one in chains]
    most = max(shared, default=0)
    return tuple(one for one, count in zip(chains, shared, strict=True) if count == most)


def _rows(reads: Iterable[Read]) -> list[Row]:
    """One row for each column; it may be without a catalogue row only where every query says so."""
    found: dict[str, list[Read]] = {}
    for one in reads:
        found.setdefault(one.name, []).append(one)
    return [
        Row(
            Key(kind="catalogue-row", column=name, evidence=tuple(dict.fromkeys(one.at for one in several))),
            tuple(dict.fromkeys(one.at for one in several if one.spared is None)),
            several[0].spared if all(one.spared is not None for one in several) else None,
        )
        for name, several in sorted(found.items())
    ]
