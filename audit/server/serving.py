"""The server's side of every subject: routes, what they reach, and what that does to the claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.link.python_program import PythonProgram
from audit.model import Evidence, Hop, Place, Reached, Server
from audit.rulebook import VocabularyIndex, load_vocabulary
from audit.server.bodies.memo import Bodies
from audit.server.bodies.sinks import UNKNOWN_KIND, Sinks
from audit.server.claims import absent, claims_of
from audit.server.framework.matching import matched, merged
from audit.server.framework.routes import Route, Routes
from audit.server.meaning.texts import Writings
from audit.server.meaning.tree import Tree
from audit.server.meaning.values import Values
from audit.server.reaching import Reach, Reaching

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.extract.reading import Reader
    from audit.model import Checkout, Subject
    from audit.rulebook import Rules
    from audit.server.meaning.model import Func, Node
    from audit.source import Snapshot

_MARKERS = (b"FastAPI", b"APIRouter")


def start(snapshot: Snapshot, reader: Reader, candidates: Iterable[Rules]) -> PythonProgram:
    """Hand the files of production to a process that reads them while others work. To be closed by the caller."""
    python = PythonProgram(snapshot, reader, ())
    scopes = [rules.scope for rules in candidates]
    python.hand_over([path for path in python.files if any(scope.of(path) == "production" for scope in scopes)])
    return python


class Service:
    """One checkout of the server, asked by endpoint."""

    def __init__(self, python: PythonProgram, rules: Rules) -> None:
        self._python = python
        files = tuple(path for path in python.files if rules.scope.of(path) == "production")
        self._tree = Tree(python, files)
        self._values = Values(self._tree, VocabularyIndex(load_vocabulary(), "python"))
        self._writings = Writings(self._values)
        sinks = Sinks(rules.server.sinks)
        bodies = Bodies(self._values, self._writings, sinks)
        self._reaching = Reaching(bodies, sinks, self._writings, self._values)
        self._routes: tuple[Route, ...] | None = None
        self._lost: tuple[Evidence, ...] = ()
        self.commit = python.snapshot.checkout().commit

    def routes(self) -> tuple[Route, ...]:
        """Every route of the server."""
        if self._routes is None:
            finder = Routes(self._values, self._writings)
            self._routes = finder.find()
            lost = [Evidence(*one) for one in finder.lost]
            unread = [Evidence(path, 1, f"not read: {reason}") for path, reason in self._python.unread.items()]
            self._lost = tuple(sorted((*lost, *unread)))
        return self._routes

    def of(self, endpoint: str, caller: str | None) -> Server:
        """What the server does for an endpoint; `caller` is the commit of the tree that asks for it."""
        route = matched(self.routes(), endpoint)
        if route is None:
            return self._absent(endpoint, caller)
        try:
            reach = self._reaching.of(route.handler, route.depends)
        except RecursionError:
            note = f"what `{route.handler.name}` reaches nests too deeply to be followed"
            return replace(self._present(route), claims=absent().states, unresolved=(self._at(route.handler, note),))
        claims = claims_of(reach)
        return replace(
            self._present(route),
            reaches=self._reached(reach),
            claims=claims.states,
            when=claims.when,
            unresolved=tuple(
                sorted(Evidence(one.file, self._line(one.file, one.at), one.note) for one in reach.doubts)
            ),
        )

    def _present(self, route: Route) -> Server:
        func = route.handler
        at = Place(func.file, self._line(func.file, func.at))
        return Server(commit=self.commit, route="present", handler=func.name, at=at)

    def _absent(self, endpoint: str, caller: str | None) -> Server:
        here = self.commit or "a folder without a commit"
        there = caller or "a folder without a commit"
        home = next((path for path in self._tree.files if self._makes(path)), "")
        note = f"no route answers `{endpoint}` in the server at {here}; it is asked for at {there}"
        return Server(
            commit=self.commit,
            route="absent",
            claims=absent().states,
            unresolved=(Evidence(home, 1, note), *self._lost),
        )

    def _makes(self, path: str) -> bool:
        source = self._python.source(path) or b""
        return any(marker in source for marker in _MARKERS)

    def _reached(self, reach: Reach) -> dict[str, tuple[Reached, ...]]:
        found: dict[str, list[Reached]] = {}
        for node, marks in reach.marks.items():
            chain = self._chain(node, reach)
            for kind, at in marks:
                one = Reached(file=node.file, line=self._line(node.file, at), chain=chain)
                same = found.setdefault(kind, [])
                if not any((other.file, other.line) == (one.file, one.line) for other in same):
                    same.append(one)
        ordered = sorted(found, key=lambda kind: (kind == UNKNOWN_KIND, kind))
        return {kind: tuple(sorted(found[kind], key=lambda one: (one.file, one.line))) for kind in ordered}

    def _chain(self, node: Node, reach: Reach) -> tuple[Hop, ...]:
        """The functions from the handler on, each at the place where it is named."""
        hops: list[Hop] = []
        while (way := reach.ways[node]).edge is not None and way.source is not None:
            place = way.source.file
            hops.append(Hop(function=node.name, file=place, line=self._line(place, way.edge.at), via=way.edge.via))
            node = way.source
        return tuple(reversed(hops))

    def _at(self, func: Func, note: str) -> Evidence:
        return Evidence(func.file, self._line(func.file, func.at), note)

    def _line(self, file: str, at: int) -> int:
        return self._tree.line(file, at)


def server_side(service: Service, subjects: Iterable[Subject], audited: Checkout) -> tuple[Subject, ...]:
    """The subjects, each that has endpoints with what the server does for them."""
    return tuple(
        replace(one, server=merged([service.of(endpoint, audited.commit) for endpoint in one.endpoints]))
        if one.endpoints
        else one
        for one in subjects
    )
