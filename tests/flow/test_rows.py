"""Rows of edges are kept once, and stay what they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.flow.graph import rows

_edges = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(("", "[*]"))), max_size=3)


@given(st.lists(_edges), st.integers(0, 4))
def test_a_row_is_what_was_asked_for_however_many_are_remembered(asked: list[list[tuple[int, str]]], most: int) -> None:
    kept: rows.Rows[tuple[int, str]] = rows.Rows(most)
    assert [kept.of(one) for one in asked] == [tuple(one) for one in asked]


def test_alike_rows_of_one_edge_are_one() -> None:
    kept: rows.Rows[tuple[int, str]] = rows.Rows()
    assert kept.of([(1, "")]) is kept.of([(1, "")])


def test_no_more_are_remembered_than_may_be() -> None:
    kept: rows.Rows[tuple[int, str]] = rows.Rows(1)
    first = kept.of([(1, "")])
    assert kept.of([(2, "")]) is not kept.of([(2, "")])
    assert kept.of([(1, "")]) is first
