"""Python's way of asking what is in a list or set (`row.id in hidden`), and of leaving things out of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.judge.deciding.kinds import FALSE, TRUE, TRUTHY, Kinds

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.frames import Env
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.held import Has

ASKING = {"in": True, "not in": False}
"""Operators that ask whether something is in a list, and what each says where it is."""


class Contained:
    """Answers as the decisions stand."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._is_python = decisions.engine.origins.vocabulary.language == "python"

    def of(self, it: lowered.Binary, file: str, unit: int, env: Env) -> Kinds | None:
        """What the operator says; None for another one, and where it may say either."""
        if it.op not in ASKING or not self._is_python:
            return None
        node, held = self._decisions.places.node, self._decisions.held
        listed, asked = node(file, unit, it.right), node(file, unit, it.left)
        has = held.has(listed, env) if listed is not None and asked is not None else None
        if listed is None or asked is None or has not in ("all", "none"):
            return None
        if held.is_apart(listed, asked, env, has=has == "all"):
            return None
        return TRUE if ASKING[it.op] is (has == "all") else FALSE

    def sifted(self, it: lowered.Comprehension, spot: Spot, env: Env, depth: int) -> Has:
        """Has a comprehension of one list the flagged rows, or none of them?"""
        file, unit = spot.file, spot.unit
        over = self._decisions.places.node(file, unit, it.loops[0][1]) if len(it.loops) == 1 else None
        before = self._decisions.held.has(over, env, depth + 1) if over is not None else "some"
        said = [self._decisions.expression(one, file, unit, env) for one in it.tests]
        if before == "none" or any(not one & TRUTHY for one in said):
            return "none"
        if before == "some" or not all(one <= TRUTHY for one in said):
            return "some"
        return "all" if said else before
