"""The pass that keeps tree-sitter-typescript from losing calls: what it may change and what never."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.extract.typescript.grammar.prepare import prepare
from audit.extract.typescript.grammar.typeargs import closing, opening
from audit.extract.typescript.parse import _parser

if TYPE_CHECKING:
    from tree_sitter import Tree

WORDS = [
    "await",
    "using",
    "accessor",
    "in",
    "out",
    "const",
    "export",
    "type",
    "import",
    "defer",
    "asserts",
    "f",
    "a",
    "é",
    "1",
    "5",
    "_",
]
SIGNS = [
    "<",
    ">",
    "(",
    ")",
    "`",
    "${",
    "}",
    "{",
    "!",
    ".",
    "?.",
    "'",
    '"',
    "/",
    "//",
    "/*",
    "*/",
    ",",
    "=>",
    "=",
    "&&",
    "&",
    "|",
    "*",
    "\\",
    ";",
    "@",
    "#",
    "[",
    "]",
    ":",
]
ODD = [*WORDS, *SIGNS, " ", "\n", "\r\n", "\0"]

CODE = [
    "await f<A>(x);", "sql<A[]>`t ${y()}`;", "!a.b()!.c();", "f<typeof import('m')>();", "using = 1;",
    "export type * as N from 'n';", "class C<in out T> { accessor a = 1; }", "if (a < b && c > (d)) e();",
    "const g = (x: (string) => void) => h(x);", "await a.b<C<D>>(e)!.f();",
]  # fmt: skip
TEXT = [
    "f<A>(x)",
    "sql<A>",
    "!a.b()!.c()",
    "await ",
    "using ",
    "accessor a",
    "<in out T>",
    "type *",
    "&",
    "it",
    " ",
]


def prepared(source: bytes, dialect: str = "typescript") -> bytes:
    return prepare(source, _parser(dialect).parse)[0]


def shape(tree: Tree) -> list[tuple[str, int, int, bool, bool, str | None]]:
    """Every node, as it is seen by whoever walks the tree."""
    found, cursor = [], tree.walk()
    while True:
        node = cursor.node
        assert node is not None
        found.append((node.type, node.start_byte, node.end_byte, node.is_missing, node.has_error, cursor.field_name))
        if cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return found


@given(
    st.lists(st.sampled_from([*CODE, *CODE, *ODD]), max_size=30).map("\n".join), st.sampled_from(["typescript", "tsx"])
)
def test_what_is_taken_from_the_tree_before_is_what_would_be_parsed(text: str, dialect: str) -> None:
    parser = _parser(dialect)

    def parse(source: bytes, *before: Tree) -> Tree:
        tree = parser.parse(source, *before)
        assert shape(tree) == shape(parser.parse(source))
        return tree

    prepare(text.encode(), parse)


def breaks(source: bytes) -> list[int]:
    return [found.start() for found in re.finditer(rb"[\r\n]", source)]


@given(st.lists(st.sampled_from(ODD), max_size=60).map("".join), st.sampled_from(["typescript", "tsx"]))
def test_length_and_line_breaks_stay(text: str, dialect: str) -> None:
    source = text.encode()
    result = prepared(source, dialect)
    assert len(result) == len(source)
    assert breaks(result) == breaks(source)


@given(st.binary(max_size=200))
def test_any_bytes_are_taken(source: bytes) -> None:
    assert len(prepared(source)) == len(source)


@given(st.lists(st.sampled_from(CODE), max_size=12).map("\n".join))
def test_a_second_pass_changes_nothing(text: str) -> None:
    once = prepared(text.encode())
    assert prepared(once) == once


@given(st.lists(st.tuples(st.sampled_from(CODE), st.lists(st.sampled_from(TEXT), max_size=6).map("".join)), max_size=6))
def test_text_is_never_changed(parts: list[tuple[str, str]]) -> None:
    source, spans = b"", []
    for code, text in parts:
        for before, after in (("'", "';"), ("/* ", " */"), ("h(`", "`);"), ("// ", "\n"), ("/[", "]/.i();")):
            source += before.encode()
            spans.append((len(source), text.encode()))
            source += (text + after + "\n" + code + "\n").encode()
    result = prepared(source)
    assert all(result[at : at + len(text)] == text for at, text in spans)


@pytest.mark.parametrize(
    "source",
    [
        b"f<A>(x); new Map<A, B>(); a.b<C>(d); a?.<T>(b);",
        b"a < b; c > (d); x ? y : z; a! ; b!.c(); !d; a !== b",
        b"'await f<A>(x)'; // sql<A>`x`\n/await f<A>(x)/.test(`!a.b()!.c()`)",
        b"type A<in_> = B; export type { C } from 'c'; const accessor = 1;",
    ],
)
def test_what_the_grammar_reads_rightly_is_not_touched(source: bytes) -> None:
    assert prepared(source) == source


@pytest.mark.parametrize(
    ("source", "read"),
    [
        (b"using a = b();", b"const a = b();"),
        (b"await using a = b();", b"const       a = b();"),
        (b"{ using a = b(); await using c = d(); }", b"{ const a = b(); const       c = d(); }"),
    ],
)
def test_what_is_used_is_declared(source: bytes, read: bytes) -> None:
    assert prepared(source) == read


TYPES = """
f<A>
f<A<B>>
f<A, B[]>
f<{ a: 1; b(): c }>
f<(a: b) => c>
f<'>' | ")">
f<typeof a.b>
f<import('m').A>
f<A extends B ? C : D>
f<[a: b, c?: d, ...e[]]>
f<-1 | 2n>
f<`a${B}`>
f</* > */ A>
f<new (a: b) => c>
f<<T>(a: T) => T>
f<keyof A & B>
a.get<A>
f()<A>
"""


@pytest.mark.parametrize("source", TYPES.strip().splitlines())
def test_type_arguments(source: str) -> None:
    text, start = source.encode(), source.index("<")
    assert opening(text, len(text) - 1) == start
    assert closing(text, start, len(text)) == len(text) - 1


COMPARISONS = """
a < b && c >
a < b || c >
a < f(b) >
a < b + c >
a < b ? c : d >
a < b; c >
a < b == c >
a < b c >
a << b >
a < >
a < b, >>
return <A>
a < (b; c) >
a < b = c >
a < !b >
"""


@pytest.mark.parametrize("source", COMPARISONS.strip().splitlines())
def test_comparisons(source: str) -> None:
    assert opening(source.encode(), len(source) - 1) == -1
