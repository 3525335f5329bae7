"""Outside code that hands out functions: `const [item, setItem] = useState()`, `new Promise((resolve) => …)`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import CALLED, ELEMENT, REJECTED, Path, is_position
from audit.rulebook import flow_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.graph import CallSite
    from audit.rulebook import LibraryRow, Place

_STEPS = {"*": ELEMENT, "thrown": REJECTED[0], "()": CALLED}
LAST = "[-1]"
"""The step to a function's last parameter."""


class Fills(Struct, frozen=True):
    """What a row says of functions that stand `out` of a call: that the part `path` of its result holds what they are
    given as their argument `slot`, or, where they `run` that, what it returns.
    """

    row: LibraryRow
    out: Place
    path: Path
    slot: int
    runs: bool


class Handing:
    """Rows that speak of such functions, as far as the tree names what they are about."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins
        self.provided: Callable[[Spot], tuple[Spot, ...]] = lambda _: ()
        """Where a container hands out what is provided at a node (`{ provide: TOKEN, useValue: items }`)."""

    @cached_property
    def providing(self) -> dict[str, bool]:
        """The members under which a value is provided, each with whether it is a function that makes it."""
        rows = (row for row in self._origins.vocabulary.holders.rows if row.kind == "provider" and row.token)
        made = ((name.removesuffix("="), row.makes) for row in rows for name in row.method)
        return {name: makes == "result" for name, makes in made if makes != "instance"}

    @cached_property
    def by_name(self) -> dict[str, list[Fills]]:
        """What is handed out, by the last name of what does it."""
        found: dict[str, list[Fills]] = {}
        program, files = self._origins.code.program, self._origins.code.program.files
        for row in self._origins.vocabulary.handing:
            modules = (*row.module, *(kind.partition("#")[0] for kind in row.on))
            if not any(map(program.naming, modules)) and not any(program.holding(one, files) for one in row.globals):
                continue
            fills = list(_fills(row))
            for name in (*row.export, *row.globals, *_called(row)):
                found.setdefault(name.rpartition(".")[2], []).extend(fills)
        return found

    @cached_property
    def slots(self) -> frozenset[int]:
        """Which of their arguments such functions put somewhere; what a promise is resolved with is the first."""
        return frozenset((0, *(one.slot for several in self.by_name.values() for one in several)))

    def places(self, spot: Spot, site: CallSite, out: Place) -> Iterator[tuple[Spot, Path]]:
        """Where a call hands out a function: in its result, or as a parameter `[N]` or `this` of what it is given."""
        if out.root == "result":
            yield spot, out.path
            return
        handed = (number for number, step in enumerate(out.path) if step in ("this", LAST) or is_position(step[1:-1]))
        at = next(handed, -1)
        if at < 0 or out.number is None or out.number >= len(site.arguments):
            return
        values = self._origins.of(replace(spot, node=site.arguments[out.number]))
        for step in out.path[:at]:
            values = tuple(one for value in values for one in self._origins.member(value, step))
        for function in dict.fromkeys(one.id for one in values if isinstance(one, Func)):
            for node in self._handed_to(function, out.path[at]):
                yield Spot(function.file, function.unit, node), out.path[at + 1 :]

    def _handed_to(self, function: FunctionId, step: str) -> list[int]:
        graph = self._origins.code.graph(function.file, function.unit)
        if step == "this":
            return graph.this_uses.get(function.number, [])
        parameters = graph.functions[function.number].parameters
        return list(parameters[-1:] if step == LAST else parameters[int(step[1:-1]) :][:1])


def _called(row: LibraryRow) -> Iterator[str]:
    """The names of methods; where a value itself is called, that of its type."""
    for method in row.method:
        yield from (kind.partition("#")[2] for kind in row.on) if method == "()" else (method,)


def _fills(row: LibraryRow) -> Iterator[Fills]:
    for flow in (flow_of(text) for text in row.flows if text.startswith("given(")):
        for source in flow.sources:
            for target in flow.targets:
                path = tuple(_STEPS.get(step, step) for step in target.path)
                for out in source.callee:
                    yield Fills(row, out, path, source.number or 0, source.path == ("()",))
