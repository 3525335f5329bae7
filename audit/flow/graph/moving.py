"""What methods of lists do with the places of elements, as keys of edges."""

from __future__ import annotations

from audit.extract.facts import code

MIXED = "?"
"""Elements are anywhere in the list."""
ALL = -1
"""As many as there are."""
CLEARING = "clear"
"""The method of Python's containers after which nothing is left."""
FILLING = "fill"
"""The method of lists that puts one thing in the place of each element."""
MOVING = frozenset(("unshift", "shift", "splice", FILLING, CLEARING))
"""Methods of lists after which elements are elsewhere, or gone."""


def move(start: int, gone: int, put: int) -> str:
    """From a position on some elements are taken out, and others put there."""
    return f"{start}:{gone}:{put}"


def shortened(size: int) -> str:
    """There are no elements from a position on."""
    return move(size, ALL, 0)


CLEARED = shortened(0)


def moves_of(call: code.Call, method: str) -> str:
    """What a method of a list does with its elements; MIXED where its arguments do not say it."""
    given = [one.value if isinstance(one, code.Literal) else None for one in call.args]
    if any(isinstance(one, code.Spread) for one in call.args):
        return MIXED
    if method == "unshift":
        return move(0, 0, len(given))
    if method == "shift":
        return move(0, 1, 0)
    if method == FILLING:
        return CLEARED if len(given) == 1 else MIXED
    numbers = [one for one in given[:2] if isinstance(one, int) and one >= 0]
    if method != "splice" or not numbers or len(numbers) < len(given[:2]):
        return MIXED
    return move(numbers[0], numbers[1] if len(numbers) > 1 else ALL, len(given[2:]))
