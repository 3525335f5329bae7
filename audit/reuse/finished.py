"""Finished reports with what they rest on: a tree that answers as an earlier one did is not audited again."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from audit.extract.version import tool
from audit.reuse.listing import Listing, listing_of
from audit.reuse.packed import packed, unpacked
from audit.source import Stamp, WorkTree, refreshed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.extract.reading import Reader
    from audit.link.program import Program
    from audit.model import Report
    from audit.reuse.again import Again
    from audit.source import Snapshot
    from audit.store import Store

_PASSING = frozenset(("crashed", "timeout"))
"""Reasons that may not hold the next time: a report that names one is not kept."""
_TREES = 4
"""How many trees are remembered for one question: the state before, the base of a change, a branch beside it."""
_TRIED = 2
_UNKNOWN = 20
"""How many files may be read each time before what the file system says of them is noted anew."""


class Taken(NamedTuple):
    """A report of the tree as it is, and the number of its rules among the candidates."""

    report: Report
    rules: int


class Entry(msgspec.Struct, array_like=True, gc=False, frozen=True):
    """A finished report as it is kept."""

    key: str
    name: str
    listing: Listing
    asked: bytes
    report: bytes


class _Tree(msgspec.Struct, array_like=True, gc=False, frozen=True):
    name: str
    listing: Listing


_trees: msgspec.msgpack.Decoder[tuple[_Tree, ...]] = msgspec.msgpack.Decoder(tuple[_Tree, ...])
_stamps: msgspec.msgpack.Decoder[dict[bytes, Stamp]] = msgspec.msgpack.Decoder(dict[bytes, Stamp])
_encode = msgspec.msgpack.Encoder().encode


class Finished:
    """Reports by what they rest on beyond the tree: asked before a run, told after it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._again: dict[str, Again] = {}
        self._same: dict[str, set[tuple[str, str]]] = {}

    def of(self, snapshot: Snapshot, parts: Iterable[str], reader: Callable[[], Reader]) -> Taken | None:
        """The report that a run would come to, if an earlier one has asked what it would ask and heard the same."""
        trees = () if self._store.is_new() else self._trees(key_of(parts))
        if not trees:
            return None
        now, paths = self._listing(snapshot), snapshot.files()
        near = [(changed, one) for one in trees if (changed := one.listing.changed(now)) is not None]
        for changed, tree in sorted(near, key=lambda one: len(one[0]))[:_TRIED]:
            taken = self._taken(tree.name) if self._is_same(tree, changed, now, snapshot, reader) else None
            if taken is not None:
                return taken._replace(report=refreshed(taken.report, (paths[one] for one in changed), snapshot))
        return None

    def keep(self, entry: Entry | None) -> None:
        """Keep a report for later runs."""
        if entry is None:
            return
        others = [one for one in self._trees(entry.key) if one.name != entry.name][: _TREES - 1]
        self._store.put_many(
            {
                entry.key: _encode((_Tree(entry.name, entry.listing), *others)),
                f"asked:{entry.name}": entry.asked,
                f"report:{entry.name}": entry.report,
            }
        )

    def _listing(self, snapshot: Snapshot) -> Listing:
        """The tree, read only where it is not as it was."""
        if not isinstance(snapshot, WorkTree):
            return listing_of(snapshot)
        key = "stamps:" + hashlib.sha256(os.fsencode(snapshot.root)).hexdigest()
        value = self._store.get_many([key]).get(key)
        try:
            known = _stamps.decode(value) if value is not None else {}
        except msgspec.DecodeError:
            known = {}
        ids, stamps, read = snapshot.ids_since(known)
        if read > _UNKNOWN:
            self._store.put_many({key: _encode(stamps)})
        return Listing(snapshot.shape(), ids)

    def _trees(self, key: str) -> tuple[_Tree, ...]:
        value = self._store.get_many([key]).get(key)
        try:
            return _trees.decode(value) if value is not None else ()
        except msgspec.DecodeError:
            return ()

    def _taken(self, name: str) -> Taken | None:
        value = self._store.get_many([f"report:{name}"]).get(f"report:{name}")
        found = unpacked(value) if value is not None else None
        return Taken(*found) if found is not None else None

    def _is_same(
        self, tree: _Tree, changed: tuple[int, ...], now: Listing, snapshot: Snapshot, reader: Callable[[], Reader]
    ) -> bool:
        """Do the changed files answer as before? What one content of a file has answered is not asked twice."""
        known = self._same.setdefault(tree.name, set())
        paths = snapshot.files()
        new = [one for one in changed if (paths[one], now.ids[one]) not in known]
        again = self._questions(tree, paths) if new else None
        if new and (again is None or not again.same(new, snapshot, reader)):
            return False
        known.update((paths[one], now.ids[one]) for one in new)
        return True

    def _questions(self, tree: _Tree, paths: tuple[str, ...]) -> Again | None:
        from audit.reuse.again import again_of

        if tree.name not in self._again:
            name = f"asked:{tree.name}"
            value = self._store.get_many([name]).get(name)
            again = again_of(value, paths, tree.listing.ids) if value is not None else None
            if again is None:
                return None
            self._again[tree.name] = again
        return self._again[tree.name]


def entry_of(program: Program, parts: Iterable[str], report: Report, rules: int) -> Entry | None:
    """A report that was just made, with all that was asked for it; None for one that may come out otherwise, or names
    a file whose name cannot be written.
    """
    if any(one.reason in _PASSING for one in report.coverage.unanalysed):
        return None
    from audit.reuse.manifest import manifest_of, unasked_in

    manifest, snapshot = manifest_of(program), program.snapshot
    listing = Listing(snapshot.shape(), snapshot.ids_known(unasked_in(manifest, snapshot.files())))
    key = key_of(parts)
    name = hashlib.sha256(f"{key}\0{listing.shape.hex()}\0".encode() + "\0".join(listing.ids).encode()).hexdigest()
    try:
        return Entry(key, name, listing, _encode(manifest), packed(report, rules))
    except UnicodeEncodeError:
        return None


def key_of(parts: Iterable[str]) -> str:
    """What the trees of one question are kept under; `parts` are all that a report rests on beyond tool and tree."""
    return "trees:" + hashlib.sha256("\0".join((tool(), *parts)).encode()).hexdigest()
