"""What a search of a tree's files finds, and what it leaves in memory."""

import hashlib
from pathlib import Path

import pytest

from audit.source import Unreadable, WorkTree
from tests.trees import write


def test_search_keeps_the_order_asked_for_and_memoises(tmp_path: Path) -> None:
    tree = WorkTree(write(tmp_path, {"a.ts": "foo bar", "b.sql": "bar", "c.py": "foo\0bar"}))
    assert tree.containing([b"foo", b"bar", b"foo"]) == {
        b"foo": ("a.ts", "c.py"),
        b"bar": ("a.ts", "b.sql", "c.py"),
    }
    assert tree.containing([b"bar"], ["c.py", "a.ts", "c.py", "none.ts"]) == {b"bar": ("c.py", "a.ts")}
    (tmp_path / "a.ts").write_text("changed")
    assert tree.containing([b"bar"])[b"bar"] == ("a.ts", "b.sql", "c.py")
    assert tree.digest("a.ts") == hashlib.sha256(b"foo bar").hexdigest()
    assert tree.read("b.sql") == b"bar"


def test_what_was_digested_is_what_is_read(tmp_path: Path) -> None:
    tree = WorkTree(write(tmp_path, {"a.json": "1"}))
    digest = tree.digest("a.json")
    (tmp_path / "a.json").write_text("2")
    assert (tree.read("a.json"), tree.digest("a.json")) == (b"1", digest)


def test_a_source_file_that_hides_names_is_a_problem_and_another_is_not(tmp_path: Path) -> None:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    wide = "getRelease(1);".encode("utf-16")
    tree = WorkTree(write(tmp_path, {"a.ts": wide, "b.ts": pointer, "c.png": pointer, "d.ts": "getRelease\0"}))
    assert tree.problems() == ()
    assert tree.containing([b"getRelease"]) == {b"getRelease": ("d.ts",)}
    assert tree.problems() == (("a.ts", "encoding"), ("b.ts", "lfs-pointer"))
    assert tree.read("a.ts") == wide


def test_what_memory_does_not_hold_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.source.snapshot._KEPT", 3)
    tree = WorkTree(write(tmp_path, {"a.ts": "foo", "b.ts": "foo"}))
    assert tree.containing([b"foo"]) == {b"foo": ("a.ts", "b.ts")}
    for name in ("a.ts", "b.ts"):
        (tmp_path / name).write_text("bar")
    assert tree.containing([b"bar"]) == {b"bar": ("b.ts",)}
    assert (tree.read("a.ts"), tree.read("b.ts")) == (b"foo", b"bar")


def test_a_huge_file_is_searched_but_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.source.worktree.LARGEST", 10)
    monkeypatch.setattr("audit.source.worktree._SMALL", 4)
    monkeypatch.setattr("audit.source.worktree._BLOCK", 4)
    tree = WorkTree(write(tmp_path, {"big.ts": "0123456789abcdefgh"}))
    assert tree.containing([b"3456", b"h", b"nope"]) == {b"3456": ("big.ts",), b"h": ("big.ts",), b"nope": ()}
    assert tree.read("big.ts") == Unreadable("big.ts", "too-large")
