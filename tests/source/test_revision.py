"""A commit: the same answers as the work tree that it was made of, and nothing written."""

import os
from pathlib import Path

import pytest

from audit.extract.workers import Beside
from audit.model import Checkout
from audit.source import Held, Revision, UnknownRevisionError, Unreadable, WorkTree, git_top_level, merge_base
from tests.repository import git
from tests.trees import write

FILES = {
    "a.ts": b"foo\r\n",
    "b/c.py": b"foo \0 bar",
    "b/x.ts/index.ts": b"",
    "d.sql": b"\xff\xfebar",
    "e.txt": b"bar",
}
MISSING = "1234567890123456789012345678901234567890"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = write(tmp_path / "r", FILES)
    (root / "link.ts").symlink_to("b/c.py")
    git(root, "init", "-q")
    git(root, "config", "core.autocrlf", "false")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first")
    return root


def commit_of_tree(root: Path, tree: bytes) -> str:
    """A commit of a tree that `git mktree` makes of these lines; objects may be absent."""
    made = git(root, "mktree", "--missing", given=tree)
    return git(root, "commit-tree", made, "-m", "made")


def test_both_snapshots_give_the_same_answers(repository: Path) -> None:
    with WorkTree(repository) as tree, Revision(repository, "HEAD") as revision:
        assert revision.files() == tree.files() == tuple(sorted(FILES))
        assert {path: revision.read(path) for path in FILES} == FILES
        assert [revision.digest(path) for path in FILES] == [tree.digest(path) for path in FILES]
        assert revision.containing([b"foo", b"bar"]) == tree.containing([b"foo", b"bar"])
        assert revision.is_dir("b/x.ts")
        assert not revision.has("b/x.ts")
        assert revision.real("link.ts") == tree.real("link.ts") == "b/c.py"
        assert revision.checkout() == tree.checkout()


def test_the_work_tree_does_not_shine_through(repository: Path) -> None:
    before = git(repository, "rev-parse", "HEAD")
    (repository / "a.ts").write_text("changed")
    git(repository, "commit", "-qam", "second")
    with Revision(repository, "HEAD~1") as revision:
        assert revision.read("a.ts") == FILES["a.ts"]
        assert revision.checkout() == Checkout(commit=before)


def test_a_subfolder_has_paths_of_its_own(repository: Path) -> None:
    with Revision(repository / "b", "HEAD") as revision:
        assert revision.files() == ("c.py", "x.ts/index.ts")
        assert revision.read("c.py") == FILES["b/c.py"]


def test_an_absent_blob_is_missing(repository: Path) -> None:
    here = git(repository, "rev-parse", "HEAD:a.ts")
    lines = "".join(
        f"100644 blob {blob}\t{name}\n" for name, blob in (("a.ts", here), ("b.ts", MISSING), ("c.ts", here))
    )
    with Revision(repository, commit_of_tree(repository, lines.encode())) as revision:
        assert revision.containing([b"foo"]) == {b"foo": ("a.ts", "c.ts")}
        assert revision.read("b.ts") == Unreadable("b.ts", "missing")
        assert revision.problems() == (("b.ts", "missing"),)


def test_blobs_of_a_partial_clone_are_missing_and_not_fetched(repository: Path, tmp_path: Path) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "partial"
    url = f"file://{repository}"
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", url, str(clone))
    objects = sorted(path for path in (clone / ".git" / "objects").rglob("*") if path.is_file())
    with Revision(clone, "HEAD") as revision:
        assert revision.containing([b"foo"]) == {b"foo": ()}
        assert dict(revision.problems()) == dict.fromkeys(sorted(FILES), "missing")
    assert sorted(path for path in (clone / ".git" / "objects").rglob("*") if path.is_file()) == objects


def test_submodules_and_installed_files_are_left_out(repository: Path) -> None:
    here = git(repository, "rev-parse", "HEAD:a.ts")
    inner = git(repository, "mktree", given=f"100644 blob {here}\ti.ts\n".encode())
    head = git(repository, "rev-parse", "HEAD")
    lines = f"100755 blob {here}\ta.ts\n040000 tree {inner}\tnode_modules\n160000 commit {head}\tsub\n"
    with Revision(repository, commit_of_tree(repository, lines.encode())) as revision:
        assert revision.files() == ("a.ts",)


