"""Parts of a configuration that are registered in one place and read by a dotted name in another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.frames import End, Path
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.given import Given
    from audit.flow.graph import CallSite

_DEEPEST = 3
_TYPE = re.compile(r"([\w$.]+)\s*<\s*typeof\s+([\w$]+)\s*>")
"""`ConfigType<typeof config>`: whatever was registered as `config`."""


class Part(Struct, frozen=True, order=True):
    """What a function returns is the configuration below a name; `injected` are the types that bring it."""

    name: Path
    factory: End
    injected: tuple[str, ...] = ()


class Registered:
    """The parts of all files, found when somebody asks."""

    def __init__(self, backwards: Given) -> None:
        self._backwards, self._origins, self._code = backwards, backwards.origins, backwards.code
        self._parts: tuple[Part, ...] | None = None

    def named(self, name: str, path: Path = ()) -> list[End]:
        """Where the value under a dotted name comes from."""
        steps = (*name.split("."), *path)
        found: list[End] = []
        for part in self.parts():
            if steps[: len(part.name)] == part.name:
                found.extend(self._backwards.result_of(part.factory, steps[len(part.name) :]))
        return found

    def parts(self) -> tuple[Part, ...]:
        """Every registered part."""
        if self._parts is None:
            self._parts = ()
            self._parts = tuple(self._find())
        return self._parts

    def names(self) -> Iterator[tuple[str, Path]]:
        """Every dotted name that has a value, with its steps."""
        for part in self.parts():
            for steps in self._below(part.factory, ()):
                yield ".".join((*part.name, *steps)), (*part.name, *steps)

    def injected(self, file: str, annotation: str, path: Path = ()) -> list[End]:
        """Where a parameter of this type comes from, if the type says which part it is given."""
        return [end for part in self._typed(file, annotation) for end in self._backwards.result_of(part.factory, path)]

    def parameters(self) -> Iterator[tuple[Spot, Path]]:
        """Every parameter whose type says which part it is given, with the steps to each of that part's values."""
        for word in sorted({word for part in self.parts() for word in part.injected}):
            for file in self._code.files_holding(word):
                for spot, annotation in self._annotated(file, word):
                    for part in self._typed(file, annotation):
                        yield from ((spot, steps) for steps in self._below(part.factory, ()))

    def _annotated(self, file: str, word: str) -> Iterator[tuple[Spot, str]]:
        for unit in self._code.holding(file, word):
            for function in self._code.graph(file, unit).functions:
                given = function.source.params if function.source is not None else ()
                for node, parameter in zip(function.parameters, given, strict=False):
                    if word in parameter.type:
                        yield Spot(file, unit, node), parameter.type

    def _typed(self, file: str, annotation: str) -> Iterator[Part]:
        found = _TYPE.search(annotation)
        meaning = self._origins.names.meaning(file, found[2]) if found is not None else None
        if found is None or meaning is None:
            return
        asked = End(Spot(file, 0, 0), (), ())
        named = {end.spot for end in self._backwards.meaning(asked, meaning, ())}
        yield from (part for part in self.parts() if found[1] in part.injected and part.factory.spot in named)

    def _below(self, factory: End, steps: Path) -> Iterator[Path]:
        for end in self._backwards.result_of(factory, steps):
            source = self._code.graph(end.spot.file, end.spot.unit).source[end.spot.node]
            if end.path or not isinstance(source, lowered.Object) or len(steps) >= _DEEPEST:
                if steps:
                    yield steps
                continue
            for one in source.properties:
                if isinstance(one.key, str):
                    yield from self._below(factory, (*steps, one.key))

    def _find(self) -> Iterator[Part]:
        program = self._code.program
        rows = [row for row in self._origins.vocabulary.envs.rows if row.kind == "namespace"]
        words = sorted({path.rsplit(".", 1)[-1] for row in rows for path in row.export})
        modules = sorted({module for row in rows for module in row.module})
        files = {file for module in modules for file in program.naming(module)}
        for word in words:
            for file in program.holding(word, sorted(files)) if files else ():
                yield from self._in_file(file, word)

    def _in_file(self, file: str, word: str) -> Iterator[Part]:
        facts = self._code.program.facts(file)
        for one in facts.occurrences(word) if facts is not None else ():
            spot = self._code.named(file, one.at) if one.role in ("reference", "member") else None
            graph = self._code.graph(spot.file, spot.unit) if spot is not None else None
            for site in graph.calls if graph is not None and spot is not None else ():
                if spot is not None and site.callee == spot.node:
                    yield from self._at(spot, site)

    def _at(self, spot: Spot, site: CallSite) -> Iterator[Part]:
        for callee in self._origins.callees(spot.file, spot.unit, site):
            for row in section_rows(self._origins.vocabulary.envs, callee):
                if row.kind != "namespace" or not row.factory:
                    continue
                names = list(self._names(spot, site, row.name)) if row.name else [()]
                for end in self._ends(spot, site, row.factory):
                    graph = self._code.graph(end.spot.file, end.spot.unit)
                    if not end.path and end.spot.node in graph.made:
                        yield from (Part(name, end, row.injected) for name in names)

    def _names(self, spot: Spot, site: CallSite, words: str) -> Iterator[Path]:
        for end in self._ends(spot, site, words):
            text = self._backwards.constant(end)
            if text is not None:
                yield tuple(text.split("."))

    def _ends(self, spot: Spot, site: CallSite, words: str) -> Iterator[End]:
        for place in places_of(words):
            for node, path in placed(site, place):
                yield from self._backwards.ends(replace(spot, node=node), (*path, *place.path))
