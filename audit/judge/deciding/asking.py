"""What is asked of the code at a time: about which row, and what is known of it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from audit.judge.deciding.kinds import TRUE, Kinds
from audit.judge.deciding.named import FlagNames
from audit.judge.deciding.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.facts import code as lowered
    from audit.flow.code import Spot
    from audit.flow.frames import End, Env
    from audit.flow.graph import Graph
    from audit.flow.structure import Test, Tests
    from audit.judge.deciding.elements import Elements
    from audit.judge.deciding.held import Held
    from audit.judge.deciding.local import Local
    from audit.rulebook import Rules
    from audit.trace import Engine

Asked = frozenset[tuple["Spot", "Env"]]
"""Queries by the node of their result, and other values, as they are asked on a chain."""


class Asking(FlagNames):
    """The question as it stands, and the answers that others give to it."""

    held: Held
    elements: Elements
    local: Local

    def __init__(self, engine: Engine, rules: Rules) -> None:
        super().__init__(engine, rules)
        self.places = Places(engine.origins)
        self.ties = frozenset(rules.gate.rows.items())
        self._flag: Kinds = TRUE
        self._awaited = False
        """Is what a promise gives asked for, and not the promise, which is always something?"""
        self._missing: frozenset[Spot] = frozenset()
        """Queries that have not given the flagged row."""
        self._apart: Asked = frozenset()
        """Queries that give other rows than the one that is asked about, and flags of such rows."""
        self._same: bool | None = None
        """In a function that is asked of each element: is what it is compared with this element's?"""

    @contextmanager
    def _asking(
        self,
        *,
        awaited: bool | None = None,
        flag: Kinds | None = None,
        same: bool | None = None,
        missing: frozenset[Spot] | None = None,
        apart: Asked | None = None,
    ) -> Iterator[None]:
        before = self._awaited, self._flag, self._same, self._missing, self._apart
        self._awaited = self._awaited if awaited is None else awaited
        self._flag = self._flag if flag is None else flag
        self._same = self._same if same is None else same
        self._missing = self._missing if missing is None else missing
        self._apart = self._apart if apart is None else apart
        yield
        self._awaited, self._flag, self._same, self._missing, self._apart = before

    def barred(self, tests: Tests, file: str, unit: int, env: Env) -> Test | None:
        """The first test that the flag decides and does not pass; None where the code behind may run."""
        raise NotImplementedError

    def expression(self, it: lowered.Expr, file: str, unit: int, env: Env) -> Kinds:
        """What an expression of the code can be."""
        raise NotImplementedError

    def at(self, spot: Spot, env: Env) -> Kinds:
        """What the value at a node can be."""
        raise NotImplementedError

    def near(self, spot: Spot, env: Env, graph: Graph) -> list[tuple[Spot, Env]]:
        """What a name was given: in its function, in a function around it, or by the call that it was entered by."""
        raise NotImplementedError

    def _ending(self, end: End, asked: Spot) -> Kinds:
        raise NotImplementedError

    def _there(self, end: End) -> Kinds | None:
        raise NotImplementedError
