"""The files of a tree, from git or by walking."""

# Plain strings: pathlib would take longer than the system calls.
# ruff: noqa: PTH114, PTH118

import os
import re
import stat
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from audit.model.coverage import UnanalysedReason
from audit.source.languages import language_of

_INSTALLED = ("node_modules/", "bower_components/", ".yarn/", "site-packages/")
"""Folders of what others wrote, also where it is checked in: packages, and the releases and plugins of yarn."""
_SKIPPED = frozenset({"dist", "build", ".git", *(folder[:-1] for folder in _INSTALLED)})
_CLOSED_FOLDER = re.compile(rb"^warning: could not open directory '(.*)': (?!No such file)", re.MULTILINE)


class Listing(NamedTuple):
    """`files` (sorted) and `names` are the same paths; `folders` hold files, "" is the root.

    `blobs` are the ids that git's index has for files, whether or not they are as it has them.
    """

    files: tuple[str, ...]
    names: frozenset[str]
    folders: frozenset[str]
    links: frozenset[str] = frozenset()
    problems: tuple[tuple[str, UnanalysedReason], ...] = ()
    blobs: Mapping[str, str] = {}

    def first_link(self, path: str) -> str | None:
        """The shortest leading part of `path` that is a link."""
        links = self.links
        end = path.find("/")
        while end >= 0:
            if path[:end] in links:
                return path[:end]
            end = path.find("/", end + 1)
        return path if path in links else None


class Tracked(NamedTuple):
    """One entry of `git ls-tree -r`; `blob` is an object id."""

    path: str
    blob: str


def listing(
    paths: Iterable[str], links: Iterable[str] = (), problems: Iterable[tuple[str, UnanalysedReason]] = ()
) -> Listing:
    """The listing of these files; a path that is also a folder of another file is no file."""
    files = set(paths)
    folders = _folders(files)
    files -= folders
    return Listing(tuple(sorted(files)), frozenset(files), folders, frozenset(links), tuple(sorted(set(problems))))


def walked(root: str) -> Listing:
    """What lies below `root`; skips what is installed, dist, build and .git, follows no symbolic link."""
    files: list[str] = []
    links: list[str] = []
    problems: list[tuple[str, UnanalysedReason]] = []
    open_folders = [""]
    while open_folders:
        folder = open_folders.pop()
        try:
            with os.scandir(os.path.join(root, folder)) as entries:
                for entry in entries:
                    _sort_in(entry, folder, files, links, open_folders)
        except OSError as error:
            reason = _reason_for_folder(error)
            if reason is not None:
                problems.append((folder, reason))
    return listing(files, links, problems)


def from_ls_files(root: str, output: bytes, warnings: bytes = b"", prefix: str = "") -> Listing:
    """The work tree at `root` as told by `git ls-files -z -t --stage --cached --others --deleted`.

    `warnings` is what git printed beside it; its paths start with `prefix`, that of `root` in the checkout.
    """
    tree = _WorkTreeFiles(root)
    for entry in os.fsdecode(output).split("\0"):
        if entry:
            tree.add(entry)
    return tree.listing(_closed_folders(warnings, prefix))


def from_ls_tree(output: bytes) -> tuple[list[Tracked], list[Tracked]]:
    """Files and symbolic links named by `git ls-tree -r -z`; submodules are left out, as is what is installed."""
    files: list[Tracked] = []
    links: list[Tracked] = []
    for entry in os.fsdecode(output).split("\0"):
        head, tab, path = entry.partition("\t")
        if not tab or _is_installed(path):
            continue
        mode, _, blob = head.split(" ")
        if mode == "120000":
            links.append(Tracked(path, blob))
        elif mode != "160000":
            files.append(Tracked(path, blob))
    return files, links


