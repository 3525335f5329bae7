"""Bytes that could crash, stall or mislead the parser of TypeScript: each ends in calls or in a reason.

Inputs are made here; none is worth storing.
"""

from __future__ import annotations

import itertools
import os
import signal
import sys
import time

import pytest

from audit.extract.facts.code import Do, Sequence
from audit.extract.facts.outline import Damage
from audit.extract.typescript import parse as parsing
from audit.extract.typescript.grammar.calls import calls
from audit.extract.typescript.lower import lower
from audit.extract.typescript.names import occurrences
from audit.extract.typescript.parse import MAX_BYTES, Parsed, Unparsed, parse

DEEP = {
    "parentheses": (b"(", b"1", b")"),
    "brackets": (b"[", b"1", b"]"),
    "blocks": (b"{", b"f()", b"}"),
    "arguments": (b"f(", b"", b")"),
    "objects": (b"({a:", b"1", b"})"),
    "templates": (b"`${", b"f()", b"}`"),
    "arrows": (b"() => ", b"f()", b""),
    "negations": (b"!", b"f()", b""),
    "additions": (b"1+", b"f()", b""),
    "links": (b"f()", b"", b".a()"),
    "conditionals": (b"a ? b : ", b"f()", b""),
    "else": (b"if (a) {} else ", b"f()", b""),
    "types": (b"let a: A" + b"<B", b"", b">"),
}


def texts(source: bytes, dialect: str = "typescript") -> list[bytes]:
    """The callees of all calls that are found."""
    parsed = parse(source, dialect)
    assert isinstance(parsed, Parsed)
    found = (node.child_by_field_name("function") for node in calls(parsed.tree))
    return [node.text or b"" for node in found if node is not None]


def nested(shape: str, depth: int) -> bytes:
    start, inside, end = DEEP[shape]
    return start * depth + inside + end * depth + b";g();"


@pytest.mark.parametrize("depth", [3_000, 100_000])
@pytest.mark.parametrize("shape", DEEP)
def test_deep_nesting_ends_in_a_reason(shape: str, depth: int) -> None:
    assert parse(nested(shape, depth), "typescript") in (Unparsed("too-deep"), Unparsed("too-large"))


@pytest.mark.parametrize("shape", DEEP)
def test_nesting_that_occurs_is_read(shape: str) -> None:
    assert b"g" in texts(nested(shape, 100))


@pytest.mark.parametrize("size", [1 << 10, 1 << 19])
def test_what_is_nested_deeply_is_lowered_the_same_whoever_asks(size: int) -> None:
    """Large files are given to the parser in pieces; at Python's limit it asked for a piece and the process ended."""
    source = b"1+" * 1_900 + b"f();"
    parsed = parse(source + b" " * size, "typescript")
    assert isinstance(parsed, Parsed)
    usual, made = sys.getrecursionlimit(), []
    try:
        for room in (usual, 10_000):
            sys.setrecursionlimit(room)
            made.append(lower(parsed.tree, 0, len(source)))
            assert sys.getrecursionlimit() == room
    finally:
        sys.setrecursionlimit(usual)
    assert made == [(Do(0, Sequence(0, (), known=False)),)] * 2


@pytest.mark.parametrize("size", [1 << 10, 1 << 19])
def test_a_long_sum_is_read(size: int) -> None:
    source = b"1+" * 200 + b"f();"
    parsed = parse(source + b" " * size, "typescript")
    assert isinstance(parsed, Parsed)
    assert b"f" in repr(lower(parsed.tree, 0, len(source))).encode()


def test_deep_elements_end_in_a_reason() -> None:
    assert parse(b"x = " + b"<a>" * 3_000 + b"</a>" * 3_000, "tsx") == Unparsed("too-deep")


@pytest.mark.parametrize("opener", [b"(", b"[", b"{", b"`${", b"f(", b"/*", b"'", b"<a"])
@pytest.mark.parametrize("count", [3_000, 100_000])
def test_what_is_never_closed_ends(opener: bytes, count: int) -> None:
    parsed = parse(b"g();\n" + opener * count, "typescript")
    assert isinstance(parsed, Unparsed) or parsed.damaged


def test_a_chain_that_occurs_is_read() -> None:
    assert len(texts(b"f()" + b"\n  .a()" * 300)) == 301


def test_a_flat_file_of_many_calls_is_read() -> None:
    assert len(texts(b"f(1, [2, { a: g() }]);\n" * 40_000)) == 80_000


@pytest.mark.parametrize("size", [3, 4_000])
def test_a_table_holds_no_property_once_for_each_other(size: int) -> None:
    """What stands beside a property is kept with it: of a table that would be the square of its size."""
    source = "const table = {{ {} }};".format(", ".join(f"k{one}: item.k{one}" for one in range(size))).encode()
    parsed = parse(source, "typescript")
    assert isinstance(parsed, Parsed)
    found = occurrences(parsed.tree, source, "item")
    beside = [one.use.beside for one in found if one.use is not None]
    assert len(found) == size
    assert {len(one) for one in beside} == ({size} if size < 10 else {0})


def test_ten_megabytes_on_one_line_are_too_large() -> None:
    assert parse(b"f(1);" * (2 << 20), "typescript") == Unparsed("too-large")


def test_seven_megabytes_on_one_line_are_read() -> None:
    line = b"const a = '" + b"x" * (MAX_BYTES - 1000) + b"'; f();"
    assert texts(line) == [b"f"]


def test_the_deadline_holds_and_the_next_file_is_read() -> None:
    assert parse(b"f(1, [2]);\n" * 100_000, "typescript", seconds=0.01) == Unparsed("timeout")
    assert texts(b"f();") == [b"f"]


