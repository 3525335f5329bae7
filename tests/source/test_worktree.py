"""The work tree: what is listed, what is read, and what is said of the rest."""

import errno
import os
from pathlib import Path

import pytest

from audit.model import Checkout, UnanalysedReason
from audit.source import Unreadable, WorkTree
from audit.source.listing import from_ls_files
from tests.repository import git
from tests.trees import write


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = write(tmp_path / "r", {"a.ts": "one", "b/c.py": "two", ".gitignore": "out/\n", "old.ts": "gone"})
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first")
    return root


def test_walk_skips_what_is_installed_or_built(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"a.ts": "", "node_modules/x/i.js": "", "dist/a.js": "", "p/build/b.js": "", "p/builder.ts": ""},
    )
    assert WorkTree(tmp_path).files() == ("a.ts", "p/builder.ts")


def test_what_others_wrote_is_left_out_where_it_is_checked_in(repository: Path) -> None:
    kept = {"my.yarn/a.ts": "", "site-packages.ts": ""}
    others = (".yarn/releases/yarn-4.cjs", "p/.yarn/plugins/x.cjs", ".pnp.cjs", "py/site-packages/m/i.py")
    write(repository, {**kept, **dict.fromkeys(others, "")})
    git(repository, "add", ".")
    with WorkTree(repository) as tree:
        assert tree.files() == (".gitignore", "a.ts", "b/c.py", "my.yarn/a.ts", "old.ts", "site-packages.ts")


def test_git_lists_tracked_and_new_files_and_neither_ignored_nor_deleted_ones(repository: Path) -> None:
    write(repository, {"new.ts": "", "out/x.ts": "", "node_modules/m/i.js": "", "build/kept.ts": ""})
    (repository / "old.ts").unlink()
    with WorkTree(repository) as tree:
        assert tree.files() == (".gitignore", "a.ts", "b/c.py", "build/kept.ts", "new.ts")
        assert tree.is_dir("b")
        assert tree.is_dir("")
        assert not tree.is_dir("a.ts")
        assert not tree.has("b")


def test_a_subfolder_of_a_checkout_has_paths_of_its_own(repository: Path) -> None:
    with WorkTree(repository / "b") as tree:
        assert tree.files() == ("c.py",)
        assert tree.read("c.py") == b"two"
        assert tree.read("../a.ts") == Unreadable("../a.ts", "missing")


def test_an_ignored_root_is_walked(repository: Path) -> None:
    write(repository, {"out/deep/x.ts": ""})
    with WorkTree(repository / "out") as tree:
        assert tree.files() == ("deep/x.ts",)


def test_submodules_and_other_repositories_are_not_entered(repository: Path) -> None:
    write(repository, {"inner/x.ts": "", "sub/y.ts": ""})
    git(repository / "inner", "init", "-q")
    head = git(repository, "rev-parse", "HEAD")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},sub")
    with WorkTree(repository) as tree:
        assert "sub" not in tree.files()
        assert not any(path.startswith("inner") for path in tree.files())


def test_leaked_git_variables_mean_nothing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.setenv(name, "/nonexistent")
    with WorkTree(repository) as tree:
        assert "a.ts" in tree.files()
        assert tree.checkout().commit is not None


def test_without_git_the_tree_is_walked(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with WorkTree(repository) as tree:
        assert "a.ts" in tree.files()
        assert tree.checkout() == Checkout()


def test_checkout_tells_commit_changes_and_remote(repository: Path) -> None:
    git(repository, "remote", "add", "origin", "https://me:secret@example.org/a/b.git")
    commit = git(repository, "rev-parse", "HEAD")
    remote = "https://example.org/a/b"
    with WorkTree(repository) as tree:
        assert tree.checkout() == Checkout(commit=commit, dirty=False, remote=remote)
    write(repository, {"new.ts": ""})
    with WorkTree(repository) as tree:
        assert tree.checkout() == Checkout(commit=commit, dirty=True, remote=remote)


def test_a_repository_without_commits_has_no_commit(tmp_path: Path) -> None:
    git(write(tmp_path, {"a.ts": ""}), "init", "-q")
    with WorkTree(tmp_path) as tree:
        assert tree.checkout() == Checkout(commit=None, dirty=True)
        assert tree.files() == ("a.ts",)


def test_a_monitor_named_by_the_repository_does_not_run(repository: Path) -> None:
    hook = repository / "out" / "hook"
    write(repository, {"out/hook": f"#!/bin/sh\ntouch '{repository}/out/ran'\n"})
    hook.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(hook))
    with WorkTree(repository) as tree:
        tree.files()
        tree.checkout()
    assert not (repository / "out" / "ran").exists()


