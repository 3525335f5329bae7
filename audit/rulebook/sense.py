"""What a rules file must mean beyond its shape: required parts, reasons, ids, globs, sensible conditions."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from audit.rulebook.conditions import FAMILY_KEYS, Condition, Family
from audit.rulebook.globs import fault_of
from audit.rulebook.problems import Fault, Key, did_you_mean
from audit.rulebook.rules import VERSION
from audit.rulebook.words import SUBJECT_ABOUT

Table = dict[str, Any]

GLOBS = (
    ("client", "modules"), ("entry",), ("scope", "test"), ("scope", "tooling"), ("group", "*", "paths"),
    ("except", "*", "paths"),
)  # fmt: skip
REASONS = (
    ("carries", "*", "because"), ("except", "*", "because"), ("bridge", "*", "why"), ("ground", "*", "quote"),
    ("ground", "*", "source"), ("name",), ("title",),
)  # fmt: skip
ROWS_WITH_ID = ("group", "ground", "trigger")

_WORD = r"[a-z][a-z0-9-]*"


def nonsense(data: Table) -> Iterator[Fault]:
    """Everything in one file that has the right shape and still cannot be meant."""
    for check in _CHECKS:
        yield from check(data)


def incomplete(data: Table) -> Iterator[Fault]:
    """What the whole of the rules, after `extends`, lacks."""
    for name in ("version", "name", "title"):
        if name not in data:
            yield Fault((), f"the file has no `{name}`", f"add `{name} = …`")
    if "client" not in data and "service" not in data:
        yield Fault((), "neither `[client]` nor `[service]` is there", "say what to look for: add one of the two")
    client = data.get("client", {})
    if "client" in data and isinstance(client, dict) and not (client.get("package") or client.get("modules")):
        yield Fault(("client",), "`client` names no module", "add `package = …` or `modules = […]`")
    service = data.get("service", {})
    named = isinstance(service, dict) and (service.get("url_env") or service.get("database_env"))
    if "client" not in data and "service" in data and not named:
        yield Fault(("service",), "`service` names no variable", "add `url_env = […]` or `database_env = […]`")


def _version(data: Table) -> Iterator[Fault]:
    version = data.get("version")
    if isinstance(version, int) and version != VERSION:
        yield Fault(("version",), f"version {version} is not supported", f"this release reads version {VERSION}")


def _reasons(data: Table) -> Iterator[Fault]:
    for pattern in REASONS:
        for key, value in _found(data, pattern):
            if isinstance(value, str) and not value.strip():
                yield Fault(key, f"`{key[-1]}` is empty", "write a sentence for the people who read the report")


def _globs(data: Table) -> Iterator[Fault]:
    for pattern in GLOBS:
        for key, value in _found(data, pattern):
            for position, glob in enumerate(value if isinstance(value, list) else []):
                if isinstance(glob, str) and (fault := fault_of(glob)):
                    yield Fault((*key, position), *fault)


def _ids(data: Table) -> Iterator[Fault]:
    for rows in ROWS_WITH_ID:
        seen: set[str] = set()
        for key, value in _found(data, (rows, "*", "id")):
            if not isinstance(value, str):
                continue
            if value in seen:
                yield Fault(key, f"`{value}` is the id of another `[[{rows}]]` too", "each id stands once")
            elif not value.strip():
                yield Fault(key, f"`[[{rows}]]` has an empty id")
            seen.add(value)


def _carries(data: Table) -> Iterator[Fault]:
    for key, value in _found(data, ("carries", "*", "about")):
        if not isinstance(value, str) or value in SUBJECT_ABOUT:
            continue
        near = did_you_mean(value, SUBJECT_ABOUT)
        if near or not re.fullmatch(_WORD, value):
            yield Fault(key, f"`{value}` is not a value of `{key[-1]}`", near or "write one word in lower case")


def _columns(data: Table) -> Iterator[Fault]:
    for key, value in _found(data, ("gate", "columns")):
        for position, column in enumerate(value if isinstance(value, list) else []):
            if isinstance(column, str) and column.count(".") != 1:
                yield Fault((*key, position), f"`{column}` is no column", "write `table.column`")


def _exceptions(data: Table) -> Iterator[Fault]:
    for key, row in _found(data, ("except", "*")):
        if isinstance(row, dict) and sum(name in row for name in ("subject", "endpoint", "paths")) != 1:
            yield Fault(key, "`[[except]]` needs one of `subject`, `endpoint` and `paths`")


def _sinks(data: Table) -> Iterator[Fault]:
    for key, row in _found(data, ("server", "sink", "*")):
        if isinstance(row, dict) and not any(row.get(name) for name in ("sql", "http", "call")):
            yield Fault(key, "`[[server.sink]]` needs `sql`, `http` or `call`", "say how the code is recognised")


def _bridges(data: Table) -> Iterator[Fault]:
    for end in ("from", "to"):
        for key, row in _found(data, ("bridge", "*", end)):
            if not isinstance(row, dict):
                continue
            if sum(name in row for name in ("table", "column", "function")) != 1:
                yield Fault(key, f"`bridge.{end}` needs one of `table`, `column` and `function`")
            function = row.get("function", "#")
            if isinstance(function, str) and "#" not in function:
                yield Fault((*key, "function"), f"`{function}` names no function", "write `path/of/file.ts#name`")


def _conditions(data: Table) -> Iterator[Fault]:
    for pattern in (("ground", "*", "holds", "*"), ("trigger", "*", "when")):
        for key, row in _found(data, pattern):
            if isinstance(row, dict):
                yield from _one_family(key, row)


def _one_family(key: Key, row: Table) -> Iterator[Fault]:
    family = _family(row)
    known = FAMILY_KEYS[family]
    for name in row:
        if name not in known and name in _CONDITION_KEYS:
            message = f"`{name}` says nothing about a condition on {family}"
            yield Fault((*key, name), message, f"known there: {', '.join(sorted(known))}")
    if not set(row) - {"is"}:
        yield Fault(key, "the condition is empty", "say which fact decides")
    if family == "table" and not (row.get("read_on") or row.get("written_by")):
        yield Fault(key, "the condition does not say what happens to the table", "add `read_on` or `written_by`")
    if "table" in row and "column" in row:
        yield Fault((*key, "table"), "`table` and `column` stand together", 'write `column = "table.column"` alone')


def _family(row: Table) -> Family:
    if "table" in row or "column" in row:
        return "table"
    if "claim" in row:
        return "claim"
    return "outside" if "outside" in row else "access"


def _found(value: object, pattern: tuple[str, ...], key: Key = ()) -> Iterator[tuple[Key, Any]]:
    """The values at `pattern`, `*` standing for each element or each key."""
    if not pattern:
        yield key, value
    elif pattern[0] == "*":
        inner = value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
        for name, item in inner:
            yield from _found(item, pattern[1:], (*key, name))
    elif isinstance(value, dict) and pattern[0] in value:
        yield from _found(value[pattern[0]], pattern[1:], (*key, pattern[0]))


_CONDITION_KEYS = {"is", *Condition.__struct_fields__} - {"expected"}
_CHECKS: tuple[Callable[[Table], Iterator[Fault]], ...] = (
    _version, _reasons, _globs, _ids, _carries, _columns, _exceptions, _sinks, _bridges, _conditions,
)  # fmt: skip
