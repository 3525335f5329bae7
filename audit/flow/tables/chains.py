"""Chains of calls that make a query: which step each call is, and what the query is about."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.backward.heap import aliases
from audit.flow.backward.values import Func, Method, Typed, Value
from audit.flow.code import Spot
from audit.flow.graph import CallSite, Graph, Op
from audit.flow.outside.matching import fits
from audit.flow.tables.model import Table
from audit.flow.tables.schema.declared import Tables
from audit.flow.tables.wrapped import Wrappers, may_wrap
from audit.rulebook import Place, QueryRow, places_of

_DEEP = 40


class Step(Struct, frozen=True, order=True):
    """One call of a chain: the node of its result, the row that it fits; `maybe` where other ways go round
    it.
    """

    spot: Spot
    row: QueryRow
    maybe: bool = False


class Chain(Struct, frozen=True, order=True):
    """The steps of a query, first to last. `kind`: the step that says what the query does."""

    steps: tuple[Step, ...]

    @property
    def kind(self) -> str:
        found = [one.row.step for one in self.steps if one.row.step in _KINDS]
        changes = [one for one in found if one in _CHANGES]
        return next(iter(changes or found), "")

    def named(self, *steps: str) -> list[Step]:
        """The steps of the given kinds, in order."""
        return [one for one in self.steps if one.row.step in steps]

    def setting(self) -> list[Step]:
        """The steps that say what is put into columns, of a query that gives back what it writes."""
        at_once = [one for one in self.named("insert", "update") if one.row.columns]
        if self.kind == "insert":
            return [*self.named("set"), *at_once] if at_once else []
        if self.kind == "update" and (at_once or self.named("returning")):
            return [*self.named("set"), *(at_once or self.named("update"))]
        return []


_CHANGES = ("insert", "update", "delete")
_KINDS = ("select", "insert", "update", "delete", "find", "sql")


class Chains:
    """Chains by the call that ends them."""

    def __init__(self, tables: Tables) -> None:
        self.tables, self.trace = tables, tables.trace
        vocabulary = self.trace.origins.vocabulary
        self._index = vocabulary.queries
        self._roots = frozenset(row.gives for row in vocabulary.databases.rows if row.gives)
        self._inner = frozenset(row.gives for row in self._index.rows if row.gives) - self._roots
        self._texts = frozenset(row.gives for row in self._index.rows if row.named)
        self._methods = frozenset(method for row in self._index.rows for method in row.method)
        self._fetching = frozenset(method for row in self._index.rows if row.step == "run" for method in row.method)
        passing = (row for row in self._index.rows if row.step in ("pass", "where", "join") and row.gives in row.on)
        self._passing = frozenset(method for row in passing for method in row.method)
        self._known: dict[Spot, Chain | None] = {}
        self._named_by: dict[Step, tuple[Table, ...]] = {}
        self.wrappers = Wrappers(self)

    def may_be(self, site: CallSite) -> bool:
        """Can a call be a step of a query? Cheap: by the name of its method."""
        return site.tag or site.method in self._methods or (not site.method and "()" in self._methods) or may_wrap(site)

    def passes(self, method: str) -> bool:
        """Is a query of which rows are asked still one behind a step of that name?"""
        return method in self._passing

    def of(self, spot: Spot) -> Chain | None:
        """The chain that ends with the call whose result a node is; None when it is no query."""
        if spot not in self._known:
            self._known[spot] = None
            self._known[spot] = self._find(spot)
        return self._known[spot]

    def table(self, step: Step) -> Table | None:
        """The table that a step names; the first, where it may be several."""
        return next(iter(self.tables_of(step)), None)

    def tables_of(self, step: Step) -> tuple[Table, ...]:
        """All tables that a step may name (`insert(old ? albums : concerts)`)."""
        if step not in self._named_by:
            found, alias = self._find_tables(step), self._alias(step)
            self._named_by[step] = tuple(replace(one, alias=alias) for one in found) if alias else found
        return self._named_by[step]

    def is_told(self, step: Step) -> bool:
        """Does a step name one of several tables by a key, or by what a call is told?"""
        held = [self.place(step.spot, place) for place in places_of(step.row.table)] if step.row.table else []
        return any(self.tables.is_told(one) for one in held if one is not None)

    def _alias(self, step: Step) -> str:
        """What a table is called in the conditions of its query, where the call says so."""
        held = [self.place(step.spot, place) for place in places_of(step.row.alias)] if step.row.alias else []
        text = self.tables.text(held[0]) if held and held[0] is not None else ""
        return text if "?" not in text else ""

    def _find_tables(self, step: Step) -> tuple[Table, ...]:
        for place in places_of(step.row.table) if step.row.table else ():
            found = self._at(step, place)
            named = self._named(step.spot, place) if step.row.named and not found else None
            if found or named is not None:
                return found or ((named,) if named is not None else ())
        return ()

    def _named(self, spot: Spot, place: Place) -> Table | None:
        """`db("shop.items as i")`: a table by its name, with an alias."""
        held = self.place(spot, place)
        words = self.tables.text(held).split() if held is not None else []
        name = words[0].rpartition(".")[2].strip('"`') if words else ""
        if not name or "?" in name:
            return None
        return replace(self.tables.named(name) or Table(name, open=True), alias=words[-1] if len(words) > 1 else "")

    def place(self, spot: Spot, place: Place) -> Spot | None:
        """The argument, or the receiver, that a place of a row means at a call."""
        if place.root == "this":
            return self.trace.receiver(spot)
        if place.root in ("arg", "args") and place.number is not None:
            return self.trace.argument(spot, place.number)
        return None

    def _at(self, step: Step, place: Place) -> tuple[Table, ...]:
        if place.root == "receiver":
            key = self._receiver(step.spot)
            table = self.tables.models.keyed(key) if step.row.models else self.tables.keyed(key)
            known = table is not None and (not step.row.models or self._may_have_models(step))
            return (table,) if known and table is not None else ()
        held = self.place(step.spot, place)
        return self.tables.every(held) if held is not None else ()

    def _may_have_models(self, step: Step) -> bool:
        """Is what has the model no client of another package (`stripe.item.update(…)`)?"""
        spot = step.spot
        held = self.trace.receiver(spot)
        graph = self.trace.code.graph(spot.file, spot.unit)
        owners = [node for node, op, _ in graph.back[held.node] if op is Op.LOAD] if held is not None else []
        known = [value for node in owners for value in self.trace.origins.of(replace(spot, node=node))]
        modules = list(filter(None, map(_module, known)))
        return not modules or any(step.row.models in module.lower() for module in modules)

    def _receiver(self, spot: Spot) -> str:
        """`db.query.concerts.findMany()`: the key under which the schema has the table."""
        if any(isinstance(one, Func) for one in self.trace.callees(spot)):
            return ""  # a method of the tree that is called the same
        held = self.trace.receiver(spot)
        source = self.trace.source(held) if held is not None else None
        key = getattr(source, "key", "")
        return key if isinstance(key, str) else ""

    def _find(self, spot: Spot, depth: int = 0) -> Chain | None:
        site = self.trace.site(spot)
        if site is None or depth > _DEEP or not self.may_be(site):
            return None
        before = self._before(spot) or self._executed(spot, site)
        rows = sorted(self._rows(spot, site, before), key=lambda row: row.step == "returning")
        for row in rows:
            step = Step(spot, row)
            also = _given_back(spot, rows) if row.step in _CHANGES else ()
            goes_on = before is not None and self._gives(before) in row.on
            if before is not None and (goes_on or row.step not in ("insert", "update", "delete", "sql", "find")):
                return Chain((*self._standing(before.steps, row), *also, step))
            if self._is_root(step, site):
                return Chain((*also, step))
        return None

    def _standing(self, steps: tuple[Step, ...], row: QueryRow) -> tuple[Step, ...]:
        """The steps of which a further one does not take the place."""
        return tuple(one for one in steps if self._method(one) not in row.replaces) if row.replaces else steps

    def _method(self, step: Step) -> str:
        site = self.trace.site(step.spot)
        return site.method if site is not None else ""

    def _before(self, spot: Spot) -> Chain | None:
        receiver = self.trace.receiver(spot)
        if receiver is None:
            return None
        ways = [self.of(one) for one, _ in self.trace.through(receiver) if one != spot]
        # A chain that gives an object of the class ends with it: what is called on that is another query.
        chains = [one for one in ways if one is not None and one.steps[-1].row.gives != "this"]
        if len(chains) < 2:
            return chains[0] if chains else None
        always = set.intersection(*({step.spot for step in one.steps} for one in chains))
        longest = max(chains, key=lambda one: len(one.steps))
        return Chain(tuple(one if one.spot in always else replace(one, maybe=True) for one in longest.steps))

    def _executed(self, spot: Spot, site: CallSite) -> Chain | None:
        """`cursor.fetchall()`: what the same cursor has sent since rows were fetched from it before."""
        if site.method not in self._fetching or site.receiver < 0:
            return None
        graph = self.trace.code.graph(spot.file, spot.unit)
        made = {
            one.node
            for one in self.trace.made(replace(spot, node=site.receiver))
            if (one.file, one.unit) == (spot.file, spot.unit)
        }
        held = aliases(graph, made | {site.receiver})
        calls = {edge.to for node in held for edge in graph.out[node] if edge.op is Op.RECEIVER}
        earlier = sorted((graph.calls[one] for one in calls if graph.calls[one].at < site.at), key=lambda one: one.at)
        since = max((at for at, one in enumerate(earlier) if one.method in self._fetching), default=-1)
        sent = [self.of(replace(spot, node=one.result)) for one in earlier[since + 1 :] or earlier]
        steps = [step for chain in sent if chain is not None for step in chain.steps if step.row.step == "sql"]
        return Chain(tuple(replace(one, maybe=len(steps) > 1) for one in steps)) if steps else None

    def _rows(self, spot: Spot, site: CallSite, before: Chain | None) -> list[QueryRow]:
        """The rows of a call: by what the step before gives, by what is known of the callee, else by the
        method alone.
        """
        if before is not None:
            given = self._gives(before)
            rows = [row for row in self._index.on(given, site.method) if fits(row, site)] if given else []
            named = (row for row in self._index.methods(site.method) if row.step != "narrow")
            return rows or [row for row in named if self._inner & set(row.on)][:1]
        if any(isinstance(one, Func) for one in self.trace.callees(spot)):
            return self.wrappers.rows(spot)
        rows = [row for row in self.trace.rows(spot) if row.tag == site.tag]
        if rows or not site.method:
            return rows
        known = self._inner | self._texts
        found = [
            row for row in self._index.methods(site.method) if row.tag == site.tag and row.gives not in self._texts
        ]
        return [row for row in found if not set(row.on) <= known]

    @staticmethod
    def _gives(chain: Chain) -> str | None:
        """What the last step of a chain gives that says so."""
        return next((one.row.gives for one in reversed(chain.steps) if one.row.gives), None)

    def _is_root(self, step: Step, site: CallSite) -> bool:
        """Does a call that stands alone start a query? Where the callee is not known it must name a table."""
        kind = step.row.step
        if kind in ("insert", "update", "delete", "find"):
            return self.table(step) is not None or (kind != "find" and step.row in self.trace.rows(step.spot))
        if kind == "select":
            return not step.row.module and bool(step.row.gives)
        if kind == "narrow":
            return step.row in self.trace.rows(step.spot)
        return kind == "sql" and (site.tag or bool(site.arguments))


def ends(chains: Chains, graph: Graph) -> Iterator[int]:
    """The calls of a statement that no later call of their chain follows at once."""
    steps = [(call, site) for call, site in enumerate(graph.calls) if chains.may_be(site)]
    chained = {site.receiver for _, site in steps}
    for call, site in steps:
        if site.result not in chained and site.method != "as":
            yield call  # `.as("name")` is a subquery: what selects from it reads


def _given_back(spot: Spot, rows: list[QueryRow]) -> tuple[Step, ...]:
    """The step that a last argument is, by which a change says what it gives back (`insert(row, ["id"])`)."""
    return tuple(Step(spot, row) for row in rows if row.step == "returning")


def _module(value: Value) -> str:
    """The package that something was made by; empty where that is not known."""
    module = value.type.rpartition("#")[0] if isinstance(value, (Typed, Method)) else ""
    return "" if module.startswith((".", "~", "@/")) else module


__all__ = ["Chain", "Chains", "Step"]