@pytest.mark.parametrize("with_git", [False, True])
def test_links_are_not_followed_out_of_the_root_nor_in_circles(tmp_path: Path, *, with_git: bool) -> None:
    write(tmp_path, {"outside/secret.ts": "secret", "root/src/a.ts": "a"})
    root = tmp_path / "root"
    (root / "loop").symlink_to(root)
    (root / "src" / "self.ts").symlink_to("self.ts")
    (root / "escape").symlink_to(tmp_path / "outside")
    (root / "up.ts").symlink_to("../outside/secret.ts")
    (root / "alias.ts").symlink_to("src/a.ts")
    (root / "lib").symlink_to("src")
    if with_git:
        git(root, "init", "-q")
        git(root, "add", ".")
    with WorkTree(root) as tree:
        assert tree.files() == ("src/a.ts",)
        assert tree.real("alias.ts") == tree.real("lib/a.ts") == "src/a.ts"
        assert tree.real("lib") == "src"
        assert [tree.real(path) for path in ("up.ts", "escape/secret.ts", "src/self.ts", "none")] == [None] * 4
        assert tree.read("up.ts") == Unreadable("up.ts", "missing")


def test_a_tracked_folder_that_became_a_link_is_not_read_through(repository: Path, tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/c.py": "secret"})
    (repository / "b" / "c.py").unlink()
    (repository / "b").rmdir()
    (repository / "b").symlink_to(tmp_path / "elsewhere")
    with WorkTree(repository) as tree:
        assert not tree.has("b/c.py")
        assert tree.containing([b"secret"]) == {b"secret": ()}


@pytest.mark.parametrize("with_git", [False, True])
def test_a_folder_named_like_a_file_is_a_folder(tmp_path: Path, *, with_git: bool) -> None:
    write(tmp_path, {"x.ts": "was a file"})
    if with_git:
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", ".")
    (tmp_path / "x.ts").unlink()
    write(tmp_path, {"x.ts/index.ts": ""})
    with WorkTree(tmp_path) as tree:
        assert tree.files() == ("x.ts/index.ts",)
        assert tree.is_dir("x.ts")
        assert not tree.has("x.ts")


def test_a_file_that_vanishes_or_turns_into_something_else_has_a_reason(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(("gone.ts", "folder.ts", "pipe.ts", "link.ts"), "x"))
    tree = WorkTree(tmp_path)
    tree.files()
    for name in ("gone.ts", "folder.ts", "pipe.ts", "link.ts"):
        (tmp_path / name).unlink()
    (tmp_path / "folder.ts").mkdir()
    os.mkfifo(tmp_path / "pipe.ts")
    (tmp_path / "link.ts").symlink_to("/etc/passwd")
    expected: list[tuple[str, UnanalysedReason]] = [
        ("folder.ts", "missing"),
        ("gone.ts", "missing"),
        ("link.ts", "missing"),
        ("pipe.ts", "unreadable"),
    ]
    assert tree.containing([b"x"]) == {b"x": ()}
    assert list(tree.problems()) == expected
    assert [tree.read(path) for path, _ in expected] == [Unreadable(*row) for row in expected]
    assert tree.digest("gone.ts") == ""


def test_an_unreadable_file_has_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = WorkTree(write(tmp_path, {"a.ts": "x", "b.ts": "x"}))
    really = os.open

    def refuse(path: str, flags: int) -> int:
        if str(path).endswith("a.ts"):
            raise PermissionError(errno.EACCES, "no")
        return really(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    assert tree.containing([b"x"]) == {b"x": ("b.ts",)}
    assert tree.read("a.ts") == Unreadable("a.ts", "unreadable")
    assert tree.problems() == (("a.ts", "unreadable"),)


def test_a_closed_folder_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.ts": "", "closed/b.ts": ""})
    really = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(errno.EACCES, "no")
        return really(path)

    monkeypatch.setattr(os, "scandir", refuse)
    tree = WorkTree(tmp_path)
    assert tree.files() == ("a.ts",)
    assert tree.problems() == (("closed", "unreadable"),)


def test_a_folder_that_git_could_not_open_is_a_problem(tmp_path: Path) -> None:
    warning = b"warning: could not open directory 'p/closed/': Permission denied\n"
    found = from_ls_files(str(tmp_path), b"", warning, "p/")
    assert found.problems == (("closed", "unreadable"),)


def test_what_a_sparse_checkout_leaves_out_is_a_problem(repository: Path) -> None:
    absent = ["b/c.py", "b/d/e.ts", "old.ts", "notes.txt"]
    write(repository, {"b/d/e.ts": "", "notes.txt": ""})
    git(repository, "add", ".")
    git(repository, "update-index", "--skip-worktree", *absent)
    for path in absent:
        (repository / path).unlink()
    with WorkTree(repository) as tree:
        assert tree.files() == (".gitignore", "a.ts")
        assert tree.problems() == (("b", "missing"), ("old.ts", "missing"))


def test_odd_names_are_listed_as_they_are(tmp_path: Path) -> None:
    names = ["a b.ts", 'q"uote.ts', "new\nline.ts", "tab\t.ts", "ünï.ts", "[x].ts", "-rf.ts"]
    raw = os.fsencode(tmp_path) + b"/bad\xff.ts"
    write(tmp_path, dict.fromkeys(names, "n"))
    Path(os.fsdecode(raw)).write_bytes(b"n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "a b.ts", "tab\t.ts")
    with WorkTree(tmp_path) as tree:
        assert tree.files() == tuple(sorted([*names, "bad\udcff.ts"]))
        assert tree.containing([b"n"])[b"n"] == tree.files()


def test_ids_that_are_noted_on_the_way_are_those_of_the_contents(tmp_path: Path) -> None:
    """What a search lets go is not read for its id: here it is gone by then, and what has changed so is nobody's."""
    root = write(tmp_path / "r", {"a.ts": "one", "b.sql": "two", "c.bin": "\0three", "d.sql": ""})
    plain, noting = WorkTree(root), WorkTree(root)
    noting.note_ids()
    noting.containing([b"two"])
    (root / "b.sql").rename(tmp_path / "b.sql")
    noted = noting.ids()
    assert noting.ids_known()[1] == f"fresh {noted[1]}"
    (tmp_path / "b.sql").rename(root / "b.sql")
    assert noted == plain.ids()


def test_only_what_nobody_has_asked_about_goes_by_what_git_knows_of_it(repository: Path) -> None:
    """Both files are other than in the index; an answer rests on one of them."""
    tracked = {"asked.png": "one", "other.png": "one"}
    write(repository, tracked)
    git(repository, "add", ".")
    with WorkTree(write(repository, {"new.png": "one"})) as before:
        ids = dict(zip(before.files(), before.ids(), strict=True))
    write(repository, {**dict.fromkeys(tracked, "two"), "new.png": "two"})
    with WorkTree(repository) as tree:
        known = dict(zip(tree.files(), tree.ids_known({"other.png", "new.png"}), strict=True))
        assert known["other.png"] == ids["other.png"] != tree.ids()[tree.files().index("other.png")]
        assert known["asked.png"] != ids["asked.png"]
        assert known["new.png"] != ids["new.png"]  # git does not know it: it is read
