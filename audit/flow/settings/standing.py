"""Modules of the tree that a framework hands out under a name of its own: Django's settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.link.questions import every

if TYPE_CHECKING:
    from audit.link.python_program import PythonProgram
    from audit.rulebook import VocabularyIndex


def stand_ins(program: PythonProgram, vocabulary: VocabularyIndex) -> dict[tuple[str, str], str]:
    """By module and name, the file that stands there: the one that is named beside a word of the row."""
    found: dict[tuple[str, str], str] = {}
    for row in vocabulary.envs.rows:
        for word in row.injected if row.kind == "module" else ():
            pattern = re.compile(re.escape(word).encode() + rb"['\"]\s*[,\]=:]+\s*['\"]([\w.]+)['\"]")
            for file in program.holding(word, program.files):
                for module in program.ask(file, every, pattern):
                    target = program.find(file, module.decode())
                    if target is not None and target.whole:
                        found.update({(one, name): target.path for one in row.module for name in row.export})
    return found