class _WorkTreeFiles:
    """Sorts what git names into files, links and what is not there."""

    def __init__(self, root: str) -> None:
        self._prefix = os.path.join(root, "")
        self._files: set[str] = set()
        self._blobs: dict[str, str] = {}
        self._links: set[str] = set()
        self._deleted: set[str] = set()
        self._sparse: list[str] = []
        self._plain: dict[str, bool] = {"": True}

    def add(self, entry: str) -> None:
        """One entry: a letter and a path, between them mode, object and stage where git tracks it."""
        tag, rest = entry[0], entry[2:]
        if tag == "?":
            self._add_untracked(rest)
            return
        head, _, path = rest.partition("\t")
        if tag == "R":
            self._add_deleted(path)
        elif tag == "S" and not os.path.lexists(self._prefix + path):
            self._sparse.append(path)
        elif head.startswith("120000"):
            self._add_untracked(path)
        elif not head.startswith("160000"):
            self._files.add(path)
            self._blobs[path] = head.split(" ")[1]

    def listing(self, problems: Iterable[tuple[str, UnanalysedReason]]) -> Listing:
        kept = [
            path
            for path in self._files - self._deleted
            if self._is_plain(path[: max(path.rfind("/"), 0)]) and not _is_installed(path)
        ]
        found = listing(kept, self._links, problems)
        absent = {_top_absent(path, found.folders) for path in self._sparse if language_of(path)}
        missing: list[tuple[str, UnanalysedReason]] = [(path, "missing") for path in absent]
        return found._replace(problems=tuple(sorted([*found.problems, *missing])), blobs=self._blobs)

    def _add_untracked(self, path: str) -> None:
        """Anything whose kind git does not tell; a name with a slash at its end is another repository."""
        if path.endswith("/"):
            return
        try:
            mode = os.lstat(self._prefix + path).st_mode
        except OSError:
            return
        if stat.S_ISLNK(mode):
            self._links.add(path)
        elif stat.S_ISREG(mode):
            self._files.add(path)

    def _add_deleted(self, path: str) -> None:
        """Git calls deleted whatever it cannot look at; only what is not there is."""
        try:
            os.lstat(self._prefix + path)
        except (FileNotFoundError, NotADirectoryError):
            self._deleted.add(path)
        except OSError:
            pass

    def _is_plain(self, folder: str) -> bool:
        """Is no part of the path a symbolic link, which might lead anywhere?"""
        known = self._plain.get(folder)
        if known is None:
            plain = not os.path.islink(self._prefix + folder)
            if not plain:
                self._links.add(folder)
            known = plain and self._is_plain(folder[: max(folder.rfind("/"), 0)])
            self._plain[folder] = known
        return known


def _sort_in(entry: os.DirEntry[str], folder: str, files: list[str], links: list[str], open_folders: list[str]) -> None:
    path = f"{folder}/{entry.name}" if folder else entry.name
    if entry.is_symlink():
        links.append(path)
    elif entry.is_dir(follow_symlinks=False):
        if entry.name not in _SKIPPED:
            open_folders.append(path)
    elif entry.is_file(follow_symlinks=False):
        files.append(path)


def _reason_for_folder(error: OSError) -> UnanalysedReason | None:
    return None if isinstance(error, (FileNotFoundError, NotADirectoryError)) else "unreadable"


def _folders(files: Iterable[str]) -> frozenset[str]:
    folders = {""}
    for path in files:
        end = path.rfind("/")
        while end > 0 and path[:end] not in folders:
            folders.add(path[:end])
            end = path.rfind("/", 0, end)
    return frozenset(folders)


def _top_absent(path: str, folders: frozenset[str]) -> str:
    """The topmost folder above `path` of which nothing is there, else `path` itself."""
    end = path.find("/")
    while end >= 0:
        if path[:end] not in folders:
            return path[:end]
        end = path.find("/", end + 1)
    return path


def _closed_folders(warnings: bytes, prefix: str) -> list[tuple[str, UnanalysedReason]]:
    named = [os.fsdecode(path).rstrip("/") for path in _CLOSED_FOLDER.findall(warnings)]
    return [(path.removeprefix(prefix), "unreadable") for path in named if path.startswith(prefix)]


def _is_installed(path: str) -> bool:
    """Does the path lead through a folder of installed code, or is it what yarn loads packages with?"""
    if path.startswith(".pnp."):
        return True
    return any(folder in path and f"/{folder}" in f"/{path}" for folder in _INSTALLED)
