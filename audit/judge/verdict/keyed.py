"""The rows that key an access, told apart by the callers that a path leads through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.code import Spot
from audit.judge.verdict.facts import Row
from audit.judge.verdict.reads import Reads
from audit.model import Evidence, Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.frames import Call, Env
    from audit.judge.chain.chains import Chain, Stand
    from audit.judge.chain.reaching import Reaching
    from audit.judge.key.keys import Keys
    from audit.judge.verdict.needs import Needs
    from audit.judge.verdict.reads import Read
    from audit.model import Access, Path
    from audit.rulebook import Rules
    from audit.trace import Engine

_ANSWERS = 3
"""Answers of other calls that are seen through on one way."""


class OnChain(Struct, frozen=True, order=True):
    """What keys an access on one chain, the lines of its callers, and the variables without which it does not run."""

    lines: frozenset[tuple[str, int]]
    rows: tuple[Row, ...]
    needs: frozenset[str]


class Rows:
    """Answers by access, each found once."""

    def __init__(
        self, engine: Engine, rules: Rules, reaching: Reaching, keys: Keys, needs: Needs, reads: Reads
    ) -> None:
        self._engine, self._rules, self._reaching, self._keys = engine, rules, reaching, keys
        self._leaves, self._reads, self._needs = keys.leaves, reads, needs
        self.known: dict[str, tuple[OnChain, ...]] = {}
        """What was found by access, here or elsewhere."""
        self._along: dict[tuple[str, tuple[int, ...]], tuple[Row, ...]] = {}
        self._callers: dict[str, list[tuple[frozenset[tuple[str, int]], bool]]] = {}

    def of(self, access: Access, path: Path | None) -> tuple[Row, ...]:
        """The rows by which an access is keyed; with a path those of the chains that it shares most callers with."""
        chains = self.chains(access)
        if not chains:
            return tuple(self._aside(Row(key, _queries(key))) for key in access.keyed_by)
        return self._on_chains(access, _along(chains, path) if path is not None else tuple(range(len(chains))))

    def ways(self, access: Access) -> Iterator[tuple[Row, ...]]:
        """The rows by which an access is keyed on each of its chains."""
        for number in range(len(self.chains(access))):
            yield self._on_chains(access, (number,))

    def _on_chains(self, access: Access, along: tuple[int, ...]) -> tuple[Row, ...]:
        key = (access.id, along)
        if key not in self._along:
            chains = self.chains(access)
            self._along[key] = _merged(row for number in along for row in chains[number].rows)
        return self._along[key]

    def runs(self, access: Access, path: Path) -> bool:
        """Does anything run the callers that a path leads through? Of several chains one is enough."""
        if access.id not in self._callers:
            found = self._reaching.of(access) if self._reaching.judges(access) else []
            self._callers[access.id] = [
                (self._outside(chain, stand), chain.runs or self._engine.entries.reachable(chain.entry.function))
                for chain, stand in found
            ]
        chains = self._callers[access.id]
        if all(runs for _, runs in chains):
            return True
        steps = {(one.file, one.line) for one in path.steps}
        shared = [len(lines & steps) for lines, _ in chains]
        return any(runs for (_, runs), count in zip(chains, shared, strict=True) if count == max(shared))

    def needs(self, access: Access, path: Path) -> frozenset[str]:
        """The variables that must be set on every chain that a path shares most callers with."""
        chains = self.chains(access)
        found = [chains[number].needs for number in _along(chains, path)]
        return frozenset.intersection(*found) if found else frozenset()

    def chains(self, access: Access) -> tuple[OnChain, ...]:
        """What keys an access on each of its chains; only on those that something runs, if there are any."""
        if access.id not in self.known:
            chains = self._reaching.of(access) if self._reaching.judges(access) and access.kind != "database" else []
            live = [one for one in chains if one[0].runs] or chains
            self.known[access.id] = tuple(self._on(chain, stand) for chain, stand in live)
        return self.known[access.id]

    def _on(self, chain: Chain, stand: int) -> OnChain:
        read = _rows(self._read(chain.stands[stand]))
        columns = {row.key.column for row in read}
        others = [self._told(key) for key in self._keys.on(chain) if key.column is None or key.column not in columns]
        rows = [*read, *(row for row in others if not read or row.key.kind != "constant")]
        if not rows and not self._asks_nothing(chain.stands[stand]):
            rows = [Row(Key(kind="unknown"))]
        return OnChain(self._outside(chain, stand), tuple(self._aside(row) for row in rows), self._set(chain, stand))

    def _outside(self, chain: Chain, stand: int) -> frozenset[tuple[str, int]]:
        """The lines of the callers of an access on a chain."""
        return frozenset(line for one in chain.stands[stand + 1 :] for line in self._lines(one.call))

    def _read(self, stand: Stand) -> list[Read]:
        """The columns of catalogue rows in the arguments of a call."""
        file, unit, number = stand.call
        found: dict[Read, None] = {}
        arguments = self._engine.code.graph(file, unit).calls[number].arguments
        for node in arguments if self._rules.gate.rows else ():
            for end in self._leaves.of(Spot(file, unit, node), (), stand.env):
                for one in self._reads.at(end):
                    if one.table in self._rules.gate.rows and one.name not in self._rules.gate.columns:
                        found[one] = None
        return list(found)

    def _asks_nothing(self, stand: Stand) -> bool:
        """Does a chain give nothing but null to the first argument, as one that leads past another branch?"""
        file, unit, number = stand.call
        site = self._engine.code.graph(file, unit).calls[number]
        first = [end for node in site.arguments[:1] for end in self._leaves.of(Spot(file, unit, node), (), stand.env)]
        return bool(first) and all(self._engine.backwards.is_nothing(end) for end in first)

    def _told(self, key: Key) -> Row:
        """A key that is told otherwise: by what another access was asked for, whose answer this one is keyed by."""
        queries = _queries(key)
        spared = [self._reads.spared(one, key.column or "") for one in queries] if key.kind == "catalogue-row" else []
        whole = spared[0] if spared and all(one is not None for one in spared) else None
        return Row(key, queries if whole is None else (), whole)

    def _aside(self, row: Row) -> Row:
        """A column that does not say which catalogue row it is keys nothing that can be flagged."""
        if row.key.kind == "catalogue-row" and row.key.column in self._rules.gate.aside:
            return replace(row, key=replace(row.key, kind="other-row"))
        return row

    def _set(self, chain: Chain, stand: int) -> frozenset[str]:
        """What must be set for the calls of a chain to run, and for there to be a value in the first argument."""
        found: set[str] = set()
        for one in chain.stands:
            file, unit, number = one.call
            graph = self._engine.code.graph(file, unit)
            found |= self._needs.at(one.function, graph.at[graph.calls[number].callee])
        access = chain.stands[stand]
        return frozenset(found | self._given(access.call, access.env, _ANSWERS))

    def _given(self, call: Call, env: Env, answers: int) -> frozenset[str]:
        """What must be set for there to be a value in the first argument of a call: where it is the answer to another
        one, also what that needs.
        """
        file, unit, number = call
        found: list[frozenset[str]] = []
        for node in self._engine.code.graph(file, unit).calls[number].arguments[:1]:
            for end in self._engine.backwards.ends(Spot(file, unit, node), (), env):
                if not self._engine.backwards.is_nothing(end):
                    asked = self._keys.asked(end) if answers else None
                    before = self._given(*asked, answers - 1) if asked is not None else frozenset[str]()
                    found.append(self._needs.where(end.spot) | before)
        return frozenset.intersection(*found) if found else frozenset()

    def _lines(self, call: Call) -> list[tuple[str, int]]:
        """The lines on which a call is shown: where its callee stands, and where its result does."""
        file, unit, number = call
        graph = self._engine.code.graph(file, unit)
        site = graph.calls[number]
        offsets = (graph.at[site.callee], graph.at[site.result])
        return [(file, self._engine.code.program.position(file, one).line) for one in offsets]


def _along(chains: tuple[OnChain, ...], path: Path) -> tuple[int, ...]:
    """The numbers of the chains that a path shares most callers with."""
    if len(chains) == 1:
        return tuple(range(len(chains)))
    steps = {(one.file, one.line) for one in path.steps}
    shared = [len(one.lines & steps) for one in chains]
    most = max(shared, default=0)
    return tuple(number for number, count in enumerate(shared) if count == most)


def _rows(reads: Iterable[Read]) -> list[Row]:
    """One row for each column; it may be spared only where every query says so."""
    return list(
        _merged(
            Row(
                Key(kind="catalogue-row", column=one.name, evidence=(one.at,)),
                (one.at,) if one.spared is None else (),
                one.spared,
            )
            for one in reads
        )
    )


def _merged(rows: Iterable[Row]) -> tuple[Row, ...]:
    """One row for each key; a key that is not spared on one chain is not spared."""
    found: dict[tuple[str, str | None], list[Row]] = {}
    for one in rows:
        found.setdefault((one.key.kind, one.key.column), []).append(one)
    return tuple(
        Row(
            replace(
                several[0].key, evidence=tuple(dict.fromkeys(fact for one in several for fact in one.key.evidence))
            ),
            tuple(dict.fromkeys(query for one in several for query in one.queries)),
            several[0].spared if all(one.spared is not None for one in several) else None,
        )
        for _, several in sorted(found.items(), key=lambda pair: (pair[0][0], pair[0][1] or ""))
    )


def _queries(key: Key) -> tuple[Evidence, ...]:
    """The queries that a key was read by, as its evidence says."""
    return tuple(one for one in key.evidence if one.note == f"reads {key.column or ''}")
