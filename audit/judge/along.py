"""What is asked of every place that paths lead through: guards, and variables that must be set.

It rests on nothing else that is judged, so that whoever found the paths can be asked at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audit.judge.gate.checks import Checks
from audit.judge.gate.suppressed import Guards, Suppressed
from audit.judge.verdict.needs import Needs
from audit.judge.verdict.steps import Steps
from audit.model import Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.model import Path
    from audit.rulebook import Rules
    from audit.trace import Engine
    from audit.trace.path.needing import Needing


class Along(msgspec.Struct, frozen=True, array_like=True):
    """The guards of places, and the variables that steps need."""

    guards: Guards
    needed: list[tuple[Step, frozenset[str]]]


def along(engine: Engine, rules: Rules, paths: Iterable[Path], needs: Needing | None = None) -> Along:
    """What can be told of paths as soon as they are found. `needs`: what is known by then of variables."""
    guards, steps = Suppressed(Checks(engine, rules)), Steps(engine.code, needs or Needs(engine))
    for path in paths:
        guards.guarded(path)
        for step in path.steps:
            steps.needed(step)
    return Along(guards.known(), list(steps.known.items()))
