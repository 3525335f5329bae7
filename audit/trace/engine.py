"""The engine of one run: what it knows of code, names, queries and routes, built once and shared by all who ask."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.backward.backwards import Backwards
from audit.flow.backward.origins import Origins
from audit.flow.code import Code
from audit.flow.projections import Schemas
from audit.flow.routes import Routes
from audit.flow.tables import Queries
from audit.link.names import Names
from audit.rulebook import VocabularyIndex, load_vocabulary
from audit.trace.bridges import Bridges
from audit.trace.entry.entries import Entries
from audit.trace.entry.frameworks import Frameworks
from audit.trace.entry.packages import Packages
from audit.trace.entry.programs import Programs
from audit.trace.path.bound import BoundWays
from audit.trace.sink.responses import Responses

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.link.program import Program
    from audit.rulebook import Rules


class Engine(Struct, frozen=True):
    """Everything that answers questions about one program. Each part keeps its answers."""

    code: Code
    names: Names
    origins: Origins
    backwards: Backwards
    queries: Queries
    routes: Routes
    responses: Responses
    bridges: Bridges
    entries: Entries
    programs: Programs
    ignored: Callable[[str], bool]
    """Is a file left out: tests, by the rules' scope?"""


def engine_for(program: Program, rules: Rules, *, shared: bool = False) -> Engine:
    """A new engine over a program; nothing is read before something is asked.

    `shared`: nothing will be followed, so that graphs may be those of another revision (`Code`).
    """
    ignored = ignored_by(rules)
    code, names = Code(program, ignored, shared=shared), Names(program, ignored)
    return engine_of(Origins(code, names, VocabularyIndex(load_vocabulary(), "javascript")), ignored, rules)


def ignored_by(rules: Rules) -> Callable[[str], bool]:
    """Is a file left out: tests, by the rules' scope?"""
    return cache(lambda file: rules.scope.of(file) == "test")


def engine_of(origins: Origins, ignored: Callable[[str], bool], rules: Rules | None = None) -> Engine:
    """A new engine that asks these origins: of the files of one language."""
    code, names = origins.code, origins.names
    routes = Routes(origins, ignored)
    queries = Queries(origins, [file for file in code.program.files if not ignored(file)])
    backwards = Backwards(origins)
    backwards.is_entry = routes.is_entry
    routes.may_run = BoundWays(code).open
    schemas = Schemas(origins)
    origins.projected = schemas.parts
    bridges = Bridges(code, rules.bridges if rules is not None else ())
    packages = Packages(code.program, names, rules.is_entry if rules is not None else lambda _: False, ignored)
    entries = Entries(origins, ignored, routes.is_entry, packages, Frameworks(origins), backwards.callers.of)
    return Engine(
        code,
        names,
        origins,
        backwards,
        queries,
        routes,
        Responses(routes, origins, schemas),
        bridges,
        entries,
        Programs(code.program, ignored),
        ignored,
    )
