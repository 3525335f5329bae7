"""Where the characters of a Python file stand among its bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.extract.python.decoding import Decoded
from audit.extract.python.tree import _places_of

_TEXT = st.text(st.characters(exclude_categories=("Cs",)))


@given(_TEXT)
def test_every_character_begins_where_those_before_it_end(text: str):
    expected = [len(text[:at].encode()) for at in range(len(text) + 1)]
    assert _places_of(text.encode(), Decoded(text, "utf-8")) == expected


@given(_TEXT)
def test_a_byte_order_mark_comes_before_all(text: str):
    expected = [3 + len(text[:at].encode()) for at in range(len(text) + 1)]
    assert _places_of(b"\xef\xbb\xbf" + text.encode(), Decoded(text, "utf-8")) == expected


@given(st.text(st.characters(codec="latin-1")))
def test_other_encodings_have_their_own_sizes(text: str):
    assert _places_of(text.encode("latin-1"), Decoded(text, "latin-1")) == list(range(len(text) + 1))
