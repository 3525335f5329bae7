"""Declarations in production that have an audited name and are something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.link.questions.declaring import may_declare
from audit.model import LookAlike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.extract.facts.names import Occurrence
    from audit.extract.reading import FileFacts
    from audit.find.names.closure import Closure
    from audit.link.program import Program

MOST = 20
"""Listed for one name; the others are counted by their text, and their files are not parsed for this."""
_VARIABLES = ("const", "let", "var", "alias")


class LookAlikes(Struct, frozen=True, order=True):
    """At most `MOST` for each name, and how many more there are."""

    listed: tuple[LookAlike, ...]
    unlisted: int


def look_alikes(
    program: Program, closure: Closure, subjects: Iterable[str], is_production: Callable[[str], bool]
) -> LookAlikes:
    """Functions, methods, fields, variables, parameters and imports that did not turn out to be subjects."""
    listed: list[LookAlike] = []
    unlisted = 0
    files = tuple(file for file in program.files if is_production(file))
    for name in sorted({subject.rsplit(".", 1)[-1] for subject in subjects}):
        found, more = _of_name(program, closure, name, files)
        listed.extend(found)
        unlisted += more
    return LookAlikes(tuple(sorted(listed)), unlisted)


def _of_name(program: Program, closure: Closure, name: str, files: tuple[str, ...]) -> tuple[list[LookAlike], int]:
    pattern = re.compile(re.escape(name).encode() + rb"(?=\s*[(<=:?!;,)}\]\s])")
    found: list[LookAlike] = []
    more = 0
    for file in program.holding(name, files):
        texts = program.ask(file, may_declare, pattern)
        if len(found) >= MOST:
            more += texts
        elif texts:
            facts = program.facts(file)
            found.extend(_in_file(program, closure, file, name, facts) if facts is not None else ())
    return found[:MOST], more + len(found[MOST:])


def _in_file(program: Program, closure: Closure, file: str, name: str, facts: FileFacts) -> Iterator[LookAlike]:
    for found in facts.occurrences(name):
        what = _what(found, facts) if (file, found.at) not in closure.resolved else None
        if what is not None:
            yield LookAlike(name, file, program.position(file, found.at).line, what)


def _what(found: Occurrence, facts: FileFacts) -> str | None:
    """What a declaration is, in words; None for what declares nothing."""
    if found.role == "import":
        module = next((one.module for one in facts.outline().imports if one.at == found.at), "")
        return f"imported from {module!r}"
    if found.role == "declaration":
        return _declared(found)
    if found.role != "key" or found.shape not in ("method_definition", "public_field_definition", "pair"):
        return None
    if found.class_at >= 0 and found.shape != "pair":
        kind = "a method" if found.params is not None else "a field"
        return f"{kind} of class {found.class_name}" if found.class_name else f"{kind} of a class without a name"
    return "a method of an object" if found.params is not None else None


def _declared(found: Occurrence) -> str | None:
    if found.shape == "function" or (found.params is not None and found.shape in _VARIABLES):
        return "a function declared here"
    if found.shape in _VARIABLES:
        return "a variable declared here"
    if found.shape in ("parameter", "class", "enum", "namespace"):
        return f"{'an' if found.shape == 'enum' else 'a'} {found.shape}"
    return None
