"""Lists that have nothing: what a test says of that, and what may put something into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered

if TYPE_CHECKING:
    from collections.abc import Iterator

_COUNTED = {(">", 0): False, ("!=", 0): False, ("!==", 0): False, (">=", 1): False,
            ("==", 0): True, ("===", 0): True, ("<=", 0): True, ("<", 1): True}  # fmt: skip
"""Is a list empty where its length compares so, or where it does not?"""


def empty_by(test: lowered.Expr) -> tuple[str, bool]:
    """The name of a list that has nothing, or of nothing, where a test has a truth; "" for others."""
    if isinstance(test, lowered.Unary) and test.op in ("!", "not"):
        name, truth = empty_by(test.value)
        return name, not truth
    if isinstance(test, lowered.Logical) and test.op == "&&":
        return next((one for one in map(empty_by, (test.left, test.right)) if one[0] and one[1]), ("", False))
    if isinstance(test, lowered.Binary):
        bound = test.right.value if isinstance(test.right, lowered.Literal) else None
        counted = _COUNTED.get((test.op, bound)) if isinstance(bound, int) else None
        return ("", False) if counted is None else (_counted(test.left), counted)
    return _counted(test) or (test.name if isinstance(test, lowered.Name) else ""), False


def _counted(it: lowered.Expr) -> str:
    """The name of the list whose length is read."""
    held = it.object if isinstance(it, lowered.Member) and it.key in ("length", "size") else None
    return held.name if isinstance(held, lowered.Name) else ""


def filled_by(it: lowered.Call | lowered.Assign) -> Iterator[str]:
    """The names of what may have something after a call or an assignment."""
    if isinstance(it, lowered.Call):
        if isinstance(it.callee, lowered.Member) and isinstance(it.callee.object, lowered.Name):
            yield it.callee.object.name
    elif isinstance(it.target, lowered.Name):
        yield it.target.name
