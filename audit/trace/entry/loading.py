"""Modules that the tree loads by a name which it computes (`require(join(folder, name))`): nothing imports these."""

from __future__ import annotations

from functools import cached_property
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from audit.extract.facts.code import This
from audit.flow.backward.heap import class_around
from audit.flow.backward.values import ClassValue
from audit.flow.code import FunctionId
from audit.flow.graph import Op
from audit.link.questions.loading import LOADERS, computed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.code import Spot


class Loading:
    """What may run because a module is loaded that way: its default export, and what others name as a member."""

    def __init__(self, origins: Origins) -> None:
        self._code, self._classes = origins.code, origins.classes

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
                    if shape.class_at >= 0 and not self._may_be_of(spot, ClassValue(function.file, shape.class_at)):
                        continue
                    yield FunctionId(file, spot.unit, self._code.graph(file, spot.unit).function[spot.node])

    def _may_be_of(self, spot: Spot, one: ClassValue) -> bool:
        """May a member be read from an object of a class? `this` in another one is none, but for those it extends."""
        graph = self._code.graph(spot.file, spot.unit)
        holder = next((node for node, op, _ in graph.back[spot.node] if op is Op.LOAD), -1)
        if holder < 0 or not isinstance(graph.source[holder], This):
            return True
        around, above = ClassValue(spot.file, class_around(graph, graph.function[holder], graph.at[holder])), [one]
        for known in above:
            bases = self._classes.bases(known.file, known.at)
            above.extend(base for base in bases if isinstance(base, ClassValue) and base not in above)
        return around in above

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
