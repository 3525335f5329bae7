"""Bytes that could crash, stall or mislead the parser of Python: each ends in facts, damage or a reason.

Inputs are made here; none is worth storing.
"""

# ruff: noqa: E501 - a table reads by rows

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.extract.python.file import PythonFile, read
from audit.extract.python.guard import judge
from audit.extract.record import Unread

DEEP = {
    "parentheses": ("(", "1", ")"),
    "brackets": ("[", "1", "]"),
    "calls": ("f(", "", ")"),
    "chain": ("", "a", ".b()"),
    "attributes": ("", "a", ".b"),
    "sum": ("", "a", "+b"),
    "not": ("not ", "a", ""),
    "minus": ("-", "a", ""),
    "lambda": ("lambda:", "a", ""),
    "choice": ("a if b else ", "a", ""),
    "power": ("a**", "a", ""),
}


def texts(source: bytes, name: str) -> list[int]:
    file = read(source)
    assert isinstance(file, PythonFile)
    return [one.at for one in file.occurrences(name)]


@pytest.mark.parametrize("shape", DEEP)
def test_deep_nesting_ends_in_a_reason(shape):
    start, inside, end = DEEP[shape]
    source = f"x = {start * 3000}{inside}{end * 3000}\n".encode()
    assert read(source) == Unread("too-deep")


@pytest.mark.parametrize("shape", DEEP)
def test_nesting_that_occurs_is_read(shape):
    start, inside, end = DEEP[shape]
    file = read(f"x = {start * 90}{inside}{end * 90}\nlast = 1\n".encode())
    assert isinstance(file, PythonFile)
    assert file.body(0)
    assert [one.role for one in file.occurrences("last")] == ["declaration"]


def test_brackets_in_a_formatted_string_count():
    assert read(f"x = f'{{{'(' * 300}1{')' * 300}}}'\n".encode()) == Unread("too-deep")


def test_brackets_in_text_and_comments_do_not_count():
    source = f"x = '{'(' * 3000}'\n# {'[' * 3000}\ny = '''{'(.' * 3000}'''\nlast = 1\n".encode()
    assert texts(source, "last") == [source.index(b"last")]


def test_too_many_indentations_end_in_a_reason():
    source = "".join(" " * i + "if a:\n" for i in range(150)) + " " * 150 + "pass\n"
    assert read(source.encode()) == Unread("too-deep")


def test_a_long_chain_of_conditions_is_read():
    source = b"if a: pass\n" + b"elif b: pass\n" * 900 + b"last = 1\n"
    assert len(texts(source, "last")) == 1


def test_a_line_of_ten_megabytes():
    assert read(b"x = '" + b"a" * 10_000_000 + b"'\n") == Unread("too-large")


def test_a_byte_order_mark_and_foreign_line_ends():
    for source in (b"\xef\xbb\xbfx = 1\r\ny = 2\r\n", b"x = 1\ry = 2\r", "x = '\u2028'\ny = 2".encode()):
        assert texts(source, "y") == [source.index(b"y")]


def test_an_encoding_that_the_file_names():
    source = b"# -*- coding: latin-1 -*-\nx = '\xe9'; y = 1\n"
    assert texts(source, "y") == [source.index(b"y")]


@pytest.mark.parametrize(
    "source",
    [
        b"x = '\xe9'\n",
        b"# coding: nonsense\nx = 1\n",
        b"# coding: rot13\nk = 1\n",
        "x = 1\n".encode("utf-16"),
    ],
)
def test_bytes_that_are_no_text(source):
    assert read(source) == Unread("encoding") or _is_damaged(source)


def _is_damaged(source: bytes) -> bool:
    file = read(source)
    return isinstance(file, PythonFile) and bool(file.outline().damaged)


def test_a_nul_in_a_string_is_read_and_one_in_code_is_damage():
    source = b"x = 'a\0b'\ny = 1\n"
    assert texts(source, "y") == [source.index(b"y")]
    assert not _is_damaged(source)
    assert _is_damaged(b"x = 1\0\ny = 1\n")


def test_new_grammar_is_read_on_an_old_interpreter():
    source = b"type A[T] = list[T]\ndef f[T: int](a: T) -> T: ...\nclass C[*Ts, **P]: ...\nx = t'{y}'\n"
    assert texts(source, "y") == [source.index(b"y}")]
    assert not _is_damaged(source)


def test_old_grammar_loses_its_lines_and_no_others():
    source = b"def f(url):\n    print 'before', url\n    get(url)\n\nexec 'code'\ndef g(): return get(1)\n"
    file = read(source)
    assert isinstance(file, PythonFile)
    made = file.outline()
    lost = [source[one.start : one.end] for one in made.damaged]
    assert lost == [b"    print 'before', url\n", b"exec 'code'\n"]
    assert [one.at for one in file.occurrences("get")] == [source.index(b"get(url"), source.index(b"get(1")]
    assert [one.name for one in made.units if one.name] == ["f", "g"]


def test_a_broken_statement_is_taken_out_as_a_whole():
    source = "é = 1\nx = (1,\n  2\n\ndef f(): pass\n".encode()
    file = read(source)
    assert isinstance(file, PythonFile)
    assert "é" in [one.name for one in file.outline().units]
    assert file.outline().damaged


def test_a_file_that_cannot_be_read_at_all_is_damaged_as_a_whole():
    source = b"  x = 'open\n )" * 3
    file = read(source)
    assert isinstance(file, PythonFile)
    damaged = file.outline().damaged
    assert damaged
    assert file.occurrences("x") == () or damaged[0].start == 0


def test_what_libcst_itself_refuses_is_damage():
    source = b"x = t'a' t'b'\ny = 1\n"
    assert texts(source, "y") == [source.index(b"y")]
    assert _is_damaged(source)


def test_space_that_libcst_drops_moves_nothing():
    source = b"try: a\nexcept E :\n  b\nclass C ( ) :\n  def f ( self ) -> int : pass\nlast = 1\n"
    assert texts(source, "last") == [source.index(b"last")]


def test_brackets_around_chains_add_up():
    source = f"x = {'(' * 50}a{('+a' * 250 + ')') * 50}\n".encode()
    assert read(source) == Unread("too-deep")


def test_uses_nested_too_deep_are_other():
    source = f"x = {'lambda:' * 900}a\n".encode()
    file = read(source)
    assert isinstance(file, PythonFile)
    (one,) = file.occurrences("a")
    assert one.use is not None
    assert one.use.kind == "return"


def test_doubt_is_cast_before_refusal():
    assert not judge("x = 1\n").doubtful
    assert judge(f"x = {'(' * 80}1{')' * 80}\n").doubtful


_PIECES = st.sampled_from(
    ["x", "(", ")", "[", "]", "{", "}", "'", '"', "'''", "\\", "\n", "\r", " ", "    ", ":", "=", "def f(", "f'{", "#",
     "\0", "é", ";", ".", "if", "else:", "print x", "@", ",", "\f", "\t", "class C:", "lambda", "*", "\ufeff", "match x:", "case"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=25))
def test_any_text_ends_in_facts_damage_or_a_reason(pieces):
    source = "".join(pieces).encode()
    file = read(source)
    if isinstance(file, Unread):
        return
    made = file.outline()
    for unit, one in enumerate(made.units):
        assert 0 <= one.start <= one.end <= len(source)
        file.body(unit)
    for damage in made.damaged:
        assert 0 <= damage.start <= damage.end <= len(source)
    for one in file.occurrences("x"):
        assert source[one.at : one.at + 1] == b"x"