def test_many_and_large_blobs_pass_the_pipe(repository: Path) -> None:
    contents = {f"f{number:03}.ts": b"x" * (number * 997) for number in range(250)}
    for path, content in contents.items():
        (repository / path).write_bytes(content)
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "many")
    with Revision(repository, "HEAD") as revision:
        revision.containing([b"y"])
        assert {path: revision.read(path) for path in contents} == contents


def test_a_huge_blob_is_searched_but_not_read(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.source.blobs.LARGEST", 8)
    monkeypatch.setattr("audit.source.blobs._BLOCK", 3)
    with Revision(repository, "HEAD") as revision:
        assert revision.containing([b"o \0 b"])[b"o \0 b"] == ("b/c.py",)
        assert revision.read("b/c.py") == Unreadable("b/c.py", "too-large")
        assert revision.read("a.ts") == FILES["a.ts"]


@pytest.mark.parametrize("name", ["nope", "--all", "HEAD:a.ts", "HEAD^{tree}", ""])
def test_what_names_no_commit_is_the_users_mistake(repository: Path, name: str) -> None:
    with pytest.raises(UnknownRevisionError):
        Revision(repository, name)


def test_merge_base_is_where_two_revisions_part(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "-qb", "side")
    git(repository, "commit", "-q", "--allow-empty", "-m", "side")
    git(repository, "checkout", "-q", "main")
    git(repository, "commit", "-q", "--allow-empty", "-m", "main")
    assert merge_base(str(repository), "main", "side") == base
    alone = git(repository, "commit-tree", "HEAD^{tree}", "-m", "alone")
    assert merge_base(str(repository), "main", alone) is None


def test_top_level_is_that_of_the_checkout(repository: Path, tmp_path: Path) -> None:
    assert git_top_level(str(repository / "b")) == str(repository.resolve())
    assert git_top_level(str(tmp_path)) != str(repository.resolve())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_child_reads_for_itself(repository: Path) -> None:
    """The child shares the pipes of its parent's git; were it to use them, each would get the other's answers."""
    for number in range(300):
        (repository / f"n{number}.txt").write_text(f"{number}\n" * 2000)
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "many")
    with Revision(repository, "HEAD") as snapshot:
        assert snapshot.read("e.txt") == b"bar"

        def read_all() -> bytes:
            return b"".join(data for n in range(300) if isinstance(data := snapshot.read(f"n{n}.txt"), bytes))

        child = Beside(read_all)
        here = read_all()
        assert child.result(60) == here == b"".join(f"{n}\n".encode() * 2000 for n in range(300))


def test_revisions_that_share_what_is_held_answer_as_if_they_did_not(repository: Path) -> None:
    held, texts = Held(), [b"foo", b"bar", b"more"]
    (repository / "a.ts").write_bytes(b"more")
    (repository / "f.ts").write_bytes(FILES["d.sql"])  # a search of this content hides names in a language that is read
    (repository / "g.sql").write_bytes(b"foo")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "second")
    for revision in ("HEAD^", "HEAD", "HEAD^", "HEAD"):
        with Revision(repository, revision, held) as sharing, Revision(repository, revision) as alone:
            for some in (texts[:1], texts, texts[1:]):
                assert sharing.containing(some, sharing.files()[1:]) == alone.containing(some, alone.files()[1:])
                assert sharing.containing(some) == alone.containing(some)
            assert sharing.problems() == alone.problems()
            assert [sharing.read(path) for path in sharing.files()] == [alone.read(path) for path in alone.files()]
            assert [sharing.digest(path) for path in sharing.files()] == [alone.digest(path) for path in alone.files()]


def test_what_is_held_has_its_room() -> None:
    held = Held(room=4)
    for name in ("aa", "bb", "cc"):
        held.keep(name, name.encode())
        held.get("aa")
    assert [held.get(name) for name in ("aa", "bb", "cc")] == [b"aa", None, b"cc"]
