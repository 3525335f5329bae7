"""What one screen of text says, as plain strings: the table's cells, the worst of the rest, what to type next."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from audit.model import Report, Scope
from reports import facts, phrases, wording, words
from reports.facts import Row
from reports.phrases import UNKNOWN
from reports.wording import FLAGGED, Flagged
from reports.words import plural

MOST_OTHERS = 3
_FLAGGED = f"{FLAGGED.one}?"
_SERVER = "the service's code"


def table(rows: list[Row], called: Flagged = FLAGGED) -> list[list[str]]:
    """The headings and a line of cells for each row; columns of which nothing was computed are left out."""
    lines = [[said(row) for _, said in _COLUMNS] for row in rows]
    names = [name for name, _ in _COLUMNS]
    kept = [at for at, name in enumerate(names) if at < _ALWAYS or any(line[at] not in ("", UNKNOWN) for line in lines)]
    heads = [f"{called.one}?" if name == _FLAGGED else name for name in names]
    return [[line[at] for at in kept] for line in [heads, *lines]]


def blank(rows: list[Row]) -> str:
    """Which columns were left out, since nothing of them was computed; "" for none."""
    names = table(rows)[0]
    missing = [name.rstrip("?") for name, _ in _COLUMNS if name not in names and name != _SERVER]
    return f"{UNKNOWN}: {words.joined(missing)}" if missing else ""


def _mark(row: Row) -> str:
    """For what shows data of flagged rows and is not decided."""
    return "✗" if row.leaks and row.is_open else ""


_COLUMNS: Final[tuple[tuple[str, Callable[[Row], str]], ...]] = (
    ("", _mark),
    ("subject", lambda row: row.id),
    ("accesses", lambda row: f"{len(row.accesses):,}"),
    ("shown to people at", lambda row: phrases.shown_at(row, most=0)),
    (_FLAGGED, phrases.flagged),
    ("gate", lambda row: phrases.gate(row.gate) if row.accesses else ""),
    (_SERVER, phrases.server),
    ("proposal", lambda row: phrases.proposal(row.recommendation)),
    ("decision", phrases.decision),
)
_ALWAYS: Final = 4


def was_followed(report: Report) -> bool:
    """Were results followed to where they end up?"""
    return any(access.reach is not None for access in report.accesses)


def rest(report: Report) -> Iterator[str]:
    """The worst of what the table does not hold, each in a line."""
    if line := gated(report):
        yield line
    others = [row for row in facts.others(report) if row.is_open]
    if others:
        seen = [row for row in others if row.shown][:MOST_OTHERS]
        worst = ", ".join(f"{row.id} ({phrases.shown_at(row, most=0)})" for row in seen)
        yield f"also open outside the gate: {plural(len(others), 'subject')}{', worst ' if worst else ''}{worst}"
    met = [one for one in report.triggers if one.state in ("met", "dormant")]
    if met:
        yield f"triggers: {', '.join(f'{one.id} {one.state}' for one in met)}"
    broken = [one for one in report.grounds if one.state in ("no-longer", "never-held")]
    if broken:
        yield f"reasons that do not hold: {', '.join(one.id for one in broken)}"
    if report.drift:
        yield f"{plural(len(report.drift), 'difference')} between what is said and what the code does"


def gated(report: Report) -> str:
    """How many calls of gated exports pass no flag; "" where that is not known."""
    calls = facts.through_the_gate(report)
    if not calls or all(one.gate is None for one in calls):
        return ""
    bare = [one for one in calls if not facts.passes(one)]
    return f"of {plural(len(calls), 'call')} of the gated exports, {phrases.unflagged(bare) or 'all pass the flag'}"


def counted(report: Report) -> Iterator[str]:
    """What text counts and does not list."""
    elsewhere = Counter[Scope](access.scope for access in report.accesses if not access.wrapper)
    if told := wording.counted(elsewhere):
        yield f"not listed: {told}"
    if rejected := wording.look_alikes(report.coverage):
        yield f"look-alikes rejected: {rejected:,}"
    if outside := wording.unread_elsewhere(report.coverage):
        yield f"not read, out of scope: {outside:,}"


def next_steps(rows: list[Row]) -> Iterator[str]:
    """Commands worth typing now."""
    if not rows:
        return
    yield "next: ungated explain " + _quoted(rows[0].id)
    yield "      ungated report --format markdown -o FILE      the document to decide by"
    undecided = [row for row in rows if row.is_open]
    if undecided:
        yield f"      {phrases.record(undecided[0])}"


def _quoted(name: str) -> str:
    import shlex

    return shlex.quote(name)
