"""The clause of an import is looked for backwards from its `from`."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.link.imports import _CLAUSE, _clause_at

_PIECES = st.sampled_from(["import", "export", " ", "{", "*", "a", "$", ".", "\n", "im", "port", "exportimport"])


@given(st.lists(_PIECES).map("".join), st.integers(0, 40))
def test_it_is_the_last_one_that_stands_free(text: str, start: int):
    source = text.encode()
    found = [match.start() for match in _CLAUSE.finditer(source, start, len(source))]
    assert _clause_at(source, start, len(source)) == (found[-1] if found else -1)


def test_what_begins_behind_the_from_is_no_clause():
    source = b"import { a } from './a'; import { b } from './b'"
    assert _clause_at(source, 0, source.index(b"from")) == 0
