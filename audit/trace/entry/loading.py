"""Modules that the tree loads by a name which it computes (`require(join(folder, name))`): nothing imports these."""

from __future__ import annotations

from functools import cached_property
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from audit.flow.code import FunctionId
from audit.link.questions.loading import LOADERS, computed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Code


class Loading:
    """What may run because a module is loaded that way: its default export, and what others name as a member."""

    def __init__(self, code: Code) -> None:
        self._code = code

    def users(self, function: FunctionId, names: list[tuple[str, int]]) -> Iterator[FunctionId]:
        """Who may call a function or a method of a class, known by the names of its module."""
        kinds = self._exported(function.file, names)
        if not kinds or not any(function.file.startswith(folder) for folder in self._folders):
            return
        shape = self._code.graph(function.file, function.unit).functions[function.number]
        if shape.class_at < 0 and "default" in kinds:
            yield FunctionId(function.file, function.unit, 0)
        for name in sorted(kinds if shape.class_at < 0 else {shape.name}):
            for file in self._code.files_holding(name):
                for spot in self._code.members(file, name):
                    yield FunctionId(file, spot.unit, self._code.graph(file, spot.unit).function[spot.node])

    def _exported(self, file: str, names: list[tuple[str, int]]) -> set[str]:
        facts = self._code.program.facts(file)
        local = {name for name, _ in names}
        exports = facts.outline().exports if facts is not None else ()
        return {one.name for one in exports if not one.module and (one.local or one.name) in local}

    @cached_property
    def _folders(self) -> tuple[str, ...]:
        """Where such modules stand; "" where anything may be loaded."""
        program = self._code.program
        files = sorted({file for word in LOADERS for file in self._code.files_holding(word)})
        return tuple(sorted({_folder(file, head) for file in files for head in program.ask(file, computed)}))


def _folder(file: str, head: bytes) -> str:
    """`import(`./jobs/${name}`)` loads from a folder beside the file."""
    text = head.decode("utf-8", "replace")
    if not text.startswith("."):
        return ""
    folder = normpath(join(dirname(file), text.rpartition("/")[0]))
    return "" if folder.startswith(".") else f"{folder}/"
