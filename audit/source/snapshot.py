"""One state of an audited tree: what it holds, and where names stand in it."""

import hashlib
import posixpath
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any, Self, TypeVar

from audit.model.coverage import UnanalysedReason
from audit.model.reports import Checkout
from audit.source.asked import Asked, Question
from audit.source.contents import Unreadable, content_digest, content_id, unsearchable
from audit.source.languages import language_of
from audit.source.listing import Listing
from audit.source.searching import search

T = TypeVar("T")
LARGEST = 64 << 20
"""Bytes: a larger file is searched in pieces but never read as a whole."""
_KEPT = 256 << 20  # bytes of contents that a search leaves in memory
_LINKS = 40  # symbolic links followed for one path, as the kernel does


class Snapshot(ABC):
    """Files by POSIX path relative to the root; nothing is listed or read before somebody asks.

    Paths that are not listed cannot be read, so nothing outside the root ever is. Close it, or use it in a
    `with`: git may still run. Not safe to use from two threads, nor in a forked child.
    """

    def __init__(self) -> None:
        self.asked = Asked()
        self._listing: Listing | None = None
        self._kept: dict[str, bytes] = {}
        self._room = _KEPT
        self._digests: dict[str, str] = {}
        self._unreadable: dict[str, UnanalysedReason] = {}
        self._hidden: dict[str, UnanalysedReason] = {}
        self._found: dict[bytes, tuple[str, ...]] = {}
        self._notes_ids = False
        self._noted: dict[str, str] = {}
        self._ids_now: tuple[str, ...] | None = None
        self._ids_ahead: dict[str, str] = {}

    def files(self) -> tuple[str, ...]:
        """Every file of every language, sorted."""
        return self._listed().files

    def has(self, path: str) -> bool:
        """Is `path` a file?"""
        return path in self._listed().names

    def is_dir(self, path: str) -> bool:
        """Is `path` a folder that holds files, at any depth? The root is ""."""
        return path in self._listed().folders

    def real(self, path: str) -> str | None:
        """The file or folder `path` means when links inside the root are followed; None: nothing."""
        listing = self._listed()
        for _ in range(_LINKS):
            if path in listing.names or path in listing.folders:
                return path
            link = listing.first_link(path)
            target = None if link is None else self._link_target(link)
            if link is None or target is None or target.startswith("/"):
                return None
            path = posixpath.normpath(posixpath.join(posixpath.dirname(link), target) + path[len(link) :])
            path = "" if path == "." else path
        return None

    def read(self, path: str) -> bytes | Unreadable:
        """The content of a listed file; its bytes are not judged, see `judge_bytes`. Never raises OSError."""
        self.asked.whole.add(path)
        return self.peek(path)

    def peek(self, path: str) -> bytes | Unreadable:
        """The same for whoever notes in `asked` what of it mattered."""
        kept = self._kept.get(path)
        if kept is not None:
            return kept
        if not self.has(path):
            return Unreadable(path, "missing")
        for _, found in self._known_or_fetched([path]):
            if isinstance(found, bytes):  # what was looked at stays what it was: the run is known by it
                self._kept[path] = found
            return found
        raise AssertionError(path)

    def digest(self, path: str) -> str:
        """The SHA-256 of the content in hex, "" for a file that cannot be read.

        The content is kept: what is read later is what was digested, even if the file has changed since.
        """
        known = self._digests.get(path)
        if known is None:
            data = self.peek(path)
            if isinstance(data, Unreadable):
                return ""
            self._kept[path] = data
            known = self._digests[path] = self.answer(path, data, content_digest, ())
        return known

    def ask(self, path: str, question: Callable[[bytes], T]) -> T | None:
        """What a pure function says of a file, once; None where it cannot be read. Other edits of it do not matter."""
        key = (path, question, ())
        if key not in self.asked.answers:
            data = self.peek(path)
            if isinstance(data, Unreadable):
                self.asked.whole.add(path)
                return None
            self.asked.answers[key] = self.answer(path, data, question, ())
        found: T = self.asked.answers[key]
        return found

    def answer(self, path: str, data: bytes, question: Question, args: tuple[Any, ...]) -> Any:
        """What a pure function says of `data`, the content of a file."""
        return question(data, *args)

    def fingerprint(self) -> str:
        """A digest of all that a run can see: every path with its content, links, and what could not be read."""
        return hashlib.sha256(self.shape() + "\0".join(self.ids()).encode()).hexdigest()

    def shape(self) -> bytes:
        """A digest of the paths of all files, of the links with their targets, and of what could not be listed."""
        listing = self._listed()
        whole = hashlib.sha256(repr(listing.problems).encode())
        for link in sorted(listing.links):
            whole.update(f"\0{link}\0{self._link_target(link)}".encode("utf-8", "surrogatepass"))
        whole.update("\0\0".join(("", *listing.files)).encode("utf-8", "surrogatepass"))
        return whole.digest()

    def note_ids(self) -> None:
        """From now on what a search lets go leaves its id behind: `ids` need not read it again."""
        self._notes_ids = True

    def ids(self) -> tuple[str, ...]:
        """For each file what stands for its content: the id that git has for it, else a word that no id is."""
        if self._ids_now is None:
            self._ids_now = tuple(id for _, id in self._ids_of(self.files()))
        return self._ids_now

    def ids_ahead(self) -> None:
        """Work out the ids of what is held by now, for who asks for `ids_known` later."""
        self._ids_ahead = {path: content_id(data) for path, data in self._kept.items() if path not in self._noted}

    def ids_known(self, unasked: AbstractSet[str] = frozenset()) -> tuple[str, ...]:
        """`ids` of the contents that were asked, for whoever keeps the answers.

        None of the answers rests on the `unasked` files: git may tell what they go by, and they are not read.
        """
        return self.ids()

    def containing(self, needles: Iterable[bytes], among: Iterable[str] | None = None) -> dict[bytes, tuple[str, ...]]:
        """For every needle the files whose bytes hold it, in the order of `among` (default: every file).

        Files in the languages that are read stay in memory, others are read, searched and let go.
        """
        wanted = list(dict.fromkeys(needles))
        if among is not None:
            names = self._listed().names
            paths = tuple(path for path in among if path in names)
            found = self._search(wanted, paths)
            self.asked.searched(paths, found)
            return found
        new = [needle for needle in wanted if needle not in self._found]
        if new:
            found = self._search(new, self.files())
            self.asked.searched(None, found)
            self._found.update(found)
        return {needle: self._found[needle] for needle in wanted}

    def load(self, paths: Iterable[str]) -> None:
        """Bring contents into memory, all at once; what they hold is not asked."""
        for _ in self._contents(path for path in paths if self.has(path)):
            pass

    def problems(self) -> tuple[tuple[str, UnanalysedReason], ...]:
        """What could not be read or searched, sorted: folders from the start, files once they were asked for.

        Among them files in the languages that are read whose bytes hide names (UTF-16, git-lfs pointers).
        """
        return tuple(sorted({**dict(self._listed().problems), **self._unreadable, **self._hidden}.items()))

    def _id(self, path: str, data: bytes | Unreadable) -> str:
        if isinstance(data, bytes):
            return content_id(data)
        content = hashlib.sha256()
        for block in self._blocks(path) if data.reason == "too-large" else ():
            content.update(block)
        return f"{data.reason} {content.hexdigest()}"

    @abstractmethod
    def checkout(self) -> Checkout:
        """Commit, whether the tree differs from it, and the remote without credentials."""

    @abstractmethod
    def close(self) -> None:
        """End what still runs."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @abstractmethod
    def _list(self) -> Listing: ...

    @abstractmethod
    def _fetch(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        """Each listed path with its content, in order; `too-large` above LARGEST bytes."""

    @abstractmethod
    def _blocks(self, path: str) -> Iterator[bytes]:
        """The content of a large file in pieces; ends early where reading fails."""

    @abstractmethod
    def _link_target(self, link: str) -> str | None: ...

    def _listed(self) -> Listing:
        if self._listing is None:
            self._listing = self._list()
        return self._listing

    def _ids_of(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each path with its id. What cannot be read is no problem of the run: none has asked for it."""
        kept, failed, noted = self._kept, self._unreadable, self._noted
        files = tuple(paths)
        fetched = self._fetch([one for one in files if one not in kept and one not in failed and one not in noted])
        for path in files:
            if path in noted:
                yield path, noted[path]
            elif path in kept:
                yield path, self._id(path, kept[path])
            elif path in failed:
                yield path, self._id(path, Unreadable(path, failed[path]))
            else:
                yield path, self._id(*next(fetched))

    def _search(self, needles: list[bytes], paths: Iterable[str]) -> dict[bytes, tuple[str, ...]]:
        return search(needles, self._contents(paths), self._blocks)

    def _contents(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        """Each path once, in order."""
        ordered = list(dict.fromkeys(paths))
        kept = self._kept
        absent = [path for path in ordered if path not in kept]
        if not absent:
            return zip(ordered, map(kept.__getitem__, ordered), strict=True)
        return self._with_fetched(ordered, absent)

    def _with_fetched(self, ordered: list[str], absent: list[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        kept, to_fetch = self._kept, frozenset(absent)
        fetched = self._known_or_fetched(absent)
        for path in ordered:
            yield next(fetched) if path in to_fetch else (path, kept[path])

    def _known_or_fetched(self, paths: list[str]) -> Iterator[tuple[str, bytes | Unreadable]]:
        """A file that failed once keeps its reason: one run tells one story."""
        failed = self._unreadable
        fetched = self._fetch([path for path in paths if failed.get(path) is None])
        for path in paths:
            reason = failed.get(path)
            if reason is not None:
                yield path, Unreadable(path, reason)
                continue
            _, data = next(fetched)
            self._note(path, data)
            yield path, data

    def _note(self, path: str, data: bytes | Unreadable) -> None:
        if isinstance(data, Unreadable):
            self._unreadable[path] = data.reason
        elif language_of(path) is not None:
            if len(data) <= self._room:
                self._room -= len(data)
                self._kept[path] = data
            reason = unsearchable(data)
            if reason is not None:
                self._hidden[path] = reason
        if self._notes_ids and isinstance(data, bytes) and path not in self._kept:
            self._noted[path] = content_id(data)
