"""The steps of paths as places of the code: which node each is, and what must be set for it to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.positions import Position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.code import Code, Spot
    from audit.model import Step
    from audit.trace.path.needing import Needing


class Steps:
    """Answers by step, each found once: many paths share their steps. What is `known` is not looked for."""

    def __init__(self, code: Code, needs: Needing, known: Iterable[tuple[Step, frozenset[str]]] = ()) -> None:
        self._code, self._needs = code, needs
        self._spots: dict[Step, Spot | None] = {}
        self.known: dict[Step, frozenset[str]] = dict(known)

    def spot(self, step: Step) -> Spot | None:
        """The node of a step. Nothing is known of Python here."""
        if step not in self._spots:
            self._spots[step] = None if step.file.endswith(".py") else self._find_spot(step)
        return self._spots[step]

    def _find_spot(self, step: Step) -> Spot | None:
        offset = self._code.program.lines(step.file).offset(Position(step.line, step.column))
        return self._code.named(step.file, offset)

    def needed(self, step: Step) -> frozenset[str]:
        """The variables without which a step does not run."""
        if step not in self.known:
            spot = self.spot(step)
            self.known[step] = self._needs.where(spot) if spot is not None else frozenset()
        return self.known[step]
