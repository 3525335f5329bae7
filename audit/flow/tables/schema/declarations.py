"""The names under which the program declares tables, found by the calls and decorators that declare them.

Names in the database are read off the text: a table is looked into when it is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.link.names import Declared
from audit.link.questions import holds
from audit.link.questions.tables import calls_any

if TYPE_CHECKING:
    from audit.flow.tables.trace import Trace


class Declaration(Struct, frozen=True, order=True):
    """A name of the top level whose statement declares a table; `table` is "" where its name is no plain
    text.
    """

    declared: Declared
    table: str
    view: bool


def declarations(trace: Trace) -> Iterator[Declaration]:
    """Every declaration, in order of file and place."""
    program = trace.code.program
    rows = [row for row in trace.origins.vocabulary.queries.rows if row.step == "declare"]
    named = _modules(trace)
    words = sorted({word for row in rows for word in (*row.export, *row.method)}, key=len, reverse=True)
    calls = re.compile(
        r"(?<![\w$])(" + "|".join(map(re.escape, words)) + r")\(\s*(?:\{\s*name:\s*)?(?:['\"`]([^'\"`$]*)['\"`])?"
    )
    holding = program.snapshot.containing(sorted(name.encode() for name in named), program.files)
    for file in sorted({file for found in holding.values() for file in found}):
        if program.ask(file, calls_any, calls):
            yield from _of_file(trace, file, calls)


def _of_file(trace: Trace, file: str, calls: re.Pattern[str]) -> Iterator[Declaration]:
    program = trace.code.program
    facts = program.facts(file)
    end = 0
    for unit in facts.outline().units if facts is not None else ():
        start, end = end if unit.kind == "class" else unit.start, unit.end  # decorators stand before `export`
        text = program.text(file, start, end).decode("utf-8", "replace")
        hit = calls.search(text) if unit.kind in ("variable", "class") else None
        if unit.kind == "class" and hit is None and program.ask(file, holds, f"{unit.name}.init(".encode()):
            hit = calls.search("init()")
        for name in unit.name.split(",") if hit is not None else ():
            word = rb"(?<![\w$])" + re.escape(name.encode()) + rb"(?![\w$])"
            at = re.search(word, program.text(file, unit.start, unit.end))
            if hit is not None and name and at is not None:
                text = (hit[2] or "").rpartition(".")[2]
                yield Declaration(Declared(file, name, unit.start + at.start()), text, view="view" in hit[1].lower())


def _modules(trace: Trace) -> frozenset[str]:
    """The modules of which a file that declares tables imports one."""
    rows = trace.origins.vocabulary.queries.rows
    given = {kind: row.module for row in rows for kind in (row.gives,) if kind and row.step == "pass" and row.module}
    declaring = [row for row in rows if row.step == "declare"]
    direct = {name for row in declaring for name in row.module}
    return frozenset(
        direct.union(*(given.get(kind, (kind.partition("#")[0],)) for row in declaring for kind in row.on))
    )
