"""Values that stand in a report many times, and once in the page.

A report names every step of every path in full; on a large tree, 2,500 different steps stand in it 112,000 times. Paths
begin alike, so they are kept as a tree that is read from its leaves.
"""

from collections.abc import Iterable
from typing import Any

from audit.model import Step


class Pool:
    """Equal values, numbered in the order in which they came."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """The number of the value, which has to be hashable."""
        found = self._numbers.setdefault(value, len(self.values))
        if found == len(self.values):
            self.values.append(value)
        return found


class Steps:
    """The steps of all paths. Node n of the tree is step `at[n]` behind node `n - up[n]`; a root has `up` 0."""

    def __init__(self) -> None:
        self.files = Pool()
        self.notes = Pool()
        self.up: list[int] = []
        self.at: list[int] = []
        self._steps = Pool()
        self._numbers: dict[Step, int] = {}
        self._nodes: dict[tuple[int, int], int] = {}

    def leaf(self, steps: Iterable[Step]) -> int:
        """The node at which the path ends; -1 for a path without steps."""
        node = -1
        for step in steps:
            node = self._next(node, self._number(step))
        return node

    def flat(self) -> list[int]:
        """Four numbers for each step: file, line, column, note."""
        return [number for step in self._steps.values for number in step]

    def _next(self, node: int, step: int) -> int:
        known = self._nodes.setdefault((node, step), len(self.at))
        if known == len(self.at):
            self.up.append(0 if node < 0 else known - node)
            self.at.append(step)
        return known

    def _number(self, step: Step) -> int:
        found = self._numbers.get(step)
        if found is None:
            place = (self.files.number(step.file), step.line, step.column, self.notes.number(step.note))
            found = self._numbers[step] = self._steps.number(place)
        return found
