"""A finished report comes back for the same tree, rules and tool, and for nothing else."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from audit import pipeline
from audit.extract.reading import Reader
from audit.link.program import Program
from audit.model import Coverage, Unanalysed
from audit.reuse import Finished, entry_of
from audit.reuse.finished import key_of
from audit.reuse.packed import packed, unpacked
from audit.review import check
from audit.source import Stamp, WorkTree
from audit.source import stamps as source_stamps
from audit.store import NullStore, Shelf
from reports.json import to_json
from tests import made
from tests.memory import Memory
from tests.repository import commit, git, repository
from tests.written import CLIENT, RULES

if TYPE_CHECKING:
    from pathlib import Path

    from audit.model import Report

MAIN = """import { getItem } from './acme';
export const show = async () => console.log(await getItem(1));
"""


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNGATED_CACHE_DIR", str(tmp_path / "cache"))
    files = {
        "acme.ts": CLIENT,
        "ungated.toml": RULES,
        "main.ts": MAIN,
        "notes.txt": "nothing\n",
    }
    for name, text in files.items():
        path = tmp_path / "tree" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path / "tree"


def test_what_was_packed_comes_back_whole() -> None:
    report = made.full_report()
    assert any(path.steps for access in report.accesses for path in access.paths)
    assert unpacked(packed(report, 2)) == (report, 2)


@given(st.lists(st.lists(st.integers(1, 4), max_size=6), max_size=6))
def test_steps_that_paths_share_stay_in_their_order(ways: list[list[int]]) -> None:
    report = made.full_report()
    access = report.accesses[0]
    step = access.paths[0].steps[0]
    paths = tuple(
        replace(access.paths[0], steps=tuple(replace(step, line=line) for line in lines), fields=(str(number),))
        for number, lines in enumerate(ways)
    )
    report = replace(report, accesses=(replace(access, paths=paths), *report.accesses[1:]))
    assert unpacked(packed(report, 0)) == (report, 0)


def test_what_cannot_be_unpacked_is_nothing() -> None:
    value = packed(made.full_report(), 0)
    for damaged in (b"", b"\x00", value[:-1], value[1:]):
        assert unpacked(damaged) is None


@pytest.mark.parametrize("part", ["trees:", "asked:", "report:"])
def test_what_something_else_has_written_is_made_anew(
    tree: Path, tmp_path: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.report(str(tree))
    (tree / "notes.txt").write_text("changed\n")
    shelf = Shelf(str(tmp_path / "cache" / "facts-1.sqlite"))
    get_many = Shelf.get_many

    def damaged(self: Shelf, keys: list[str]) -> dict[str, bytes]:
        return {key: b"\xc1" if key.startswith(part) else value for key, value in get_many(self, keys).items()}

    shelf.close()
    monkeypatch.setattr(Shelf, "get_many", damaged)
    assert _json(tree) == _json(tree, cache=False)


@pytest.mark.parametrize(("reason", "kept"), [("timeout", False), ("crashed", False), ("too-large", True)])
def test_what_may_be_otherwise_the_next_time_is_not_kept(tree: Path, reason: str, *, kept: bool) -> None:
    report = made.report(coverage=Coverage(unanalysed=(Unanalysed("a.ts", reason, in_scope=True),)))
    with WorkTree(tree) as snapshot:
        entry = entry_of(Program(snapshot, Reader(NullStore())), ("part",), report, 0)
    assert (entry is not None) is kept


@pytest.mark.parametrize("tracked", [True, False])
def test_a_file_of_which_nothing_is_asked_may_be_anything(
    tree: Path, monkeypatch: pytest.MonkeyPatch, *, tracked: bool
) -> None:
    """No text, and other than git has it: the report is still the one that was kept. One that was asked is its twin."""
    picture = tree / "picture.png"
    if tracked:
        picture.write_bytes(b"\x89PNG\0\1")
    repository(tree)
    picture.write_bytes(b"\x89PNG\0\2")
    (tree / "new.txt").write_text("so that there is always something that is not committed\n")
    first = _json(tree)
    monkeypatch.setattr(pipeline, "made", None)
    for content in (b"\x89PNG\0\2", b"\x89PNG\0\3", b"\x89PNG\0\1"):
        picture.write_bytes(content)
        assert _json(tree) == first
    (tree / "main.ts").write_bytes(picture.read_bytes())
    with pytest.raises(TypeError):
        _json(tree)


def test_another_part_is_another_report(tree: Path) -> None:
    values = Memory()
    finished = Finished(values)

    def reader() -> Reader:
        return Reader(values)

    with WorkTree(tree) as snapshot:
        finished.keep(entry_of(Program(snapshot, reader()), ("tree", "rules"), made.report(), 1))
        assert finished.of(snapshot, ("tree", "rules"), reader) == (made.report(), 1)
        assert finished.of(snapshot, ("tree", "other"), reader) is None
        assert finished.of(snapshot, ("treerules",), reader) is None


def test_few_trees_are_remembered(tree: Path) -> None:
    values = Memory()
    finished = Finished(values)
    for number in range(9):
        (tree / "notes.txt").write_text(str(number))
        with WorkTree(tree) as snapshot:
            finished.keep(entry_of(Program(snapshot, Reader(values)), (), made.report(), number))
    key = key_of(())
    assert len(msgspec.msgpack.decode(values.get_many([key])[key])) < 9


def test_a_second_run_asks_the_engine_nothing(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pipeline.report(str(tree))
    monkeypatch.setattr(pipeline, "analysed", None)
    assert to_json(pipeline.report(str(tree))) == to_json(first)
    with pytest.raises(TypeError):
        pipeline.report(str(tree), cache=False)
    with pytest.raises(TypeError):
        pipeline.report(str(tree), paths=False)


def test_a_kept_report_is_the_one_that_would_be_made(tree: Path) -> None:
    pipeline.report(str(tree))
    assert to_json(pipeline.report(str(tree)), excerpts=True) == to_json(
        pipeline.report(str(tree), cache=False), excerpts=True
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("main.ts", "\n" + MAIN),
        ("ungated.toml", RULES.replace("Written", "Changed")),
        ("more.ts", "import { getItem } from './acme';\nexport const more = getItem(2);\n"),
        ("notes.vue", "<script>import { getItem } from './acme';</script>\n"),
    ],
)  # fmt: skip
def test_a_change_is_seen(tree: Path, name: str, text: str) -> None:
    pipeline.report(str(tree))
    (tree / name).write_text(text)
    assert _json(tree) == _json(tree, cache=False)


def test_a_commit_of_the_same_content_shows_in_the_report(tree: Path) -> None:
    git(tree, "init", "-q")
    git(tree, "add", ".")
    before = pipeline.report(str(tree)).checkout
    commit(tree)
    after = pipeline.report(str(tree)).checkout
    assert (before.commit, before.dirty) == (None, True)
    assert after.commit is not None
    assert not after.dirty


def test_a_check_takes_over_both_sides(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tree)
    (tree / "main.ts").write_text(MAIN.replace("getItem(1)", "getItem(1, {}) ?? getItem(2)"))
    today = dt.date(2026, 1, 1)
    first = check(str(tree), base="HEAD", today=today)
    assert first.report.compared is not None
    assert first.report.compared.added == 1
    commit(tree)
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "analysed", None)
        again = check(str(tree), base="HEAD^", today=today)
    assert to_json(again.report) == to_json(check(str(tree), base="HEAD^", today=today, cache=False).report)
    assert again.report.findings == first.report.findings


def _json(tree: Path, *, cache: bool = True) -> bytes:
    report: Report = pipeline.report(str(tree), cache=cache)
    return to_json(report)


def fingerprint(root: Path) -> str:
    with WorkTree(str(root)) as snapshot:
        return snapshot.fingerprint()


def test_a_fingerprint_tells_trees_apart_by_names_contents_and_links(tmp_path: Path) -> None:
    seen = []
    (tmp_path / "a.ts").write_text("one")
    (tmp_path / "b.bin").write_bytes(b"\0")
    seen.append(fingerprint(tmp_path))
    (tmp_path / "b.bin").write_bytes(b"\1")
    seen.append(fingerprint(tmp_path))
    (tmp_path / "a.ts").rename(tmp_path / "c.ts")
    seen.append(fingerprint(tmp_path))
    (tmp_path / "link").symlink_to("c.ts")
    seen.append(fingerprint(tmp_path))
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("b.bin")
    seen.append(fingerprint(tmp_path))
    assert len(set(seen)) == len(seen)
    os.utime(tmp_path / "c.ts", (0, 0))
    assert fingerprint(tmp_path) == seen[-1]


def test_a_fingerprint_reads_large_files_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.source.worktree.LARGEST", 8)
    monkeypatch.setattr("audit.source.worktree._SMALL", 4)
    (tmp_path / "a.ts").write_text("123456789")
    first = fingerprint(tmp_path)
    (tmp_path / "a.ts").write_text("12345678x")
    assert fingerprint(tmp_path) != first


def stamped(tree: Path, known: dict[bytes, Stamp]) -> tuple[bool, dict[bytes, Stamp], int]:
    with WorkTree(tree) as one, WorkTree(tree) as other:
        ids, stamps, read = one.ids_since(known)
        return ids == other.ids(), stamps, read


def aged(path: Path) -> None:
    os.utime(path, (1, 1))


def test_a_file_that_is_as_it_was_is_not_read_again(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_stamps, "_SETTLED", -1_000_000_000)
    right, stamps, read = stamped(tree, {})
    assert (right, read) == (True, 4)
    assert stamped(tree, stamps)[::2] == (True, 0)
    (tree / "main.ts").write_text(MAIN.upper())
    assert stamped(tree, stamps)[::2] == (True, 1)
    (tree / "notes.txt").rename(tree / "other.txt")
    (tree / "other.txt").rename(tree / "notes.txt")
    assert stamped(tree, stamps)[0]


def test_a_file_that_has_only_just_changed_is_read_each_time(tree: Path) -> None:
    aged(tree / "main.ts")  # the time of the change is not for anybody to set
    _, stamps, _ = stamped(tree, {})
    assert stamps == {}


def test_a_name_that_cannot_be_written_is_no_obstacle(tree: Path) -> None:
    bad = os.fsdecode(os.fsencode(tree) + b"/\xff.ts")
    try:
        with open(bad, "w", encoding="utf-8") as file:  # noqa: PTH123 - such a name is no text
            file.write("export const one = 1;\n")
    except OSError:
        pytest.skip("names are UTF-8 here")
    assert _json(tree) == _json(tree, cache=False)
    with open(bad, "a", encoding="utf-8") as file:  # noqa: PTH123
        file.write("import { getItem } from './acme'; getItem(4);\n")
    assert _json(tree) == _json(tree, cache=False)
