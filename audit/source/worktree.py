"""The audited tree as it stands on disk."""

# Plain strings: opening 70,000 files through pathlib takes seconds.
# ruff: noqa: PTH115, PTH118

from __future__ import annotations

import errno
import os
import stat
import time
from typing import TYPE_CHECKING

import msgspec

from audit.model.reports import Checkout
from audit.source import git
from audit.source.contents import Unreadable, content_id
from audit.source.listing import Listing, from_ls_files, walked
from audit.source.snapshot import LARGEST, Snapshot
from audit.source.stamps import Stamp, stamps, unchanged, untouched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from audit.model.coverage import UnanalysedReason

_BLOCK = 8 << 20
_SMALL = 1 << 16
_LIST = ("ls-files", "-z", "-t", "--stage", "--cached", "--others", "--deleted", "--exclude-standard")
_STATUS = (
    *("status", "-z", "--porcelain=v2", "--branch", "--no-ahead-behind", "--no-renames"),
    *("--untracked-files=normal", "--ignore-submodules=all", "--", "."),
)
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP})
# A named pipe must not block, a link that has replaced a file must not be followed.
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)


class WorkTree(Snapshot):
    """What git does not ignore below `root`; outside of a checkout everything but installed and built files.

    git starts with the object and is waited for when somebody asks, so that other work runs beside it.
    Symbolic links are not followed: what they name is read under its real path if it lies inside the root.
    """

    def __init__(self, root: str | os.PathLike[str]) -> None:
        super().__init__()
        self._root = os.path.realpath(os.fspath(root))
        self._start = os.path.join(self._root, "")
        self._began = time.time_ns()
        self._top = git.git_top_level(self._root)
        self._lists = self._status = self._remote = None
        if self._top is not None:
            self._lists = git.start(self._root, *_LIST)
            self._status = git.start(self._root, *_STATUS)
            self._remote = git.start_remote(self._root)
        self._checkout: Checkout | None = None

    @property
    def root(self) -> str:
        """The real path of the root."""
        return self._root

    def ids_since(self, known: Mapping[bytes, Stamp]) -> tuple[tuple[str, ...], dict[bytes, Stamp], int]:
        """What `ids` gives, read only where a file is not as it was: with the stamps to know it by the next time, and
        how many files were read. For who only compares: what is read later may differ.
        """
        files = self.files()
        names = list(map(os.fsencode, files))
        now = list(stamps(self._start, files))
        same = [unchanged(known.get(name), one) for name, one in zip(names, now, strict=True)]
        read = [path for path, id in zip(files, same, strict=True) if id is None]
        new = {path: self._id(path, data) for path, data in self._contents(read)}
        ids = tuple(new[path] if id is None else id for path, id in zip(files, same, strict=True))
        kept = {
            name: msgspec.structs.replace(one, id=id)
            for name, one, id in zip(names, now, ids, strict=True)
            if one is not None
        }
        return ids, kept, len(read)

    def ids_known(self, unasked: AbstractSet[str] = frozenset()) -> tuple[str, ...]:
        """`ids` of what was asked: of what is held, else of what is there, where it has not changed meanwhile.

        What is `unasked` has the id that it has in git's index.
        """
        kept, ahead, blobs = self._kept, self._ids_ahead, self._listed().blobs
        ids = {path: blobs[path] if path in blobs and path in unasked else "" for path in self.files()}
        for path, content in kept.items():
            if not ids[path]:
                ids[path] = ahead.get(path) or content_id(content)
        for path, id in self._ids_of([path for path, id in ids.items() if not id]):
            ids[path] = id if " " in id or untouched(self._start + path, self._began) else f"fresh {id}"
        return tuple(ids.values())

    def checkout(self) -> Checkout:
        """Commit, whether the tree differs from it (untracked files count), and the public remote."""
        if self._checkout is None:
            status = git.output_of(self._status)
            remote = git.remote_of(self._remote)
            self._status = self._remote = None
            self._checkout = Checkout() if status is None else _checkout(status[0], remote)
        return self._checkout

    def close(self) -> None:
        """End what git still does for us."""
        for process in (self._lists, self._status, self._remote):
            git.end(process)
        self._lists = self._status = self._remote = None

    def _list(self) -> Listing:
        found = git.output_of(self._lists)
        self._lists = None
        if found is None or not found[0] or self._top is None:
            return walked(self._root)  # also a root that is itself ignored, of which git tells nothing
        below = os.path.relpath(self._root, self._top)
        prefix = "" if below == os.curdir else below.replace(os.sep, "/") + "/"
        return from_ls_files(self._root, *found, prefix)

    def _fetch(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        start = self._start
        for path in paths:
            data = _read(start + path)
            yield path, data if isinstance(data, bytes) else Unreadable(path, data)

    def _blocks(self, path: str) -> Iterator[bytes]:
        try:
            descriptor = os.open(self._start + path, _FLAGS)
        except OSError:
            return
        try:
            while block := os.read(descriptor, _BLOCK):
                yield block
        except OSError:
            self._unreadable[path] = "unreadable"
        finally:
            os.close(descriptor)

    def _link_target(self, link: str) -> str | None:
        try:
            return os.readlink(self._start + link).replace(os.sep, "/")
        except OSError:
            return None


def _read(path: str) -> bytes | UnanalysedReason:
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        return _reason(error)
    try:
        start = os.read(descriptor, _SMALL)
        if 0 < len(start) < _SMALL:  # most files: not to ask how large it is saves a quarter of the time
            return start
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            return "missing" if stat.S_ISDIR(about.st_mode) else "unreadable"
        return "too-large" if about.st_size > LARGEST else _whole(descriptor, start, about.st_size)
    except OSError as error:
        return _reason(error)
    finally:
        os.close(descriptor)


def _whole(descriptor: int, start: bytes, size: int) -> bytes | UnanalysedReason:
    """Everything from its start on, also of a file that grows meanwhile."""
    data = start + os.read(descriptor, max(size - len(start), 0) + 1)
    if len(data) == size:
        return data
    while block := os.read(descriptor, _BLOCK):
        data += block
        if len(data) > LARGEST:
            return "too-large"
    return data


def _reason(error: OSError) -> UnanalysedReason:
    return "missing" if error.errno in _GONE else "unreadable"


def _checkout(status: bytes, remote: str | None) -> Checkout:
    commit: str | None = None
    dirty = False
    for line in os.fsdecode(status).split("\0"):
        if line.startswith("# branch.oid "):
            name = line.removeprefix("# branch.oid ")
            commit = None if name == "(initial)" else name
        elif line and not line.startswith("# "):
            dirty = True
    return Checkout(commit=commit, dirty=dirty, remote=remote)
