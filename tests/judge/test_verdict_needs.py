"""Which variables must be set where code runs: every line of `needs/main.ts` says it."""

from __future__ import annotations

import re
from pathlib import Path

from audit.extract.reading import Reader
from audit.flow.code import Spot
from audit.judge.verdict.needs import Needs
from audit.link.program import Program
from audit.rulebook import Rules
from audit.source import WorkTree
from audit.store import NullStore
from audit.trace import engine_for

FOLDER = Path(__file__).parent / "needs"
_USE = re.compile(r"\buse\(\);? // (.+)$", re.MULTILINE)


def test_every_line_says_what_must_be_set() -> None:
    text = (FOLDER / "main.ts").read_text()
    marked = {text[: one.start(1)].count("\n") + 1: one[1] for one in _USE.finditer(text)}
    assert len(marked) > 25
    assert _found() == marked


def _found() -> dict[int, str]:
    with WorkTree(str(FOLDER)) as tree:
        program = Program(tree, Reader(NullStore()))
        engine = engine_for(program, Rules(version=1, name="needs", title="What must be set"))
        needs, facts, found = Needs(engine), program.facts("main.ts"), {}
        assert facts is not None
        for unit in range(len(facts.outline().units)):
            graph = engine.code.graph("main.ts", unit)
            for site in graph.calls:
                offset = graph.at[site.callee]
                names = needs.where(Spot("main.ts", unit, site.callee))
                if program.source("main.ts")[offset:].startswith(b"use("):
                    found[program.position("main.ts", offset).line] = " ".join(sorted(names)) or "-"
    return found
