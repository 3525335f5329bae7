"""What the page carries: the report with its own names, except that paths share what they have in common."""

import re
from typing import Any, Final

import msgspec

from audit.model import Access, Path, Report, Subject, weakest
from reports import facts
from reports.escapes import uri
from reports.html.shared import Pool, Steps
from reports.html.tables import decided, ordered, reasons, tables
from reports.safe import safe_terminal
from reports.shown import state_of
from reports.words import sentences
from reports.words.rephrased import worded

Json = dict[str, Any]

_REPOSITORY: Final = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+?(?:\.git)?/?")
"""Only there is it known how a line of a commit is addressed."""
_LINES: Final = frozenset({"confirm", "reason"})
"""Fields that people write in lines."""


def page_data(report: Report) -> bytes:
    """The data of the page as JSON. All text in it is safe to be shown: nothing hides in it, nothing turns it round."""
    report = worded(report)
    steps, pools = Steps(), _Pools()
    choices = decided(report)
    accesses = [_access(access, steps, pools) | {"decided": choices[access.id]} for access in report.accesses]
    shown: Json = _shown(
        {
            "title": sentences.title(report),
            "checkout": sentences.checkout(report.checkout, report.coverage),
            "found": sentences.found(report.found),
            "tool": f"{report.tool.name} {report.tool.version}",
            "rules": report.rules.name,
            "called": sentences.flagged(report).one,
            "coverage": _coverage(report),
            **tables(report),
            "subjects": [_subject(subject, report) for subject in ordered(report)],
            "groups": msgspec.to_builtins(report.groups),
            "accesses": accesses,
            **reasons(report),
            "drift": msgspec.to_builtins(report.drift),
            "findings": msgspec.to_builtins(report.findings),
            "files": steps.files.values,
            "notes": steps.notes.values,
            **pools.values(),
        }
    )
    shown |= {
        "repository": _repository(report),
        "steps": steps.flat(),
        "up": steps.up,
        "at": steps.at,
        "excerpts": {_text(file): _excerpts(lines) for file, lines in report.excerpts.items()},
    }
    return msgspec.json.encode(shown)


class _Pools:
    def __init__(self) -> None:
        self.sinks, self.flagged, self.guards = Pool(), Pool(), Pool()
        self.lists, self.conditions = Pool(), Pool()

    def values(self) -> Json:
        return {name: msgspec.to_builtins(pool.values) for name, pool in vars(self).items()}


def _subject(subject: Subject, report: Report) -> Json:
    mine = [one for one in facts.counted(report) if one.subject == subject.id]
    gates = [one.gate.state for one in mine if one.gate is not None]
    stated: Json = msgspec.to_builtins(subject)
    return {
        **stated,
        "origin": sentences.origin(subject),
        "protection": sentences.protection(subject),
        "gate": weakest(gates),
        "counted": len(mine),
    }


def _access(access: Access, steps: Steps, pools: _Pools) -> Json:
    stated: Json = msgspec.to_builtins(msgspec.structs.replace(access, paths=()))
    return {**stated, "paths": [_path(path, steps, pools) for path in access.paths]}


def _path(path: Path, steps: Steps, pools: _Pools) -> list[Any]:
    return [
        pools.sinks.number(path.sink),
        path.flow,
        path.confidence,
        None if path.flagged is None else pools.flagged.number(path.flagged),
        state_of(path),
        pools.conditions.number(path.conditions),
        pools.lists.number(path.stored_in),
        None if path.guard is None else pools.guards.number(path.guard),
        pools.lists.number(path.fields),
        steps.leaf(path.steps),
    ]


def _coverage(report: Report) -> Json:
    return {
        "files": report.coverage.files,
        "parsed": report.coverage.parsed,
        "unread": [[place, reason] for place, reason in sentences.unread(report.coverage)],
        "elsewhere": sentences.unread_elsewhere(report.coverage),
        "look_alikes": msgspec.to_builtins(report.coverage.look_alikes),
        "look_alikes_unlisted": report.coverage.look_alikes_unlisted,
    }


def _repository(report: Report) -> str | None:
    """The address behind which a file of the audited commit is found, if all of it was audited as committed."""
    remote, commit = report.checkout.remote or "", report.checkout.commit
    if commit is None or report.checkout.dirty or not _REPOSITORY.fullmatch(remote):
        return None
    return f"{remote.rstrip('/').removesuffix('.git')}/blob/{uri(commit)}/"


def _excerpts(lines: dict[str, str]) -> dict[str, str]:
    # A tab becomes one space, so that columns stay where they are.
    return {line: _text(code.rstrip("\r\n").replace("\t", " ")) for line, code in lines.items()}


def _shown(value: Any, name: str = "") -> Any:
    match value:
        case str():
            return "\n".join(map(_text, value.split("\n"))) if name in _LINES else _text(value)
        case dict():
            return {_text(key): _shown(item, key) for key, item in value.items()}
        case list() | tuple():
            return [_shown(item, name) for item in value]
        case _:
            return value


def _text(foreign: str) -> str:
    return safe_terminal(foreign)
