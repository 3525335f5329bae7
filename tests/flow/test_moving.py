"""Where elements of lists are after a move, and were before it, as lists themselves have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from audit.flow.graph.moving import ALL, MIXED, move
from audit.flow.moving import moved, unmoved

if TYPE_CHECKING:
    from audit.flow.contexts import Path

SMALL = st.integers(0, 4)


def _listed(size: int, start: int, gone: int, put: int) -> list[int | None]:
    """A list of positions, with some taken out and others put there, which are none."""
    found: list[int | None] = list(range(size))
    found[start : size if gone == ALL else start + gone] = [None] * put
    return found


@given(st.integers(1, 9), SMALL, st.integers(ALL, 4), SMALL)
def test_elements_are_where_a_list_has_them(size: int, start: int, gone: int, put: int) -> None:
    start = min(start, size)
    after, key = _listed(size, start, gone, put), move(start, gone, put)
    for at in range(size):
        there = moved((f"[{at}]", "title"), key)
        if at not in after:
            assert there is None
        else:
            assert there in ((f"[{after.index(at)}]", "title"), ("[*]", "title"))
    for at, before in enumerate(after):
        there = unmoved((f"[{at}]", "title"), key)
        if before is None:
            assert there is None
        else:
            assert there in ((f"[{before}]", "title"), ("[*]", "title"))


@given(SMALL, st.integers(ALL, 4), SMALL, SMALL)
def test_what_is_moved_again_and_again_comes_to_an_end(start: int, gone: int, put: int, at: int) -> None:
    for step in (moved, unmoved):
        seen: set[Path] = set()
        path: Path | None = (f"[{at}]",)
        while path is not None and path not in seen:
            seen.add(path)
            path = step(path, move(start, gone, put))
        assert len(seen) < 12


def test_what_is_mixed_is_anywhere() -> None:
    assert moved(("[1]", "title"), MIXED) == unmoved(("[1]", "title"), MIXED) == ("[*]", "title")
