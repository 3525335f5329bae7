"""What text says beside the table, as plain strings: the worst of the rest, what was not read, what to type next."""

from collections import Counter
from collections.abc import Iterator

from audit.model import Report, Scope
from reports import facts
from reports.facts import Row
from reports.words import phrases, prose, sentences, terms
from reports.words.prose import plural

MOST_OTHERS = 3
MOST_NAMES = 2


def was_followed(report: Report) -> bool:
    """Were results followed to where they end up?"""
    return any(access.reach is not None for access in report.accesses)


def summed(report: Report) -> Iterator[str]:
    """The worst of what the table does not hold, in a line or two, and how much more there is."""
    if line := gated(report):
        yield line
    if line := _also_open(report):
        yield line
    if line := "; ".join(filter(None, [_triggers(report), _grounds(report), _drift(report)])):
        yield line


def rest(report: Report) -> Iterator[str]:
    """The same with every name, each in a line."""
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


def full(report: Report) -> Iterator[str]:
    """The same, with each subject, condition and difference by itself."""
    if line := gated(report):
        yield line
    called = sentences.flagged(report).one
    for row in facts.others(report):
        if row.is_open:
            flagged, gate = phrases.flagged(row), terms.gate(row.gate)
            yield f"also open: {row.id}; shown at: {phrases.shown_at(row)}; {called}: {flagged}; gate: {gate}"
    yield from (f"trigger {one.id}: {terms.trigger(one.state)}" for one in report.triggers)
    yield from (f"reason {one.id}: {terms.ground(one)}: {one.quote} ({one.source})" for one in report.grounds)
    yield from (f"{one.file}:{one.line}: {one.kind} drift: {one.note}" for one in report.drift)


def gated(report: Report) -> str:
    """How many calls of gated exports pass no flag; "" where that is not known."""
    calls = facts.through_the_gate(report)
    if not calls or all(one.gate is None for one in calls):
        return ""
    bare = [one for one in calls if not facts.passes(one)]
    return f"of {plural(len(calls), 'call')} of the gated exports, {terms.unflagged(bare) or 'all pass the flag'}"


def counted(report: Report) -> Iterator[str]:
    """What text counts and does not list."""
    elsewhere = Counter[Scope](access.scope for access in report.accesses if not access.wrapper)
    if told := sentences.counted(elsewhere):
        yield f"not listed: {told}"
    if rejected := sentences.look_alikes(report.coverage):
        yield f"look-alikes rejected: {rejected:,}"
    if outside := sentences.unread_elsewhere(report.coverage):
        yield f"not read, out of scope: {outside:,}"


def next_steps(rows: list[Row], asked: str = "") -> list[tuple[str, str]]:
    """Commands worth typing now, each with what it gives; `asked` is what this run was given to look at."""
    if not rows:
        return []
    return [
        (f"ungated explain {phrases.quoted(rows[0].id)}{asked}", "its paths, and what would make it pass"),
        (f"ungated report{asked} --format markdown -o FILE", "the document to decide by"),
        (f"ungated report{asked} --verbose", "all that is summed up here"),
    ]


def _also_open(report: Report) -> str:
    others = [row for row in facts.others(report) if row.is_open]
    leaking = [row.id for row in others if row.leaks]
    if not leaking:
        return f"also open outside the gate: {plural(len(others), 'subject')}" if others else ""
    more = f"; {plural(len(others) - len(leaking), 'other')}" if len(others) > len(leaking) else ""
    return f"also open: {prose.listed(leaking, MOST_NAMES)} ({sentences.flagged(report).many} shown){more}"


def _triggers(report: Report) -> str:
    states = Counter(one.state for one in report.triggers)
    told = [f"{states[state]:,} {state}" for state in ("met", "dormant") if states[state]]
    return f"triggers: {', '.join(told)}" if told else ""


def _grounds(report: Report) -> str:
    broken = sum(one.state in ("no-longer", "never-held") for one in report.grounds)
    verb = "does" if broken == 1 else "do"
    return f"{broken:,} of {plural(len(report.grounds), 'reason')} {verb} not hold" if broken else ""


def _drift(report: Report) -> str:
    return f"{plural(len(report.drift), 'difference')} found" if report.drift else ""