@pytest.mark.parametrize("source", [b"f<a" * 4000 + b">(" * 4000, b"f<a" * 4000 + b"&&>(" * 4000, b"a!(" * 9000])
def test_candidates_without_end_meet_the_deadline(source: bytes) -> None:
    parsed = parse(source, "typescript", seconds=1)
    assert isinstance(parsed, Unparsed) or parsed.damaged


def test_a_machine_that_stalls_is_no_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its clock jumps when it is moved; the file takes no longer for that."""
    clock = itertools.count(0.0, 1000.0)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    assert isinstance(parse(b"f(1, [2]);\n" * 30_000, "typescript"), Parsed)


def test_a_large_file_that_stalls_a_worker_is_a_timeout() -> None:
    assert parse(b"f(1, [2]);\n" * 300_000, "typescript", seconds=0.01) == Unparsed("timeout")


def test_a_parser_that_dies_costs_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_tree", lambda *_: os.kill(os.getpid(), signal.SIGSEGV))
    assert parse(b"f(1, [2]);\n" * 300_000, "typescript") == Unparsed("crashed")


def test_a_nul_byte_is_no_reason() -> None:
    assert texts(b"const key = `${a()}\0${b()}`; c('\0');") == [b"a", b"b", b"c"]


def test_text_is_read_from_the_file_as_it_is() -> None:
    parsed = parse(b"await sql<A>`\0 ${1}`; using;", "typescript")
    assert isinstance(parsed, Parsed)
    assert [node.text for node in calls(parsed.tree)] == [b"sql<A>`\0 ${1}`"]
    assert parsed.tree.root_node.text == b"await sql<A>`\0 ${1}`; using;"


def test_text_of_a_large_file_is_read_from_the_file_as_it_is() -> None:
    source = b"/* " + b"x" * 100_000 + b" */ await sql<A>`\0 ${1}`;"
    parsed = parse(source, "typescript")
    assert isinstance(parsed, Parsed)
    assert [node.text for node in calls(parsed.tree)] == [b"sql<A>`\0 ${1}`"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends(end: bytes) -> None:
    lines = [b"#!/usr/bin/env node", b"await f<A>(", b"  1)", b"export type * as N from 'n'", b"!a.b()!.c()"]
    parsed = parse(end.join(lines), "typescript")
    assert isinstance(parsed, Parsed)
    if end != b"\r":  # a lone carriage return ends no comment for the grammar
        assert [node.child_by_field_name("function").text for node in calls(parsed.tree)] == [
            b"f",
            b"a.b()!.c",
            b"a.b",
        ]


@pytest.mark.parametrize("space", ["\u2028", "\u2029", "\ufeff", "\u00a0", "\u3000"])
def test_unusual_white_space(space: str) -> None:
    assert texts(f"{space}f();{space}g();{space}const a = '{space}'; h(`{space}`)".encode()) == [
        b"f",
        b"g",
        b"h",
    ]


def test_a_byte_order_mark_is_no_call_and_moves_nothing() -> None:
    parsed = parse("\ufeffawait f<A>(1)".encode(), "typescript")
    assert isinstance(parsed, Parsed)
    assert [node.start_byte for node in calls(parsed.tree)] == [9]


def test_invalid_utf_8_in_text_is_no_reason() -> None:
    assert texts(b"f('\xff\xfe \xc3'); /* \x80 */ g(`\xf0\x9f`);") == [b"f", b"g"]


def test_invalid_utf_8_in_code_is_damage() -> None:
    parsed = parse(b"f();\n\xff\xfe\xfa = 1;\ng();", "typescript")
    assert isinstance(parsed, Parsed)
    assert parsed.damaged


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_never_clean(encoding: str) -> None:
    """Reading a file refuses them before; here they must not pass for a file without calls."""
    parsed = parse("const a = f(1);\nexport default g(a);\n".encode(encoding), "typescript")
    assert isinstance(parsed, Unparsed) or parsed.damaged or list(calls(parsed.tree))


def test_a_pointer_of_git_lfs_is_never_clean() -> None:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 12345\n"
    parsed = parse(pointer, "typescript")
    assert isinstance(parsed, Parsed)
    assert parsed.damaged


def test_conflict_markers_are_damage() -> None:
    source = b"f();\n<<<<<<< HEAD\nconst a = g();\n=======\nconst a = h();\n>>>>>>> branch\ni();\n"
    parsed = parse(source, "typescript")
    assert isinstance(parsed, Parsed)
    assert any(region.start <= source.index(b"const") < region.end for region in parsed.damaged)


def test_damage_is_the_smallest_statement() -> None:
    source = b"f();\nfunction a() {\n  g();\n  const x = @@;\n  h();\n}\ni();\n"
    parsed = parse(source, "typescript")
    assert isinstance(parsed, Parsed)
    assert len(parsed.damaged) == 1
    damage: Damage = parsed.damaged[0]
    assert source.index(b"g()") <= damage.start <= source.index(b"@@") < damage.end <= source.index(b"}")


@pytest.mark.parametrize("source", [b"", b"\n", b" ", b"\0", b"\xff", b"\0" * 5000, b";" * 100_000, b"\xef\xbb\xbf"])
@pytest.mark.parametrize("dialect", ["typescript", "tsx"])
def test_files_with_nothing_in_them(source: bytes, dialect: str) -> None:
    parsed = parse(source, dialect)
    assert isinstance(parsed, Parsed)
    assert list(calls(parsed.tree)) == []
