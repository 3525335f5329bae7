"""Where the keys of a TOML file stand, and that whatever a file holds is refused with problems that have lines."""

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.rulebook import RulesError, builtin_rules, load_rules
from audit.rulebook.lines import lines_of

KEYS = st.sampled_from(["version", "name", "client", "package", "group", "id", "holds", "when", "sink", "a b", "é"])
VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(-9, 9), st.sampled_from(["", "x", "*", "#", "[", "{", "a]b}", 'q"', "'"])),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)
SECTIONS = [
    "client", "service", "gate", "carries", "scope", "check", "server", "bridge", "ground", "trigger",
    "group", "except", "entry", "version", "extends",
]  # fmt: skip


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(SECTIONS), VALUES, max_size=4))
def test_whatever_a_file_holds_it_is_refused_with_problems(table: dict[str, Any]) -> None:
    with pytest.raises(RulesError) as caught:
        load_rules("ungated.toml", ("name = 3\n" + toml(table)).encode(), builtin_rules)
    last = toml(table).count("\n") + 1
    assert all(1 <= problem.line <= last for problem in caught.value.problems)


@settings(max_examples=60)
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_every_key_has_its_line(table: dict[str, Any]) -> None:
    text = toml(table)
    assert tomllib.loads(text) == table
    lines = lines_of(text)
    for number, key in enumerate(table, 1):
        assert lines[(key,)] == number
    assert set(paths_of(table)) == set(lines)


def toml(table: dict[str, Any]) -> str:
    return "".join(f"{quoted(key)} = {written(value)}\n" for key, value in table.items())


def written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{quoted(key)} = {written(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return quoted(value) if isinstance(value, str) else str(value)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def paths_of(value: object, key: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [path for name, item in inner for path in ((*key, name), *paths_of(item, (*key, name)))]


def test_lines_of_headers_arrays_and_long_strings() -> None:
    text = '[a.b]\nx = """\n[no]\ny = 1\n"""\n[[c]]\nz = [ # why\n  1,\n\n  2, # [\n]\n[[c]]\n[[c.d]]\nq = 1\n'
    lines = lines_of(text)
    assert lines[("a", "b", "x")] == 2
    assert lines[("c", 0, "z", 1)] == 10
    assert lines[("c", 1, "d", 0, "q")] == 14
    assert ("a", "b", "y") not in lines
