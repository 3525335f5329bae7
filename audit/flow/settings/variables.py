"""Which values are variables of the environment: members of its object, results of calls that read one, fields of a
checked schema, parts of a configuration that are registered under a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.values import ClassValue, Func, Global, Outside
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import Call, End, Env, Path
from audit.flow.outside.places import last_name, placed
from audit.flow.outside.rows import section_rows
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.backward.backwards import Backwards
    from audit.flow.graph import CallSite, Graph
    from audit.rulebook.vocabulary import EnvRow


NAMES = "arg0|arg1"
"""Where code of which nothing is known gets the name of a variable to read."""


class Variables:
    """`asked` are the names of the variables that matter."""

    def __init__(self, backwards: Backwards, asked: Iterable[str]) -> None:
        self._backwards, self._origins, self._code = backwards, backwards.origins, backwards.code
        self.asked = frozenset(asked)

    def read_at(self, end: End) -> str | None:
        """The name of the variable whose value is at an end; None when it is no variable's."""
        if end.spot in self._backwards.variables and not end.path:
            return self._backwards.variables[end.spot]
        graph = self._code.graph(end.spot.file, end.spot.unit)
        number = graph.results.get(end.spot.node)
        if number is not None:
            return self._by_call(end, graph.calls[number], number) or self._of_unknown(end, graph)
        return self._of_object(end) or self._of_unknown(end, graph)

    def is_environment(self, spot: Spot) -> bool:
        """Is the environment as a whole at a node?"""
        return any(self._is_object(value) for value in self._origins.of(spot))

    def names_at(self, spot: Spot, env: Env, path: Path = ()) -> list[str]:
        """The constant texts at a node, or at a part of it."""
        found = [self._backwards.constant(end) for end in self._backwards.ends(spot, path, env)]
        return [text for text in found if text is not None]

    def _of_object(self, end: End) -> str | None:
        """A member of the environment: the path of the end leads from a global or an import to it."""
        if not end.path:
            return None
        for value in self._origins.of(end.spot):
            for steps in range(len(end.path)):
                if self._is_object(_further(value, end.path[:steps])) and steps == len(end.path) - 1:
                    return end.path[steps]
        return None

    def _of_unknown(self, end: End, graph: Graph) -> str | None:
        """A member of the variable's very name, read from what a framework gives or unknown code makes: settings, the
        bindings of a worker, what validated the environment.
        """
        name = end.path[-1] if end.path else ""
        if name not in self.asked or not name.isupper():
            return None
        file, unit, node = end.spot.file, end.spot.unit, end.spot.node
        if node in graph.of_parameter:
            called = self._backwards.callers.of(FunctionId(file, unit, graph.of_parameter[node][0]))
            return name if not called else None
        outside = any(isinstance(one, Outside) for one in self._origins.of(end.spot))
        return name if outside or node in graph.results else None

    def _is_object(self, value: object) -> bool:
        envs = self._origins.vocabulary.envs
        rows: tuple[object, ...] = ()
        if isinstance(value, Global):
            rows = envs.named(value.name)
        elif isinstance(value, Outside):
            rows = (*envs.exported(value.module, value.path), *envs.exported(value.module, "*"))
        return any(row.kind == "object" for row in rows)  # type: ignore[attr-defined]

    def reads_by_name(self, call: Call) -> bool:
        """May code that is not here read a variable whose name it is given (`settings.get("NAME")`, `env("NAME")`)?"""
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        callees = self._origins.callees(file, unit, site)
        if site.new or any(isinstance(one, (Func, ClassValue)) for one in callees):
            return False
        names = {site.method, *map(last_name, callees)}
        return "get" in names or self._backwards.library.flows(*call) is None

    def _by_call(self, end: End, site: CallSite, number: int) -> str | None:
        file, unit = end.spot.file, end.spot.unit
        for callee in self._origins.callees(file, unit, site):
            for row in section_rows(self._origins.vocabulary.envs, callee):
                if row.kind == "schema" and len(end.path) == 1:
                    return end.path[0]
                if row.kind == "tree" and end.path:
                    return next(iter(self._in_tree(end, site, row)), None)
                if row.kind in ("call", "option") and row.name and not end.path:
                    return next(iter(self._named(end, site, row.name)), None)
        if end.path or not self.reads_by_name((file, unit, number)):
            return None
        return next((name for name in self._named(end, site, NAMES) if name in self.asked), None)

    def _in_tree(self, end: End, site: CallSite, row: EnvRow) -> list[str]:
        """What a schema says of the variable that fills a member: `{ acme: { url: { env: "ACME_URL" } } }`."""
        below = named_below(row)
        return [
            name
            for words in row.schema
            for place in places_of(words)
            for node, held in placed(site, place)
            for name in self.names_at(replace(end.spot, node=node), end.env, (*held, *end.path, *below))
        ]

    def _named(self, end: End, site: CallSite, words: str) -> list[str]:
        return [
            name
            for place in places_of(words)
            for node, path in placed(site, place)
            for name in self.names_at(replace(end.spot, node=node), end.env, path)
        ]


def named_below(row: EnvRow) -> Path:
    """The member of each object of a schema that names the variable."""
    return places_of(row.name)[0].path if row.name else ()


def _further(value: object, path: Path) -> object:
    """A member of something outside of the tree."""
    if isinstance(value, Global):
        return Global(".".join((value.name, *path)))
    if isinstance(value, Outside):
        start = [] if value.path == "*" and path else [value.path]
        return Outside(value.module, ".".join((*start, *path)))
    return value


__all__ = ["Func", "FunctionId", "Variables", "named_below"]
