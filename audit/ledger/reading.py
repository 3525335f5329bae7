"""From the files of the decisions' folder to records, or to every mistake in them at once."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from audit.ledger.records import REVIEWED, YEAR_DAYS, Record, Stated
from audit.model import Choice, UserError
from audit.source import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.source import Snapshot

_SYNTAX = re.compile(r"(?s)(?P<what>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)")
_REMEDY = "mend the decision file; its format is described in docs/decisions.md"
CHOICES: tuple[str, ...] = get_args(Choice)
Table = dict[str, Any]


class Mistake(msgspec.Struct, frozen=True, order=True):
    """One thing to correct in a decision file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def records_in(snapshot: Snapshot, folder: str) -> tuple[Record, ...]:
    """The decisions in force in `folder`, by path; superseded ones are left out. Raises UserError for bad
    files.
    """
    records, mistakes = read_records(snapshot, folder)
    if mistakes:
        raise UserError("\n".join(map(str, mistakes)), _REMEDY)
    return in_force(records, folder)


def in_force(records: Iterable[Record], folder: str) -> tuple[Record, ...]:
    """Those that no other one supersedes."""
    listed = list(records)
    gone = {_located(name, folder) for record in listed for name in record.stated.supersedes}
    return tuple(record for record in listed if record.path not in gone)


def read_records(snapshot: Snapshot, folder: str) -> tuple[list[Record], list[Mistake]]:
    """Every record that can be read, superseded ones too, and what is wrong with the others."""
    records: list[Record] = []
    mistakes: list[Mistake] = []
    for path in decision_files(snapshot, folder):
        data = snapshot.read(path)
        if isinstance(data, Unreadable):
            mistakes.append(Mistake(path, 1, f"the decision cannot be read: {data.reason}"))
            continue
        found = record_of(path, data)
        if isinstance(found, Record):
            records.append(found)
        else:
            mistakes += found
    return records, mistakes


def decision_files(snapshot: Snapshot, folder: str) -> list[str]:
    """The paths of all decision files, sorted."""
    start = f"{folder.strip('/')}/"
    below = (path for path in snapshot.files() if path.startswith(start) and path.endswith(".toml"))
    return [path for path in below if "/" not in path[len(start) :]]


def record_of(path: str, data: bytes) -> Record | list[Mistake]:
    """The record in `data`, or everything that is wrong with it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [Mistake(path, data.count(b"\n", 0, error.start) + 1, "the file is not UTF-8")]
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [_syntax(path, text, str(error))]
    except RecursionError:
        return [Mistake(path, 1, "values are nested too deeply")]
    _normalise(table)
    faults = list(_faults(table))
    if not faults:
        return Record(path=path, stated=msgspec.convert(table, Stated), data=data)
    return _placed(path, text, faults)


def day(text: str | None) -> dt.date | None:
    """The day that `text` names, None when it is none."""
    if text is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _located(name: str, folder: str) -> str:
    name = name if name.endswith(".toml") else f"{name}.toml"
    return name if "/" in name else f"{folder.strip('/')}/{name}"


def _syntax(path: str, text: str, message: str) -> Mistake:
    found = _SYNTAX.fullmatch(message)
    line = int(found["line"] or text.count("\n") + 1) if found else 1
    if re.search(r"^(<{7}|>{7}) ", text, re.MULTILINE):
        return Mistake(path, line, "the file holds conflict markers of a merge: two branches amended this decision")
    return Mistake(path, line, f"not TOML: {found['what'] if found else message}")


def _normalise(table: Table) -> None:
    """Dates may be written as TOML dates or as text; one superseded file may stand without brackets."""
    for name in ("decided_on", "review_by", "due"):
        value = table.get(name)
        if isinstance(value, dt.datetime):
            table[name] = value.date().isoformat()
        elif isinstance(value, dt.date):
            table[name] = value.isoformat()
    for name in ("supersedes", "links"):
        if isinstance(table.get(name), str):
            table[name] = [table[name]]


def _faults(table: Table) -> Iterator[tuple[tuple[str | int, ...], str]]:
    from audit.rulebook.shapes import misfits

    for fault in misfits(table, Stated):
        aside = f" ({fault.suggestion})" if fault.suggestion else ""
        yield fault.key, f"{fault.message}{aside}"
    yield from _nonsense({name: value for name, value in table.items() if name == "site" or isinstance(value, str)})


def _nonsense(table: Table) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name in ("subject", "reason", "decided_by"):
        if not table.get(name, "-").strip():
            yield (name,), f"`{name}` is empty"
    for name in ("decided_on", "review_by", "due"):
        if name in table and day(table[name]) is None:
            yield (name,), f"`{table[name]}` is no day (write {name} = 2026-01-31)"
    yield from _wrong_term(table)
    if not table.get("site"):
        yield (
            (),
            "the decision names no site (let `ungated decide` write a `[[site]]` with `file`, `in`, `call`)",
        )


def _wrong_term(table: Table) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """`review_by` for what stays as it is, `due` for what is to be done, and only that."""
    if table.get("decision") not in CHOICES:
        return
    wanted, other = ("review_by", "due") if table["decision"] in REVIEWED else ("due", "review_by")
    if wanted not in table:
        yield ("decision",), f"`{table['decision']}` needs `{wanted}` (add {wanted} = a day)"
    if other in table:
        yield (other,), f"`{other}` does not go with `{table['decision']}` (write `{wanted}`)"
    decided, review = day(table.get("decided_on")), day(table.get("review_by"))
    if decided and review and review > decided + dt.timedelta(days=YEAR_DAYS):
        yield (
            ("review_by",),
            "`review_by` is more than a year after `decided_on` (review at least once a year)",
        )


def _placed(path: str, text: str, faults: list[tuple[tuple[str | int, ...], str]]) -> list[Mistake]:
    from audit.rulebook.lines import line_of, lines_of

    lines = lines_of(text.replace("\r\n", "\n"))
    return sorted({Mistake(path, line_of(lines, key), message) for key, message in faults})
