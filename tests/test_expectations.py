"""The reader of marks, and the comparison of marks with a report."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.expectations import (
    STRICT,
    Access,
    ExpectationError,
    Item,
    Mark,
    Word,
    access,
    comment,
    expected,
    marks,
    phrase,
)
from tests.harness import differences

if TYPE_CHECKING:
    from pathlib import Path

names = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.]{0,12}", fullmatch=True)
routes = st.from_regex(r"(GET|POST) /[a-z{}/-]{0,15}", fullmatch=True)
places = st.from_regex(r"[a-z]{1,6}(\.ts:[1-9][0-9]?)?", fullmatch=True)
accesses = st.builds(
    Access,
    st.sampled_from(["call", "reference", "request", "database"]),
    names | routes,
    st.lists(places, max_size=2).map(tuple),
    st.sampled_from(["production", "test", "tooling", "client"]),
    st.booleans(),
)
texts = st.from_regex(r"[A-Za-z]([A-Za-z0-9{}/. -]{0,10}[A-Za-z0-9}])?", fullmatch=True)
said = st.lists(st.builds(Mark, st.sampled_from(Word), texts), min_size=1, max_size=4)


@given(accesses)
def test_access_survives_its_phrase(wanted: Access) -> None:
    assert access(phrase(wanted)) == wanted


@given(said, st.sampled_from(["//", "#", "--", "/*"]), st.sampled_from(["", "await f(`https://x/${y}`); ", "{"]))
def test_marks_survive_their_comment(wanted: list[Mark], opener: str, code: str) -> None:
    end = " */}" if opener == "/*" else ""
    assert marks(code + comment(wanted, opener) + end) == wanted


@given(st.text())
def test_any_comment_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ExpectationError):
        assert all(mark.text for mark in marks(f"// expect: {text}"))


def test_parts_without_a_word_belong_to_the_mark_before() -> None:
    line = "f(a, b); // expect: reference a ; reference b ; gate: none"
    assert marks(line) == [
        Mark(Word.EXPECT, "reference a"),
        Mark(Word.EXPECT, "reference b"),
        Mark(Word.GATE, "none"),
    ]


@pytest.mark.parametrize(
    "line",
    ["const url = 'https://ok.example'; // see: ok: not a mark", "// note: expect: nothing", "x--;", ""],
)
def test_prose_holds_no_marks(line: str) -> None:
    assert marks(line) == []


@pytest.mark.parametrize("line", ["// expects: call a", "// lookalike: a", "# unresolve: why"])
def test_a_misspelt_word_is_refused(line: str) -> None:
    with pytest.raises(ExpectationError, match="is no mark"):
        marks(line)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("a(); // expect: calls a", "a.ts:1: cannot read"),
        ("a(); // expect: call a (test, client)", "a.ts:1: more than one scope"),
        ("a(); // expect: call a through nowhere", "a.ts:1: no line is called 'nowhere'"),
        ("a(); // expect: call a through b.ts:3", "a.ts:1: 'b.ts' is 0 files"),
        ("a(); // here: x\nb(); // here: x", "a.ts:2: 'here: x' stands at a.ts:1 already"),
        ("a(); // ok: fine ; expect: call a", "a.ts:1: 'ok:' and 'expect:' on one line"),
    ],
)
def test_unreadable_expectations_name_their_line(tmp_path: Path, lines: str, says: str) -> None:
    (tmp_path / "a.ts").write_text(lines)
    with pytest.raises(ExpectationError, match=says.replace("(", r"\(")):
        expected(tmp_path)


def test_places_are_resolved_from_labels_tails_and_own_lines(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "send.ts").write_text("\nfetch(url); // here: sends\n")
    (tmp_path / "a.ts").write_text("send(u); // expect: request GET /x through sends, send.ts:7, 9\n")
    assert [item.text for item in expected(tmp_path)] == ["request GET /x through lib/send.ts:2, lib/send.ts:7, a.ts:9"]


def test_agreement_is_silent(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("getItem(1); // expect: call getItem ; gate: none\n")
    assert differences(tmp_path, report(call(gate={"state": "none"})), STRICT | {Word.GATE}) == ""


def test_both_directions_are_listed_with_their_lines(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("getItem(1); // expect: call getItem\ngetItem(2); // ok: another one\n")
    said = differences(tmp_path, report(call(line=2, scope="test")), STRICT)
    assert said.splitlines() == [
        "marked and not found:",
        "  a.ts:1: expect: call getItem",
        "found and not marked:",
        "  a.ts:2: expect: call getItem (test)",
    ]


def test_twice_on_a_line_is_marked_twice(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("[getItem(1), getItem(2)]; // expect: call getItem\n")
    assert differences(tmp_path, report(call(), call()), STRICT).startswith("found and not marked")


def test_look_alikes_may_be_more_than_those_marked(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("getItem(1); // look-alike: getItem\n")
    alike = {"name": "getItem", "file": "a.ts", "line": 1}
    words = frozenset({Word.LOOK_ALIKE})
    assert differences(tmp_path, report(alikes=[alike, {**alike, "line": 4}]), words) == ""
    assert differences(tmp_path, report(), words) == "marked and not found:\n  a.ts:1: look-alike: getItem"


def test_unanalysed_is_about_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.sh").write_text("\n\n# unanalysed: language\n")
    assert expected(tmp_path) == [Item("a.sh", 0, Word.UNANALYSED, "language")]


def call(**changed: Any) -> dict[str, Any]:
    return {"subject": "getItem", "kind": "call", "file": "a.ts", "line": 1, **changed}


def report(*found: dict[str, Any], alikes: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {"accesses": list(found), "coverage": {"look_alikes": alikes or []}}
