"""Whether a name stands for a value by itself, and whether a constant is what it stands for, by the text alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.link.questions.tables import held_by_constant, stands

_MADE = rb"(?:Object\.\w+\(|new\s+\w+(?:<[^\n]*?>)?\()*"
_CONSTANT = rb"^(?:export\s+)?(?:(?:const|let|var)\s+)?[\w$]+(?::[^\n]*?)?\s*=\s*" + _MADE
_FUNCTION = rb"^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\b|def\b|(?:const|let|var)\s+[\w$]+[^\n;{]*(?==>))"
_HOLDING = (
    _CONSTANT + rb"(?<![\w$])items\s*[;)\n]",
    _CONSTANT + rb"[\[{](?:[^;]{0,2000}?[,:\[{\s])?items\s*[,}\]]",
    _FUNCTION + rb"[\s\S]{0,2000}?(?:\breturn|=>|[?:])\s*(?<![\w$])items\s*(?:[,;:})\n]|as\b|if\b|else\b|\Z)",
)
"""What is looked for, written as patterns for a whole file."""
_TEXTS = (
    *(b"items", b"rows.items", b"items2", b"const a = ", b"let b: Kind =\n  ", b"export const c = ", b"d = ", b"\n"),
    *(
        b"new Map([",
        b"Object.freeze(",
        b"[",
        b"{ ",
        b"k: ",
        b", ",
        b"]",
        b"}",
        b")",
        b";\n",
        b" ? ",
        b" : ",
        b"return ",
    ),
    *(b"function f() {\n", b"def g():\n    ", b"const h = () => ", b" => ", b" as T", b" if x", b"  ", b"\n  "),
)
_PIECES = (b"items", b"sheets", b"const a = ", b"{ ", b"[", b", ", b"]", b"}", b" ? ", b": ", b";\n")


@pytest.mark.parametrize(
    ("source", "alone"),
    [
        (b"const table = wide ? items : sheets;", True),
        (b"const table = wide ? sheets : items;\n", True),
        (b"for (const one of [sheets, items]) load(one);", True),
        (b"const tableOf = () => items;", True),
        (b"function tableOf() { return items; }", True),
        (b"TABLES = {'items': items}\n", True),
        (b"import { items, sheets } from './schema';\nload(1);", False),
        (b"from schema import items, sheets\nload(1)\n", False),
        (b"export { items, sheets };", False),
        (b"db.select().from(items)", False),
        (b"const id = items.id;", False),
        (b"const all = [manyitems, items_2];", False),
    ],
)
def test_a_name_stands_for_a_value(source: bytes, *, alone: bool) -> None:
    assert stands(source, b"items") is alone


@pytest.mark.parametrize(
    ("source", "held"),
    [
        (b"const table = items;\n", True),
        (b"export const TABLES = { a: items, sheets };", True),
        (b"export const TABLES: Record<string, Table> = {\n  sheets,\n  items,\n};", True),
        (b"const ORDER = Object.freeze([\n  items,\n]);", True),
        (b"const BY_KIND = new Map<string, Table>([['a', items]]);", True),
        (b"const PAIRS = new Map(Object.entries(items));", True),
        (b"TABLES = {'a': items}\n", True),
        (b"function tableOf(kind) {\n  return kind ? items : sheets;\n}", True),
        (b"export const tableOf = (kind: Kind) => items;", True),
        (b"def table_of(kind):\n    return items\n", True),
        (b"function shown() {\n  return items.id;\n}", False),
        (b"const rows = load(items);", False),
        (b"const id = items.id;", False),
        (b"const sheets = table('sheets', { id: items });", False),
        (b"import { items } from './schema';", False),
    ],
)
def test_a_constant_is_what_a_name_stands_for_or_holds_it(source: bytes, *, held: bool) -> None:
    assert held_by_constant(source, b"items") is held


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(b"".join))
def test_what_a_constant_holds_stands_by_itself(source: bytes) -> None:
    if held_by_constant(source, b"items"):
        assert stands(source, b"items")


@given(st.lists(st.sampled_from(_TEXTS), max_size=14).map(b"".join))
def test_from_the_name_back_the_same_is_found_as_in_the_whole_file(source: bytes) -> None:
    found = any(re.search(one, source, re.MULTILINE) is not None for one in _HOLDING)
    assert held_by_constant(source, b"items") is found
