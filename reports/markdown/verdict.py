"""The verdict in five sentences, at the top of the document."""

from collections import Counter

from audit.model import Group, Report, Subject
from reports import facts
from reports.escapes import markdown_code
from reports.facts import Row
from reports.shown import State
from reports.words import phrases, prose, sentences, terms
from reports.words.prose import number, plural


def verdict(report: Report, rows: list[Row]) -> list[str]:
    """One paragraph; a sentence for what the report does not know is left out or says so."""
    exports = [row for row in rows if isinstance(row.about, Subject)]
    groups = [row for row in rows if isinstance(row.about, Group)]
    called = sentences.flagged(report)
    shows = [
        f"**{_can_show(exports, 'audited export', called)}**" if exports else "",
        _can_show(groups, "group", called) if groups else "",
    ]
    said = [
        *([f"**{_flagless(called)}**"] if report.found.flag == "absent" else shows),
        _gated(report),
        _decided(rows, report),
        _read(report),
    ]
    return [" ".join(filter(None, said))]


def _flagless(called: sentences.Flagged) -> str:
    return f"Nothing in this tree declares or names the flag: there is no {called.one} in it, and none is spoken of."


def _can_show(rows: list[Row], noun: str, called: sentences.Flagged) -> str:
    """Which of the rows can show the data of a flagged row, and at how many places."""
    yes = [row for row in rows if row.leaks]
    unknown = [row for row in rows if row.flagged == "unknown"]
    blank = [row for row in rows if row.flagged is None and row.accesses]
    one = len(rows) == 1
    several = f"the {noun}" if one else f"the {plural(len(rows), noun, words=True)}"
    if not yes and blank:
        return f"Whether {several} can show the data of {called.many} was not computed."
    doubt = f"; not known for {prose.listed(_names(unknown), 4)}" if unknown else ""
    if not yes:
        none = f"{several.capitalize()} does not show" if one else f"None of {several} shows"
        none = f"Neither {noun} shows" if len(rows) == 2 else none
        return f"{none} the data of a {called.one}{doubt}."
    named = "; ".join(f"{markdown_code(row.id)} ({_where(row)})" for row in yes)
    many = several if one else f"{'both' if len(yes) == 2 else 'all'} {noun}s" if len(yes) == len(rows) else ""
    many = many or f"{number(len(yes))} of {several}"
    return f"{many[0].upper()}{many[1:]} can show the data of {called.many}: {named}{doubt}."


def _where(row: Row) -> str:
    states = Counter[State | None](one.state for one in row.shown if one.state in phrases.LEAKS)
    counts = [f"{states[state]} {name}" for state, name in phrases.LEAKS.items() if states[state]]
    places = sum(states.values())
    return f"{plural(places, 'place')}: {', '.join(counts)}"


def _gated(report: Report) -> str:
    calls = facts.through_the_gate(report)
    if not calls:
        return ""
    if all(one.gate is None for one in calls):
        return f"Whether the {plural(len(calls), 'call')} of the gated exports pass the flag was not computed."
    bare = [one for one in calls if not facts.passes(one)]
    if not bare:
        called = sentences.flagged(report).many
        return f"All {plural(len(calls), 'call')} of the gated exports pass the flag or leave {called} out."
    homes = Counter(one.file.split("/", 1)[0] for one in bare)
    where = prose.joined(f"{count} in {markdown_code(home + '/')}" for home, count in sorted(homes.items()))
    return f"Of {plural(len(calls), 'call')} of the *gated* exports, {terms.unflagged(bare)} ({where})."


def _decided(rows: list[Row], report: Report) -> str:
    due = [row for row in rows if row.is_due]
    done = sum(not row.is_open for row in due)
    if not report.triggers:
        return f"Decided: {done} of {len(due)}."
    ordered = sorted(report.triggers, key=lambda one: (terms.trigger_order(one.state), one.id))
    named = (f"{markdown_code(one.id)} {terms.trigger(one.state).split(':')[0]}" for one in ordered)
    return f"Decided: {done} of {len(due)}. Triggers: {', '.join(named)}."


def _read(report: Report) -> str:
    coverage = report.coverage
    lost = sum(len(one.escapes) for one in facts.counted(report))
    followed = f", and {plural(lost, 'value')} could not be followed to the end" if lost else ""
    foreign = sum(one.in_scope and one.reason == "language" for one in coverage.unanalysed)
    missed = len(sentences.unread(coverage)) - foreign
    if missed:
        return f"**{plural(missed, 'place')} in scope could not be read or followed**{followed}; see the end."
    said = f" but for {plural(foreign, 'file')} in other languages (see the end)" if foreign else ""
    return f"Everything in scope was read{said}{followed}."


def _names(rows: list[Row]) -> list[str]:
    return [markdown_code(row.id) for row in rows]
