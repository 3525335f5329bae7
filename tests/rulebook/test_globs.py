"""Globs: what they match, against a matcher too simple to be wrong; and that no expression can blow up."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.rulebook import compiled, matches, matching
from audit.rulebook.globs import ALTERNATIVES, expanded, fault_of


@pytest.mark.parametrize(
    ("glob", "good", "bad"),
    [
        ("tests/**", ["tests/a.ts", "tests/a/b.ts"], ["tests", "a/tests/b.ts", "tests2/a.ts"]),
        (
            "**/*.test.*",
            ["a.test.ts", "x/y/a.test.ts", "x/a.b.test.c.d"],
            ["a.tests.ts", "a.test/b.ts", "test.ts"],
        ),
        ("**/__tests__/**", ["__tests__/a", "x/__tests__/y/z"], ["x/__tests__", "x__tests__/y"]),
        ("src/**/b/**/c.ts", ["src/b/c.ts", "src/x/b/y/z/c.ts", "src/b/b/c.ts"], ["src/c.ts", "src/xb/c.ts"]),
        ("**", ["a", "a/b/c"], []),
        ("*", ["a", ".env"], ["a/b"]),
        ("a*b*c", ["abc", "aXbYc", "abbcc"], ["ab", "abcd", "a/bc"]),
        ("*ab*b", ["abb", "xabyb"], ["ab"]),
        ("*.config.{ts,mjs}", ["jest.config.ts", "a.b.config.mjs"], ["jest.config.js", "x/jest.config.ts"]),
        ("{a,b/{c,d}}/*.ts", ["a/x.ts", "b/c/x.ts", "b/d/x.ts"], ["b/x.ts", "c/x.ts"]),
        ("a?c", ["abc", "a.c"], ["ac", "a/c", "abbc"]),
        ("[a-c]x", ["ax", "cx"], ["dx", "x"]),
        ("[!a-c]x", ["dx"], ["ax", "/x"]),
        ("[].]", ["]", "."], ["a"]),
        ("a.+(b)", ["a.+(b)"], ["aa(b)", "a.bb"]),
    ],
)
def test_what_matches(glob: str, good: list[str], bad: list[str]) -> None:
    assert [path for path in good if not matches([glob], path)] == []
    assert [path for path in bad if matches([glob], path)] == []


@pytest.mark.parametrize(
    "glob",
    ["", " ", "a\\b", "/a", "./a", "a/../b", "!a", "a/", "a//b", "{a", "a}", "[a", "[z-a]", "{a,b}" * 7],
)
def test_bad_globs_are_refused_with_a_remedy(glob: str) -> None:
    fault = fault_of(glob)
    assert fault is not None
    assert all(fault)
    with pytest.raises(ValueError, match=r"."):
        compiled((glob,))


def test_no_globs_match_nothing() -> None:
    assert not matches([], "a")
    assert not list(matching((), ["a"]))


def test_many_braces_are_as_many_patterns() -> None:
    assert len(expanded("{a,b}" * 6)) == ALTERNATIVES


SEGMENTS = st.text(alphabet="ab.", min_size=1, max_size=4)
PATHS = st.lists(SEGMENTS, min_size=1, max_size=5).map("/".join).filter(lambda path: not path.startswith("./"))
PIECES = st.sampled_from(["a", "b", ".", "*", "?", "[ab]", "[!a]", "{a,b.}"])
GLOBS = (
    st.lists(
        st.one_of(st.just("**"), st.lists(PIECES, min_size=1, max_size=5).map("".join)),
        min_size=1,
        max_size=5,
    )
    .map("/".join)
    .filter(lambda glob: fault_of(glob) is None)
)


@given(globs=st.lists(GLOBS, max_size=3), path=PATHS)
def test_agrees_with_a_naive_matcher(globs: list[str], path: str) -> None:
    expected = any(naive(plain.split("/"), path.split("/")) for glob in globs for plain in expanded(glob))
    assert matches(globs, path) == expected
    assert list(matching(tuple(globs), [path, path])) == [path, path] * expected


@given(globs=st.lists(GLOBS, min_size=1, max_size=3))
def test_no_repetition_stands_inside_another(globs: list[str]) -> None:
    assert deepest_repetition(compiled(tuple(globs)).pattern) <= 1


@given(glob=GLOBS)
def test_every_repetition_before_the_last_is_atomic(glob: str) -> None:
    """At most two repetitions can be tried again: the way to the last run, and the end of that run."""
    from re import _parser  # type: ignore[attr-defined]

    for plain in expanded(glob):
        open_ones = list(backtracking(_parser.parse(compiled((plain,)).pattern)))
        assert len(open_ones) <= 2


def naive(pattern: list[str], path: list[str]) -> bool:
    if not pattern:
        return not path
    if pattern[0] == "**":
        if len(pattern) == 1:
            return bool(path)
        return any(naive(pattern[1:], path[skip:]) for skip in range(len(path) + 1))
    return bool(path) and naive_segment(pattern[0], path[0]) and naive(pattern[1:], path[1:])


def naive_segment(pattern: str, text: str) -> bool:
    if not pattern:
        return not text
    if pattern[0] == "*":
        return any(naive_segment(pattern[1:], text[skip:]) for skip in range(len(text) + 1))
    if not text:
        return False
    if pattern[0] == "[":
        inside, rest = pattern[1:].split("]", 1)
        fits = text[0] not in inside[1:] if inside[0] == "!" else text[0] in inside
        return fits and naive_segment(rest, text[1:])
    return pattern[0] in {"?", text[0]} and naive_segment(pattern[1:], text[1:])


def deepest_repetition(pattern: str) -> int:
    from re import _parser  # type: ignore[attr-defined]

    def depth(node: Any) -> int:
        if isinstance(node, tuple) and node and str(node[0]) in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            return 1 + max(map(depth, node[1][2]), default=0)
        if isinstance(node, str | int) or node is None:
            return 0
        return max((depth(inner) for inner in node), default=0)

    return depth(list(_parser.parse(pattern)))


def backtracking(node: Any) -> Iterator[Any]:
    """The repetitions outside of atomic groups."""
    if isinstance(node, str | int) or node is None:
        return
    if isinstance(node, tuple) and node:
        if str(node[0]) in {"ATOMIC_GROUP", "POSSESSIVE_REPEAT"}:
            return
        if str(node[0]) in {"MAX_REPEAT", "MIN_REPEAT"}:
            yield node
    for inner in node:
        yield from backtracking(inner)


def test_the_naive_matcher_is_right_where_it_matters() -> None:
    for middle, end in product(("b", "x/b"), ("c", "y/c")):
        assert naive(["a", "**", "b", "**", "c"], f"a/{middle}/{end}".split("/"))
    assert not naive(["a", "**"], ["a"])
