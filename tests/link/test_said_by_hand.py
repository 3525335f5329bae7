"""Questions about bytes that are answered by hand say what the plain patterns say, which are slow."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from audit.extract.positions import Lines
from audit.link.questions.declaring import gives, named_statements
from audit.link.questions.tables import in_sql
from audit.link.questions.words import takes

_WORDS = st.lists(
    st.sampled_from(
        (b"import", b"type", b"from", b"item", b"items", b"x", b"{", b"}", b",", b" ", b"\n", b"=", b"=>", b"==", b"??",
         b"'", b'"', b"`", b"]", b".", b"*", b"const", b"enum", b"namespace", b"module", b"$", b"FROM",
         b"join ", b"(", b"sql(")
    ),
    max_size=14,
).map(b"".join)  # fmt: skip

_SCHEMA = re.compile(rb"[\"`]?[\w$]+[\"`]?\.\Z")


@given(_WORDS)
def test_whether_a_name_is_imported(source: bytes) -> None:
    word = rb"(?<![\w$])item(?![\w$])"
    imported = re.compile(rb"import\s+(?:type\s+)?(?:" + word + rb"|[\w$,\s]*\{[^}]*" + word + rb")")
    declared = re.compile(rb"^const[^\S\n]+item(?![\w$])", re.MULTILINE)
    assert takes(source, b"item") == bool(imported.search(source) or declared.search(source))


@given(_WORDS)
def test_whether_something_is_assigned_to_a_member(source: bytes) -> None:
    assert gives(source, b"item") == bool(re.search(rb"(?<![a-zA-Z0-9_])item['\"\]]*\s*(?:\?\?|\|\|)?=[^=>]", source))


@given(_WORDS)
@example(b"enum enum import")
def test_what_statements_without_a_name_declare(source: bytes) -> None:
    found = re.findall(rb"(?=(?<!\w)(?:enum|namespace|module)\s+([\w$]++))", source)
    assert named_statements(source) == tuple(sorted(set(found)))


@given(_WORDS)
def test_whether_a_name_is_a_table_by_the_sql_around_it(source: bytes) -> None:
    assert in_sql(source, b"item") == any(
        source[: one.start()].endswith((b'"', b"`", b"('"))
        or source[one.end() :].startswith((b'"', b"`"))
        or (source[: one.start()].endswith(b"'") and source[one.end() :].startswith(b"'") and b"sql(" in source)
        or _SCHEMA.sub(b"", source[: one.start()]).rstrip().lower().endswith((b"from", b"join"))
        for one in re.finditer(rb"(?<![\w$])item(?![\w$])", source)
    )


@given(st.lists(st.sampled_from((b"a", b"\n", b"\r\n", b"\r")), max_size=12).map(b"".join), st.integers(0, 12))
def test_on_which_line_a_byte_is(source: bytes, at: int) -> None:
    offset = min(at, len(source))
    assert Lines(source).position(offset).line == source.count(b"\n", 0, offset) + 1
