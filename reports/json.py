"""The JSON report, version 1: `reports/schema/report-v1.schema.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.model import Report

_Fields = dict[str, msgspec.Raw]


def to_json(report: Report, *, excerpts: bool = False) -> bytes:
    """The report as UTF-8 JSON, indented by two spaces, with a newline at its end; a path is one line.

    Paths are most of a report, and two reports that differ in one differ in one line.
    The same report gives the same bytes: lists stand as the model has them (see `audit.model.in_order`).
    `excerpts` adds the cited lines of code. What is not Unicode in a file's name is written as an escape.
    """
    shown = report if excerpts else msgspec.structs.replace(report, excerpts={})
    fields = msgspec.json.decode(_encoded(shown), type=_Fields)
    accesses = msgspec.json.decode(fields["accesses"], type=list[_Fields])
    laid = [_object(access, 2, {"paths": _lines(access["paths"])}) for access in accesses]
    return _object(fields, 0, {"accesses": _list(laid, 1)}) + b"\n"


def _lines(paths: msgspec.Raw) -> bytes:
    return _list(msgspec.json.decode(paths, type=list[msgspec.Raw]), 3)


def _list(items: Iterable[msgspec.Raw | bytes], depth: int) -> bytes:
    laid = b",\n".join(b"  " * (depth + 1) + bytes(item) for item in items)
    return b"[\n" + laid + b"\n" + b"  " * depth + b"]" if laid else b"[]"


def _object(fields: _Fields, depth: int, laid: dict[str, bytes]) -> bytes:
    """An object with a field in each line; what is in `laid` is already text."""
    inner = b"\n" + b"  " * (depth + 1)
    texts = (
        msgspec.json.encode(name) + b": " + (laid.get(name) or _formatted(value).replace(b"\n", inner))
        for name, value in fields.items()
    )
    return b"{" + inner + (b"," + inner).join(texts) + b"\n" + b"  " * depth + b"}"


def _formatted(value: msgspec.Raw) -> bytes:
    return msgspec.json.format(bytes(value), indent=2)


def _encoded(report: Report) -> bytes:
    try:
        return msgspec.json.encode(report)
    except UnicodeEncodeError:
        return msgspec.json.encode(_writable(msgspec.to_builtins(report)))


def _writable(value: Any) -> Any:
    match value:
        case str():
            return value.encode(errors="backslashreplace").decode()
        case dict():
            return {_writable(key): _writable(item) for key, item in value.items()}
        case list() | tuple():
            return [_writable(item) for item in value]
        case _:
            return value
