"""The audited tree as a commit has it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from audit.model.errors import UserError
from audit.model.reports import Checkout
from audit.source import git
from audit.source.blobs import Blobs
from audit.source.contents import Unreadable
from audit.source.held import Held
from audit.source.languages import language_of
from audit.source.listing import Listing, from_ls_tree, listing
from audit.source.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from audit.source.asked import Question


class Revision(Snapshot):
    """What commit `revision` holds below `root`, a folder of a checkout; read without a work tree.

    Contents are those of the repository: filters (line ends, git-lfs) are not applied, so that a file kept in
    git-lfs is its pointer. Revisions that share what is `held` read and search equal contents once. Raises
    UnknownRevisionError, and UserError where git is not installed.
    """

    def __init__(self, root: str | os.PathLike[str], revision: str, held: Held | None = None) -> None:
        super().__init__()
        self._held = held or Held()
        self._root = os.path.realpath(os.fspath(root))
        self._remote = git.start_remote(self._root)
        if self._remote is None:
            raise UserError("git could not be started here", "install git or audit the work tree")
        self._shown: str | None = None
        try:
            self._commit = git.commit_of(self._root, revision)
        except git.UnknownRevisionError:
            git.end(self._remote)
            raise
        self._lists = git.start(self._root, "ls-tree", "-r", "-z", self._commit)
        self._blobs = Blobs(self._root, self._commit)
        self._ids: dict[str, str] = {}
        self._targets: dict[str, str] = {}
        self._contents_of: dict[str, str] = {}

    def checkout(self) -> Checkout:
        """The commit, never dirty, and the remote without credentials."""
        if self._remote is not None:
            self._shown = git.remote_of(self._remote)
            self._remote = None
        return Checkout(commit=self._commit, dirty=False, remote=self._shown)

    def close(self) -> None:
        """End what git still does for us."""
        self._blobs.close()
        for process in (self._lists, self._remote):
            git.end(process)
        self._lists = self._remote = None

    def note_ids(self) -> None:
        """Git has them."""

    def ids(self) -> tuple[str, ...]:
        """As git has them, without reading; what was found missing may be there the next time."""
        lost = {path: reason for path, reason in self._unreadable.items() if reason != "too-large"}
        files = self.files()
        return tuple(lost.get(path) or self._ids[path] for path in files)

    def _list(self) -> Listing:
        found = git.output_of(self._lists)
        self._lists = None
        if found is None:
            return listing((), problems=[("", "missing")])  # a tree that is not in the repository
        files, links = from_ls_tree(found[0])
        self._ids = dict(files)
        self._targets = dict(links)
        # Only in a language that is read are bytes judged when they are searched.
        self._contents_of = {path: blob if language_of(path) else f"-{blob}" for path, blob in files}
        return listing(self._ids, self._targets)

    def answer(self, path: str, data: bytes, question: Question, args: tuple[Any, ...]) -> Any:
        """The same for every revision with this content."""
        return self._held.answer(self._ids[path], data, question, args)

    def _fetch(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        asked = [(path, self._held.get(self._ids[path])) for path in paths]
        contents = self._blobs.read(self._ids[path] for path, known in asked if known is None)
        for path, known in asked:
            data = next(contents) if known is None else known
            if isinstance(data, bytes) and known is None and language_of(path) is not None:
                self._held.keep(self._ids[path], data)
            yield path, data if isinstance(data, bytes) else Unreadable(path, data)

    def _search(self, needles: list[bytes], paths: Iterable[str]) -> dict[bytes, tuple[str, ...]]:
        """Contents that an earlier revision has searched are not looked at again."""
        contents = self._contents_of
        named = [(path, contents[path]) for path in dict.fromkeys(paths)]
        fresh = self._held.unsearched(needles, {content for _, content in named})
        rest = {path: content for path, content in named if content in fresh}
        found = super()._search(needles, rest)
        untold = {path for path in rest if path in self._unreadable or path in self._hidden}
        told = {content for path, content in rest.items() if path not in untold}
        for needle, where in found.items():
            searched, holding = self._held.searched(needle)
            searched |= told
            holding |= told.intersection(rest[path] for path in where)
            again = untold.intersection(where)
            found[needle] = tuple(path for path, content in named if content in holding or path in again)
        return found

    def _blocks(self, path: str) -> Iterator[bytes]:
        return self._blobs.blocks(self._ids[path])

    def _link_target(self, link: str) -> str | None:
        found = next(self._blobs.read([self._targets[link]]))
        return os.fsdecode(found) if isinstance(found, bytes) else None
