"""Do frameworks that the tree uses render what functions return? Where none does, no function has to be followed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from audit.rulebook import matching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Code
    from audit.model import SinkKind
    from audit.rulebook import RouteRow, VocabularyIndex


class Rendering:
    """Kinds of sinks that what functions return can be. Rows of modules that no file names say nothing."""

    def __init__(self, code: Code, vocabulary: VocabularyIndex) -> None:
        self._code, self._rows = code, vocabulary.routes.rows
        self._kinds: frozenset[SinkKind] | None = None
        self._fails: bool | None = None
        self._makers: dict[str, set[str]] = {}
        for row in self._rows:
            self._makers.setdefault(row.gives or "", set()).update(row.module)

    def can_be(self, kind: SinkKind) -> bool:
        """May what any function returns be a sink of this kind?"""
        if self._kinds is None:
            self._kinds = frozenset(row.renders for row in self._rows if row.renders is not None and self._is_used(row))
        return kind in self._kinds

    @property
    def can_fail(self) -> bool:
        """May what any function throws be shown?"""
        if self._fails is None:
            self._fails = any(row.failing is not None and self._is_used(row) for row in self._rows)
        return self._fails

    @cached_property
    def can_throw(self) -> bool:
        """May what any function throws be an answer?"""
        return any(row.thrown and self._is_used(row) for row in self._rows)

    def _is_used(self, row: RouteRow) -> bool:
        if row.files:
            return any(True for _ in matching(row.files, self._code.files))
        if row.kind == "export":
            return bool(row.renders and self._code.program.holding(row.called[0].rpartition(".")[2], self._exporting()))
        if row.globals:
            return any(self._code.program.holding(name, self._code.program.files) for name in row.globals)
        homes = set(self._homes(row))
        if row.language == "python":
            homes = {home.partition(".")[0] for home in homes}  # `from aiohttp import web`
        return any(not home or self._code.program.naming(home) for home in sorted(homes))

    def _exporting(self) -> list[str]:
        return self._code.program.holding("export default {", self._code.program.files)

    def _homes(self, row: RouteRow) -> Iterator[str]:
        """The modules that a row is about, with those that make what its methods are called on (quart a Blueprint of
        flask); "" for what every file has without naming a module.
        """
        yield from row.module
        for kind in (*row.on, *row.like):
            home, mark, _ = kind.partition("#")
            yield home if mark else ""
            yield from self._makers.get(kind, ())
