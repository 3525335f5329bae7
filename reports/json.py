"""The JSON report, version 1: `reports/schema/report-v1.schema.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from reports.escapes import json_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.model import Access, Report


def to_json(report: Report, *, excerpts: bool = False) -> bytes:
    """The report as one text; see `json_pieces`."""
    return b"".join(json_pieces(report, excerpts=excerpts))


def json_pieces(report: Report, *, excerpts: bool = False) -> Iterator[bytes]:
    """The report as UTF-8 JSON, indented by two spaces, with a newline at its end; a path is one line.

    It comes piece by piece: the whole text can be as large as all that a run has to hold.

    Paths are most of a report, and two reports that differ in one differ in one line.
    The same report gives the same bytes: lists stand as the model has them (see `audit.model.in_order`).
    `excerpts` adds the cited lines of code. What is not Unicode in a file's name is written as an escape.
    """
    shown = replace(report, accesses=(), excerpts=report.excerpts if excerpts else {})
    yield from _pieces(shown, 0, {"accesses": _list(map(_access, report.accesses), 1)})
    yield b"\n"


def _access(access: Access) -> Iterable[bytes]:
    if not access.paths:
        return (_formatted(_encoded(access)).replace(b"\n", b"\n" + b"  " * 2),)
    return _pieces(replace(access, paths=()), 2, {"paths": _list(((_encoded(path),) for path in access.paths), 3)})


def _pieces(value: msgspec.Struct, depth: int, laid: dict[str, Iterable[bytes]]) -> Iterator[bytes]:
    """An object with a field in each line; what is in `laid` is already text. Only the whole is put together."""
    inner = b"\n" + b"  " * (depth + 1)
    before = b"{"
    for name, field in msgspec.json.decode(_encoded(value), type=dict[str, msgspec.Raw]).items():
        yield before + inner + msgspec.json.encode(name) + b": "
        yield from laid.get(name) or (_formatted(field).replace(b"\n", inner),)
        before = b","
    yield b"\n" + b"  " * depth + b"}"


def _list(items: Iterable[Iterable[bytes]], depth: int) -> Iterator[bytes]:
    inner = b"\n" + b"  " * (depth + 1)
    before = b"["
    for item in items:
        yield before + inner
        yield from item
        before = b","
    yield b"[]" if before == b"[" else b"\n" + b"  " * depth + b"]"


def _formatted(value: msgspec.Raw | bytes) -> bytes:
    return msgspec.json.format(bytes(value), indent=2)


def _encoded(value: msgspec.Struct) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(json_value(msgspec.to_builtins(value)))
