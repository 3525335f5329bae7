"""Questions about the bytes of a file can be asked again by another process, without the engine."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.link import questions
from audit.link.program import Program
from audit.link.told import asking, digest, question_of, told
from audit.reuse import Work
from audit.source import WorkTree
from audit.store import NullStore

AUDIT = Path(questions.__file__).parents[2]
HOME = "audit.link.questions"
ARGUMENTS = st.recursive(
    st.one_of(
        st.binary(max_size=9),
        st.text(max_size=9),
        st.integers(-9, 9),
        st.booleans(),
        st.sampled_from((re.compile(rb"a+", re.DOTALL), re.compile("b", re.IGNORECASE))),
    ),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=6,
)


@given(st.lists(ARGUMENTS, max_size=4).map(tuple))
def test_a_question_is_told_with_its_arguments(args: tuple[Any, ...]) -> None:
    assert question_of(asking(questions.holds, args)) == (questions.holds, args)


def here(source: bytes) -> int:
    return len(source)


def test_a_question_of_another_module_is_asked_again_too() -> None:
    question, args = question_of(asking(here, ()))
    assert digest(question(b"four", *args)) == digest(4)


def test_what_has_no_name_asks_for_the_whole_file(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("one")
    (tmp_path / "b.ts").write_text("two")
    with WorkTree(tmp_path) as snapshot:
        program = Program(snapshot, Work(NullStore()).reader)
        assert program.ask("a.ts", lambda source: len(source)) == 3  # noqa: PLW0108 - such a one
        assert program.ask("b.ts", questions.holds, b"w")
        assert {number: one.whole for number, one in told(program).files.items()} == {0: True, 1: False}


@pytest.mark.parametrize("module", sorted((AUDIT / "link" / "questions").glob("*.py")), ids=lambda path: path.stem)
def test_questions_need_no_engine(module: Path) -> None:
    names = [
        name
        for node in ast.walk(ast.parse(module.read_text()))
        for name in ([one.name for one in node.names] if isinstance(node, ast.Import) else [])
        + ([node.module or ""] if isinstance(node, ast.ImportFrom) else [])
    ]
    assert [name for name in names if name.startswith("audit.") and not name.startswith(HOME)] == []


@pytest.mark.parametrize("path", sorted(AUDIT.rglob("*.py")), ids=lambda path: path.relative_to(AUDIT).as_posix())
def test_the_engine_asks_questions_of_that_package(path: Path) -> None:
    tree = ast.parse(path.read_text())
    known = {
        one.asname or one.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(HOME)
        for one in node.names
    }
    asked = [
        ast.unparse(node.args[1])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "ask"
        if len(node.args) > 1 and path.parent.name != "link"
    ]
    assert [name for name in asked if name not in known] == []
