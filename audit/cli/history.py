"""`ungated history`: one line for each access that a commit added, moved or removed."""

from pathlib import Path
from typing import Any, Final

from audit.cli.outcome import MADE, complain
from audit.cli.progress import progress
from audit.cli.writing import write
from audit.history import Step, walk
from audit.model import Access, UserError
from reports.escapes import json_text
from reports.safe import safe_terminal
from reports.words.sentences import VERBS

STYLES: Final = ("text", "json")


def run_history(
    root: str | None, *, since: str | None, rules: str | None, style: str, output: Path | None, cache: bool
) -> int:
    """Write the history to `output` or standard output; the exit code. Raises UserError."""
    if style not in STYLES:
        raise UserError(f"there is no format {style!r}", f"use one of {', '.join(STYLES)}")
    with progress():
        steps = walk(root, since=since, rules=rules, cache=cache, note=complain)
        told = [entry for entry in map(_entry, steps) if entry["added"] or entry["moved"] or entry["removed"]]
    write(_json(told) if style == "json" else _text(told), output)
    return MADE


def _entry(step: Step) -> dict[str, Any]:
    matched, commit = step.matched(), step.commit
    return {
        "commit": commit.id,
        "when": commit.when,
        "title": json_text(commit.title),
        "added": [_access(one) for one in matched.added],
        "moved": [{"from": _access(pair.base), "to": _access(pair.head)} for pair in matched.pairs if pair.moved],
        "removed": [_access(one) for one in matched.removed],
    }


def _access(access: Access) -> dict[str, Any]:
    return {
        "id": access.id,
        "subject": access.subject,
        "kind": access.kind,
        "file": json_text(access.file),
        "line": access.line,
        "function": access.function,
    }


def _json(told: list[dict[str, Any]]) -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode({"version": 1, "commits": told}), indent=2) + b"\n"


def _text(told: list[dict[str, Any]]) -> bytes:
    lines: list[str] = []
    for entry in told:
        lines.append(f"{entry['commit'][:8]} {entry['when'][:10]} {entry['title']}")
        lines += [f"  + {_line(one)}" for one in entry["added"]]
        lines += [f"  > {_line(one['to'])}, from {one['from']['file']}:{one['from']['line']}" for one in entry["moved"]]
        lines += [f"  - {_line(one)}" for one in entry["removed"]]
    return "".join(f"{safe_terminal(line)}\n" for line in lines).encode()


def _line(one: dict[str, Any]) -> str:
    return f"{VERBS[one['kind']]} {one['subject']} in {one['function']} at {one['file']}:{one['line']}"
