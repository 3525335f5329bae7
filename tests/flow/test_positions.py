"""Names of parts that look like numbers: whatever is taken for a position is one that can be counted to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.flow.contexts import is_position

DIGITS = st.text(st.characters(categories=["Nd", "Nl", "No"]), max_size=12)


@given(DIGITS | st.integers(0, 10**6).map(str) | st.just("1" * 5_000) | st.text(max_size=5))
def test_a_position_is_a_number(text: str) -> None:
    assert not is_position(text) or int(text) >= 0


@given(st.integers(0, 10**6))
def test_a_plain_number_is_a_position(number: int) -> None:
    assert is_position(str(number))
