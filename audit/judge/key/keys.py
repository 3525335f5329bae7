"""What each access is keyed by: where the arguments come from that select the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.find.direct.chains import enclosing
from audit.flow.code import FunctionId
from audit.flow.contexts import HELD, OF_MAPS
from audit.flow.frames import End, Frame
from audit.flow.graph import Op
from audit.judge.key.asking import Asking, Part
from audit.judge.key.bridges import Bridges
from audit.judge.key.ends import Ends, is_shared
from audit.judge.key.rows import beside, row_of, without_row
from audit.judge.verdict.leaves import Leaves
from audit.model import Evidence, Key
from audit.stages import each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.frames import Call, Env
    from audit.judge.chain.chains import Chain
    from audit.judge.chain.outward import Outward
    from audit.judge.chain.reaching import Reaching
    from audit.judge.key.signatures import Taken
    from audit.model import Access, KeyKind, Report
    from audit.rulebook import Rules
    from audit.trace import Engine

_STRONGEST: tuple[KeyKind, ...] = ("catalogue-row", "unknown", "other-row", "free-text", "request", "constant")
_ANSWERS = 3
"""Answers of other accesses that are seen through on one way."""
_CALLERS = 12
"""Callers and answers on one way back to a key: functions that call each other would have no end of it."""
_EACH, _ACCESS, _LEAST = 1_000, 6_000, 50
"""Places that values come from which are looked at for one chain: its share of what all chains of its access have. None
has less because others were asked about before: the order of questions changes no answer.
"""


def keyed(reaching: Reaching, keys: Keys, report: Report, wanted: Callable[[Access], bool] = lambda _: True) -> Report:
    """The report with `keyed_by` filled, for those that are wanted."""

    def found(access: Access) -> Access:
        return replace(access, keyed_by=keys.of(access, [chain for chain, _ in reaching.of(access)]))

    asked = each("looking for keys", report.accesses)
    return replace(report, accesses=tuple(found(one) if wanted(one) and reaching.judges(one) else one for one in asked))


class Keys:
    """Keys by chain, each found once. `client`: the modules whose answers are those of other accesses."""

    def __init__(self, engine: Engine, rules: Rules, outward: Outward, client: frozenset[str]) -> None:
        self._engine, self._rules, self._client = engine, rules, client
        self._asking, self._bridges = Asking(engine, rules), Bridges(engine, rules, outward)
        self.leaves, self._ends = Leaves(engine), Ends(engine)
        self._known: dict[Chain, tuple[Key, ...]] = {}
        self._outward, self._left = outward, 0

    def of(self, access: Access, chains: list[Chain]) -> tuple[Key, ...]:
        """What an access is keyed by on any of its chains, strongest first; what nothing runs need not be known."""
        if access.kind == "database":
            return ()
        live = [key for chain in chains for key in self.on(chain) if chain.runs or key.kind != "unknown"]
        return _merged(live or [key for chain in chains for key in self.on(chain)]) or self._nothing(chains)

    def _nothing(self, chains: list[Chain]) -> tuple[Key, ...]:
        """There are arguments, and nothing is known that gives them."""
        parts = [part for chain in chains[:1] for part in self._asking.parts(chain.access.call, chain.access.env)]
        return tuple(
            self._key("unknown", End(one.spot, (), ()), "nothing is known that gives this") for one in parts[:1]
        )

    def on(self, chain: Chain) -> tuple[Key, ...]:
        """What the access of a chain is keyed by on it."""
        if chain not in self._known:
            beside = len(self._outward.of(chain.access.call))
            self._left = max(_LEAST, min(_EACH, _ACCESS // max(beside, 1)))
            parts = self._asking.parts(chain.access.call, self._bridges.env(chain))
            self._known[chain] = _merged([key for one in parts for key in self._keys(one, 0)])
        return self._known[chain]

    def flags_beside(self, chain: Chain) -> tuple[Evidence, ...]:
        """Where a query that keys the access on a chain reads the flag of the very rows that it takes the key from."""
        found: dict[Evidence, None] = {}
        if not self._rules.gate.columns:
            return ()
        for part in self._asking.parts(chain.access.call, chain.access.env):
            for end in self.leaves.of(part.spot, part.path, part.env):
                row = row_of(self._engine, end)
                for read in (one for column in row.columns for one in beside(row, column)) if row is not None else ():
                    name = f"{read.column.table}.{read.column.name}"
                    if name in self._rules.gate.columns and not read.fresh:
                        line = self._engine.code.program.position(read.file, read.at).line
                        found[Evidence(read.file, line, f"{name} is read with the row")] = None
        return tuple(found)

    def _keys(self, part: Part, answers: int) -> list[Key]:
        """The keys of a part. What only repeats what came before (a cache, a callback on a text), and a list of which
        nobody knows what fills it, or which column it is, counts where nothing but constants is known.
        """
        found: list[Key] = []
        weak: list[Key] = []
        if not self._left:
            return [self._key("unknown", End(part.spot, (), ()), "the search for keys was cut here")]
        for end in self.leaves.of(part.spot, part.path, part.env):
            self._left = max(self._left - 1, 0)
            keys = list(self._classed(end, part.taken, answers))
            (weak if self._ends.repeats(end) or self._ends.is_whole(end) else found).extend(keys)
        return found if any(key.kind != "constant" for key in found) else [*found, *weak]

    def _classed(self, end: End, taken: Taken, answers: int) -> Iterator[Key]:
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        source = graph.source[end.spot.node]
        asked = self.asked(end)
        if row_of(self._engine, end) is not None:
            yield from self._of_row(end)
        elif isinstance(source, lowered.Literal):
            if source.value not in (None, "") and source.value is not False and not end.path:
                yield self._key("constant", end, f"always {source.value}")
        elif self._ends.is_environment(end):
            yield self._key("constant", end, "from the environment")
        elif self._ends.is_function(end):
            return
        elif asked is not None:
            yield from self._of_answer(end, asked, taken, answers)
        elif end.spot.node in graph.of_parameter:
            yield from self._of_parameter(end, taken, answers)
        elif isinstance(source, (lowered.Unary, lowered.Binary)):
            yield from self._of_operands(end, taken, answers)
        elif isinstance(source, lowered.Array) and is_shared(graph, end.spot.node):
            yield self._key("unknown", end, "a list, and what fills it is not known")
        elif not isinstance(source, (lowered.Object, lowered.Array, lowered.Function)):
            yield self._key("unknown", end, "not followed further than here")

    def _of_row(self, end: End) -> Iterator[Key]:
        row = row_of(self._engine, end)
        if not OF_MAPS.isdisjoint(end.path[:1]):
            return  # `forEach` of who knows what, tried as that of a map: rows are none
        if self._ends.is_whole(end):
            yield self._key("unknown", end, "of what a query gives, and it is not known which column")
        for read in row.columns if row is not None else ():
            name = f"{read.column.table}.{read.column.name}"
            if name in self._rules.gate.columns or row is None:
                continue
            line = self._engine.code.program.position(read.file, read.at).line
            tie = self._rules.gate.rows.get(read.column.table)
            fact = Evidence(read.file, line, f"reads {name}")
            if tie is not None and without_row(self._engine, row, read.column.table, tie):
                note = f"only rows of {read.column.table} without {tie}: they belong to no catalogue row"
                yield Key(kind="other-row", column=name, evidence=(fact, Evidence(read.file, line, note)))
            else:
                yield Key(kind="catalogue-row" if tie is not None else "other-row", column=name, evidence=(fact,))

    def _of_operands(self, end: End, taken: Taken, answers: int) -> Iterator[Key]:
        """Arithmetic: what it is made of."""
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        for node, edges in enumerate(graph.out):
            if any(edge.op is Op.DECIDE and edge.to == end.spot.node for edge in edges):
                yield from self._keys(Part(replace(end.spot, node=node), (), end.env, taken), answers)

    def _of_parameter(self, end: End, taken: Taken, answers: int) -> Iterator[Key]:
        """What a request is answered with, or what any caller gives where the chain does not say."""
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        number = graph.of_parameter[end.spot.node][0]
        function = FunctionId(end.spot.file, end.spot.unit, number)
        if self._engine.routes.is_entry(function):
            asked = ".".join(step for step in end.path if step not in HELD)
            routes = ", ".join(one.text for one in self._engine.routes.of(function)[:3]) or enclosing(graph, number)
            note = f"{asked or 'what is sent'} of {routes}"
            yield self._key("free-text" if taken.matched else "request", end, note)
        elif (key := self._bridges.key(end)) is not None:
            yield key
        elif answers >= _CALLERS:
            yield self._key("unknown", end, "more callers were not followed")
        elif self._engine.backwards.callers.of(function) and not any(one.function == function for one in end.env):
            anybody = (Frame(function, None, ()), *end.env)
            yield from self._keys(Part(end.spot, end.path, anybody, taken), answers + 1)
        else:
            yield self._key("unknown", end, f"a parameter of {enclosing(graph, number)} that no known call gives")

    def asked(self, end: End) -> tuple[Call, Env] | None:
        """The call of the client, or the request, whose answer stands at an end."""
        if end.spot.file in self._client:
            frames = list(end.env)
            while frames:
                frame = frames.pop(0)
                if frame.written is not None and frame.function.file in self._client:
                    if frame.written[0] not in self._client:
                        return frame.written, frame.outer
                    frames.extend(frame.outer)
        number = self._engine.code.graph(end.spot.file, end.spot.unit).results.get(end.spot.node)
        call = (end.spot.file, end.spot.unit, number) if number is not None else None
        return (call, end.env) if call is not None and self._asking.sent(call) else None

    def _of_answer(self, end: End, asked: tuple[Call, Env], taken: Taken, answers: int) -> Iterator[Key]:
        """What an answer was asked for by: that is what selects it."""
        call, env = asked
        file, unit, number = call
        graph = self._engine.code.graph(file, unit)
        line = self._engine.code.program.position(file, graph.at[graph.calls[number].callee]).line
        through = Evidence(file, line, "answered here")
        if answers >= _ANSWERS:
            yield self._key("unknown", end, "an answer to an answer; not followed further")
            return
        for part in self._asking.parts(call, env):
            known = part if part.taken.type else replace(part, taken=taken)
            for key in self._keys(known, answers + 1):
                yield replace(key, evidence=(*key.evidence, through)) if key.kind != "constant" else key

    def _key(self, kind: KeyKind, end: End, note: str) -> Key:
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        line = self._engine.code.program.position(end.spot.file, graph.at[end.spot.node]).line
        return Key(kind=kind, evidence=(Evidence(end.spot.file, line, note),))


def _merged(keys: list[Key]) -> tuple[Key, ...]:
    """One key for each kind and column, with all that says so; constants count where there is nothing else."""
    facts: dict[tuple[KeyKind, str | None], dict[Evidence, None]] = {}
    for key in keys:
        facts.setdefault((key.kind, key.column), {}).update(dict.fromkeys(key.evidence))
    found = [Key(kind=kind, column=column, evidence=tuple(held)) for (kind, column), held in facts.items()]
    kept = [one for one in found if one.kind != "constant"] or found
    return tuple(sorted(kept, key=lambda one: (_STRONGEST.index(one.kind), one.column or "", one.evidence)))
