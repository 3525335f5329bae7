"""Which mentions of a member's name may declare it: decided on bytes, and in doubt with yes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.link.questions.declaring import keyed

DECLARES = [
    b"append(row) {",
    b"class Log {\n  append(row) {",
    b"const log = { append: write }",
    b"const log = { append }",
    b"const log = { 'append': write }",
    b"def append(self, row):",
    b"dict(append=write)",
]
READS = [b"rows.append(row)", b"rows?.append(row)", b"rows\n  .append(row)", b"give(rows.append)", b"rows.appendAll()"]


@pytest.mark.parametrize("source", DECLARES, ids=lambda source: source.decode())
def test_what_may_declare(source: bytes) -> None:
    assert keyed(source, b"append")


@pytest.mark.parametrize("source", READS, ids=lambda source: source.decode())
def test_what_only_reads(source: bytes) -> None:
    assert not keyed(source, b"append")


@given(st.lists(st.sampled_from((b"get", b".", b"g", b"et", b" ", b"{")), max_size=12).map(b"".join))
def test_every_mention_is_one_or_the_other(source: bytes) -> None:
    every = [at for at in range(len(source)) if source.startswith(b"get", at)]
    assert list(keyed(source, b"get")) == [at for at in every if not (at and source[at - 1 : at] == b".")]
