"""Where SQL takes all columns of something is found by hand: it is what the pattern says, which is slow."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from audit.link.questions.tables import stars

_STAR = re.compile(rb"(?i:select|returning)\s+(?:\w+\.)?\*|,\s*\w+\.\*")
_PIECES = (b"select", b"SELECT", b"returning", b"x", b"b_1", b" ", b"\n\t", b".", b",", b"*", b"(", "é".encode())


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map(b"".join))
def test_it_is_what_the_pattern_says(source: bytes) -> None:
    assert stars(source) == tuple(one.start() for one in _STAR.finditer(source))


def test_whole_rows_and_no_products_and_comments() -> None:
    source = b"/** a * b */ sql`select a.id, b.*, * from a join b`; sql`RETURNING *`; count(*); x, y * z"
    assert [source[at : at + 5] for at in stars(source)] == [b", b.*", b"RETUR"]
