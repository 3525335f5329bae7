"""From the bytes of a rules file to `Rules`, or to every problem in it at once."""

import re
import tomllib
from collections.abc import Callable
from typing import Any

import msgspec

from audit.rulebook.conditions import LISTED
from audit.rulebook.problems import Fault, Problem, RulesError, did_you_mean
from audit.rulebook.rules import Rules
from audit.rulebook.sense import ROWS_WITH_ID, incomplete, nonsense

Table = dict[str, Any]
Builtin = Callable[[str], bytes | None]

_SYNTAX = r"(?s)(?P<what>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)"
_SINK_KEYS = frozenset({"sql", "http", "call"})


def load_rules(name: str, data: bytes, builtin: Builtin) -> Rules:
    """The rules in `data`, which is called `name` in messages; `builtin` gives the file that `extends` names.

    With `extends`, keys of this file win: tables are merged key by key, one level deep; rows with an id
    replace the row of that id or are appended, rows without one are appended; plain values and lists replace.

    Raises RulesError with every problem, each with its line.
    """
    own = parsed(name, data)
    listed(own)
    whole, faults = _extended(own, builtin)
    faults += [*nonsense(own), *incomplete(whole)]
    if not faults:
        try:
            return msgspec.convert({**whole, "extends": own.get("extends")}, Rules)
        except msgspec.ValidationError as error:
            faults = [] if _shape_faults(own) else [Fault((), str(error))]
    raise refusal(name, data, [*_shape_faults(own), *faults])


def parsed(name: str, data: bytes) -> Table:
    """The TOML in `data`. Raises RulesError with its line for what is no UTF-8 or no TOML."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RulesError([Problem(name, line, "the file is not UTF-8", "save it as UTF-8")]) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RulesError([_syntax_problem(name, text, str(error))]) from error
    except RecursionError as error:
        raise RulesError([Problem(name, 1, "values are nested too deeply")]) from error


def refusal(name: str, data: bytes, faults: list[Fault]) -> RulesError:
    """`faults` with their lines in `data`."""
    from audit.rulebook.lines import line_of, lines_of

    lines = lines_of(data.decode("utf-8-sig").replace("\r\n", "\n"))
    return RulesError(Problem(name, line_of(lines, fault.key), fault.message, fault.suggestion) for fault in faults)


def listed(data: Table) -> None:
    """Make lists of the words that stand alone where one word or a list may stand."""
    for row in rows_of(data, "ground"):
        if isinstance(row.get("holds"), dict):
            row["holds"] = [row["holds"]]
        for condition in row["holds"] if isinstance(row.get("holds"), list) else ():
            _list_words(condition, LISTED)
    for row in rows_of(data, "trigger"):
        _list_words(row.get("when"), LISTED)
    server = data.get("server")
    for row in rows_of(server if isinstance(server, dict) else {}, "sink"):
        _list_words(row, _SINK_KEYS)


def rows_of(data: Table, name: str) -> list[Table]:
    """The tables of the array `name`, as far as it is one."""
    rows = data.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _list_words(table: object, keys: frozenset[str]) -> None:
    if not isinstance(table, dict):
        return
    for key in keys & table.keys():
        if isinstance(table[key], str):
            table[key] = [table[key]]
    _list_words(table.get("written_by"), keys)


def _shape_faults(own: Table) -> list[Fault]:
    """Misfits of one file; what the whole must have is asked elsewhere, for a base may supply it."""
    from audit.rulebook.shapes import misfits

    return [fault for fault in misfits(own, Rules) if fault.key or not fault.message.startswith("the file has no")]


def _extended(own: Table, builtin: Builtin) -> tuple[Table, list[Fault]]:
    name = own.get("extends")
    if not isinstance(name, str):
        return own, []
    base_bytes = builtin(name)
    if base_bytes is None:
        near = did_you_mean(name, ("lml",)) or "leave `extends` out to start from nothing"
        return own, [Fault(("extends",), f"there is no built-in rules file `{name}`", near)]
    base = parsed(f"{name}.toml", base_bytes)
    listed(base)
    return _merged(base, own), []


def _merged(base: Table, own: Table) -> Table:
    whole = dict(base)
    for key, value in own.items():
        whole[key] = _joined(key, base[key], value) if key in base else value
    return whole


def _joined(key: str, base: object, own: object) -> object:
    if isinstance(base, dict) and isinstance(own, dict):
        return {**base, **own}
    if not isinstance(base, list) or not isinstance(own, list) or not own:
        return own
    if not all(isinstance(row, dict) for row in (*base, *own)):
        return own
    if key not in ROWS_WITH_ID:
        return [*base, *own]
    by_id = {row.get("id"): row for row in base}
    return list({**by_id, **{row.get("id", id(row)): row for row in own}}.values())


def _syntax_problem(name: str, text: str, message: str) -> Problem:
    found = re.fullmatch(_SYNTAX, message)
    if not found:
        return Problem(name, 1, f"not TOML: {message}")
    line = int(found["line"] or text.count("\n") + 1)
    return Problem(name, line, f"not TOML: {found['what']}", "a rules file is TOML")
