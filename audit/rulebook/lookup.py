"""Finding vocabulary rows by what a call names: a module's export, a global, a typed receiver's method."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Generic, TypeVar

from audit.rulebook.flows import flow_of
from audit.rulebook.vocabulary import (
    DatabaseRow,
    EnvRow,
    HolderRow,
    LibraryRow,
    QueryRow,
    RequestRow,
    RouteRow,
    Row,
    SinkRow,
    Vocabulary,
)
from audit.rulebook.words import Language

R_co = TypeVar("R_co", bound=Row, covariant=True)
K = TypeVar("K")


class Index(Generic[R_co]):
    """The rows of one section, for one language. Answers are in order of file and line, and may be empty."""

    def __init__(self, rows: Iterable[R_co], language: Language) -> None:
        self.rows: tuple[R_co, ...] = tuple(row for row in rows if row.language in {language, "any"})

    def exported(self, module: str, path: str) -> tuple[R_co, ...]:
        """The rows for `path` (`default`, `get`, `default.create`, `Pool`) of `module`.

        A member of the default export is looked up as an export as well, for both are the same object
        wherever a CommonJS module is imported as a default; the default export of `lodash/get` is the export `get`
        of `lodash`; `node:` does not count.
        """
        module = module.removeprefix("node:")
        found = self._exports
        rows = found.get((module, path)) or found.get((module, path.removeprefix("default.")))
        if not rows and path == "default":
            package, _, name = module.rpartition("/")
            rows = found.get((package, name))
        return tuple(rows or ())

    def named(self, name: str) -> tuple[R_co, ...]:
        """The rows for the global `name` (`fetch`, `process.env`), also after `globalThis.` or `window.`."""
        for prefix in ("globalThis.", "window.", "self.", "global."):
            name = name.removeprefix(prefix)
        return tuple(self._globals.get(name, ()))

    def on(self, kind: str, method: str) -> tuple[R_co, ...]:
        """The rows for `method` of a receiver of type `kind` (`express#Response`, `Array`).

        A member of a typed value has the type `WebClient.chat`: its `postMessage` is the type's `chat.postMessage`.
        """
        found = self._methods.get((kind, method))
        while not found and "." in kind.rpartition("#")[2]:
            kind, _, step = kind.rpartition(".")
            method = f"{step}.{method}"
            found = self._methods.get((kind, method))
        return tuple(found or ())

    def methods(self, method: str) -> tuple[R_co, ...]:
        """The rows for `method` of any type: for receivers whose type is not known."""
        return tuple(self._by_method.get(method, ()))

    def built_in(self, method: str) -> bool:
        """Do objects of the language itself (`Array`, `str`), which stand everywhere, have a method of that name?"""
        return any("#" not in kind for row in self._by_method.get(method, ()) for kind in row.on)

    def like(self, kind: str) -> tuple[R_co, ...]:
        """The rows whose callee a value annotated as `kind` may be (`typeof fetch`)."""
        return tuple(self._by_like.get(kind, ()))

    def modules(self) -> frozenset[str]:
        """The modules that any row names, without `node:`."""
        return frozenset(module for module, _ in self._exports)

    # each map when it is asked for: an audit without paths asks few

    @cached_property
    def _exports(self) -> dict[tuple[str, str], list[R_co]]:
        return _lists(
            ((module.removeprefix("node:"), path), row)
            for row in self.rows
            for module in row.module
            for path in row.export
        )

    @cached_property
    def _globals(self) -> dict[str, list[R_co]]:
        return _lists((name, row) for row in self.rows for name in row.globals)

    @cached_property
    def _by_like(self) -> dict[str, list[R_co]]:
        return _lists((kind, row) for row in self.rows for kind in getattr(row, "like", ()))

    @cached_property
    def _by_method(self) -> dict[str, list[R_co]]:
        found: dict[str, list[R_co]] = defaultdict(list)
        for row in self.rows:
            for method in row.method:
                found[method].append(row)
                inner, _, name = method.rpartition(".")
                if inner and isinstance(row, SinkRow):
                    found[name].append(row)
        return found

    @cached_property
    def _methods(self) -> dict[tuple[str, str], list[R_co]]:
        found: dict[tuple[str, str], list[R_co]] = defaultdict(list)
        for row in self.rows:
            for method, kind in ((method, kind) for method in row.method for kind in row.on):
                found[kind, method].append(row)
                inner, _, name = method.rpartition(".")
                if inner:
                    found[f"{kind}.{inner}", name].append(row)
        return found


def _lists(pairs: Iterable[tuple[K, R_co]]) -> dict[K, list[R_co]]:
    found: dict[K, list[R_co]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return found


class VocabularyIndex:
    """The vocabulary of one language, each section with its index. Build one per run and language.

    `read` and `assigned` are the members of which some row says what reading them gives (`.href`), or assigning to them
    does (`body=`); `filled` those into which whatever is assigned goes there (`[*]=`).
    """

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        self.language = language
        self.requests: Index[RequestRow] = Index(vocabulary.requests, language)
        self.databases: Index[DatabaseRow] = Index(vocabulary.databases, language)
        self.envs: Index[EnvRow] = Index(vocabulary.envs, language)
        self.sinks: Index[SinkRow] = Index(vocabulary.sinks, language)
        self.routes: Index[RouteRow] = Index(vocabulary.routes, language)
        self.queries: Index[QueryRow] = Index(vocabulary.queries, language)
        self.library: Index[LibraryRow] = Index(vocabulary.library, language)
        self.holders: Index[HolderRow] = Index(vocabulary.holders, language)

    @cached_property
    def handing(self) -> tuple[LibraryRow, ...]:
        """The rows that say what functions are given which a call hands out."""
        return tuple(row for row in self.library.rows if any(text.startswith("given(") for text in row.flows))

    @cached_property
    def _methods(self) -> frozenset[str]:
        return frozenset(name for section in (self.sinks, self.library) for row in section.rows for name in row.method)

    @cached_property
    def read(self) -> frozenset[str]:
        return frozenset(name[1:] for name in self._methods if name[:1] == ".")

    @cached_property
    def assigned(self) -> frozenset[str]:
        return frozenset(name[:-1] for name in self._methods if name[-1:] == "=")

    @cached_property
    def filled(self) -> frozenset[str]:
        found = (row for section in (self.sinks, self.library) for row in section.rows if "[*]=" in row.method)
        return frozenset(kind.rpartition(".")[2] for row in found for kind in row.on)

    @cached_property
    def keeping(self) -> frozenset[str]:
        """The globals in which something is kept for all files (`localStorage`)."""
        rows = ((name, text) for row in self.library.rows for name in row.globals for text in row.flows)
        putting = ((name, flow_of(text).targets) for name, text in rows)
        return frozenset(name.rpartition(".")[0] for name, to in putting if any(one.root == "this" for one in to))

    @cached_property
    def factories(self) -> dict[str, str]:
        """The properties of providers that are functions, with those that list what a container calls them with."""
        rows = [row for row in self.holders.rows if row.given is not None]
        return {name.removesuffix("="): row.given for row in rows for name in row.method if row.given is not None}

    @cached_property
    def parts(self) -> frozenset[str]:
        """The parts of arguments that are functions of which a row says what they are called with."""
        flows = (flow_of(text) for row in self.library.rows if row.params for text in row.flows)
        called = (one for flow in flows for place in (*flow.sources, *flow.targets) for one in place.callee)
        return frozenset(step for one in called for step in one.path[:1])
