"""The JSON report, version 1: `reports/schema/report-v1.schema.json`."""

from typing import Any

import msgspec

from audit.model import Report


def to_json(report: Report, *, excerpts: bool = False) -> bytes:
    """The report as UTF-8 JSON, indented by two spaces, with a newline at its end.

    The same report gives the same bytes: lists stand as the model has them (see `audit.model.in_order`).
    `excerpts` adds the cited lines of code. What is not Unicode in a file's name is written as an escape.
    """
    shown = report if excerpts else msgspec.structs.replace(report, excerpts={})
    return msgspec.json.format(_encoded(shown), indent=2) + b"\n"


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
