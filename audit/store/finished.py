"""Finished reports, kept under a digest of all that they rest on: an unchanged tree is not audited again."""

# ruff: noqa: PTH100, PTH118, PTH120, PTH123 - no pathlib on the way to a report that is there

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from audit.model import Path, Report, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.store import Store

_PASSING = frozenset(("crashed", "timeout"))
"""Reasons that may not hold the next time: a report that names one is not kept."""
_PACKAGES = ("audit", "rules")
"""What a report is made by: the engine, and the vocabulary that it comes with."""


class _Kept(msgspec.Struct, array_like=True, gc=False):
    """A report without steps, and each step once: paths share most of theirs."""

    report: Report
    steps: tuple[Step, ...]
    numbers: tuple[tuple[tuple[int, ...], ...], ...]


_decoder: msgspec.msgpack.Decoder[_Kept] = msgspec.msgpack.Decoder(_Kept)
_encode = msgspec.msgpack.Encoder().encode


class Finished:
    """The report on one state of a tree by one state of the tool. `parts` are all that it rests on beyond the tool."""

    def __init__(self, store: Store, parts: Iterable[str]) -> None:
        self._store = store
        self._key = "report:" + hashlib.sha256("\0".join((_tool(), *parts)).encode()).hexdigest()

    def get(self) -> Report | None:
        """The report, if an earlier run has kept it."""
        value = self._store.get_many([self._key]).get(self._key)
        if value is None:
            return None
        try:
            return _whole(_decoder.decode(value))
        except (msgspec.DecodeError, IndexError):
            return None

    def keep(self, report: Report) -> None:
        """Keep a report for the next run, unless that may come to another one."""
        if not any(one.reason in _PASSING for one in report.coverage.unanalysed):
            self._store.put_many({self._key: _encode(_taken_apart(report))})


def _taken_apart(report: Report) -> _Kept:
    numbers: dict[Step, int] = {}
    for access in report.accesses:
        for path in access.paths:
            for step in path.steps:
                numbers.setdefault(step, len(numbers))
    bare = tuple(
        replace(access, paths=tuple(replace(path, steps=()) for path in access.paths)) for access in report.accesses
    )
    ways = tuple(
        tuple(tuple(numbers[step] for step in path.steps) for path in access.paths) for access in report.accesses
    )
    return _Kept(replace(report, accesses=bare), tuple(numbers), ways)


def _whole(kept: _Kept) -> Report:
    accesses = []
    for access, ways in zip(kept.report.accesses, kept.numbers, strict=True):
        paths = (_with_steps(path, kept, way) for path, way in zip(access.paths, ways, strict=True))
        accesses.append(replace(access, paths=tuple(paths)) if ways else access)
    return replace(kept.report, accesses=tuple(accesses))


def _with_steps(path: Path, kept: _Kept, way: tuple[int, ...]) -> Path:
    return replace(path, steps=tuple(kept.steps[number] for number in way))


def _tool() -> str:
    """A digest of the tool itself: another text of it is another tool."""
    digest = hashlib.sha256()
    home = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    for package in _PACKAGES:
        for folder, folders, files in os.walk(os.path.join(home, package)):
            folders.sort()
            for name in sorted(files):
                if name.endswith((".py", ".toml")):
                    with open(os.path.join(folder, name), "rb") as file:
                        digest.update(file.read())
    return digest.hexdigest()
