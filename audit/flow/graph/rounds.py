"""Ways through lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.extract.facts import code


class Rounds:
    """A way through a list, by a loop or by a function that is called for each element: where it begins, and the node
    of how many rounds it has: -1 as long as nothing is counted in it.
    """

    __slots__ = ("at", "list", "over", "size")

    def __init__(self, at: int, listed: code.Expr, over: int) -> None:
        self.at, self.list, self.over, self.size = at, listed, over, -1
