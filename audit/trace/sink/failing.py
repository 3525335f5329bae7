"""Where an error goes that a handler passes on: to the functions that are mounted to take errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.trace.sink.taking import Taker, Takers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.trace.sink.responses import Responses


class ErrorHandlers:
    """The functions that are mounted and take one more than requests bring: an error first."""

    def __init__(self, origins: Origins, responses: Responses) -> None:
        self._origins, self._code, self._responses = origins, origins.code, responses
        mounts = [row for row in origins.vocabulary.routes.rows if row.kind == "mount" and row.method]
        rows = [row for row in mounts if row.error is None]
        going = [row for row in rows if len(row.params) > 2 and not row.hooks]  # hooks take no errors first
        self._given = {row.params[-1]: len(row.params) for row in going}
        self._methods = sorted({name for row in rows for name in row.method})
        self._told = Takers(origins)
        self._takers: dict[str, tuple[Taker, ...]] = {}
        self._found: dict[tuple[str, int], tuple[FunctionId, ...]] = {}

    def of(self, callee: Spot) -> tuple[FunctionId, ...]:
        """The functions that take what is given to a handler's last parameter (`next`); () for another callee."""
        if callee.node < 0 or not any(self._mounted(callee.file, size + 1) for size in set(self._given.values())):
            return ()  # where nobody takes errors it is not asked what is called
        sizes = (self._given[kind] for kind in self._responses.types_of(callee) if kind in self._given)
        found = next((self._mounted(callee.file, size + 1) for size in sizes), ())
        return tuple(one for one in found if self._responses.may_fail_to(one, lambda: self._responses.at(callee)))

    def thrown(self, function: FunctionId, made: Spot) -> tuple[Taker, ...]:
        """Where what a handler throws, or is rejected with, comes to; () for what is no handler."""
        found = self._taking(function.file)
        if not found or not self._responses.is_entry(function):
            return ()
        homes = self._responses.frameworks(function)
        others = (one for one in found if one.function != function and not one.homes.isdisjoint(homes or one.homes))
        return tuple(
            one
            for one in others
            if self._told.takes(one, made)
            and self._responses.may_fail_to(one.function, lambda: self._responses.reaching(function))
        )

    def _taking(self, file: str) -> tuple[Taker, ...]:
        """The functions that the package of a file mounts to take errors, by who mounts them, or as vocabulary says."""
        home = self._package(file)
        if home not in self._takers:
            mounted = self._mounted(file, max(self._given.values()) + 1) if self._given else ()
            graphs = ((one, self._code.graph(one.file, one.unit)) for one in mounted)
            homes = frozenset(kind.partition("#")[0] for kind in self._given)
            first = (Taker(one, graph.functions[one.number].parameters[0], (), homes) for one, graph in graphs)
            told = sorted(self._told.among(lambda other: self._package(other) == home), key=Taker.order)
            self._takers[home] = tuple(dict.fromkeys((*first, *told)))
        return self._takers[home]

    def _package(self, file: str) -> str:
        """The nearest folder above a file that has a package.json: what one application consists of."""
        folder = file.rpartition("/")[0]
        while folder and not self._code.program.snapshot.has(f"{folder}/package.json"):
            folder = folder.rpartition("/")[0]
        return folder

    def _mounted(self, file: str, size: int) -> tuple[FunctionId, ...]:
        """The functions of that many parameters that the package of a file mounts, by who mounts them."""
        home = self._package(file)
        if (home, size) not in self._found:
            self._found[home, size] = tuple(dict.fromkeys(one for _, one in sorted(self._find(home, size))))
        return self._found[home, size]

    def _find(self, home: str, size: int) -> Iterator[tuple[str, FunctionId]]:
        for method in self._methods:
            for file in self._code.files_holding(f".{method}("):
                for spot in self._code.members(file, method) if self._package(file) == home else ():
                    yield from ((file, function) for function in self._at(spot, size))

    def _at(self, spot: Spot, size: int) -> Iterator[FunctionId]:
        graph = self._code.graph(spot.file, spot.unit)
        calls = [graph.calls[edge.to] for edge in graph.out[spot.node] if edge.op is Op.CALLEE]
        for node in (node for site in calls for node in site.arguments):
            for value in self._origins.of(replace(spot, node=node)):
                if isinstance(value, Func):
                    shape = self._code.graph(value.id.file, value.id.unit).functions[value.id.number]
                    if len(shape.parameters) == size:
                        yield value.id
