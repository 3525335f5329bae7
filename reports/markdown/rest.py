"""The end of the document: triggers, differences, and what was read."""

from collections.abc import Iterator

from audit.model import Report
from reports.escapes import markdown, markdown_code
from reports.markdown.links import Links
from reports.markdown.table import heading, row
from reports.words import prose, sentences, terms

MOST_FACTS = 4
MOST_LINES = 7
MOST_FILES = 3


def triggers(report: Report, links: Links) -> list[str]:
    """A row for each condition that reopens what was deferred, with the query that confirms it."""
    if not report.triggers:
        return []
    ordered = sorted(report.triggers, key=lambda one: (terms.trigger_order(one.state), one.id))
    names = ["Trigger", "State", "Because", "To confirm, run in production"]
    lines = ["## Triggers", "", *heading(names)]
    for one in ordered:
        told = terms.trigger(one.state)
        cells = [
            markdown_code(one.id),
            f"**{told}**" if one.state in ("met", "dormant") else told,
            links.evidence(one.evidence, MOST_FACTS) or "no evidence",
            markdown_code(one.confirm) if one.confirm else "",
        ]
        lines.append(row(cells))
    return lines


def differences(report: Report, links: Links) -> list[str]:
    """Where a comment, the rules or the tracker say something else than the code does.

    What the tracker says stands above, among the reasons.
    """
    if not report.drift:
        return []
    told = [one for one in report.drift if one.kind != "decision"] if report.grounds else list(report.drift)
    ordered = sorted(told, key=lambda one: (one.kind, one.file, one.note))
    lines = ["## Differences found", ""]
    for one in ordered[:MOST_LINES]:
        where = f" ({links.file(one.file, one.line)})" if one.file else ""
        lines.append(f"- {one.kind}: {links.note(one.note)}{where}")
    if len(ordered) > MOST_LINES:
        lines.append(f"- {prose.plural(len(ordered) - MOST_LINES, 'further difference')}")
    if above := len(report.drift) - len(told):
        lines.append(f"- {prose.plural(above, 'reason')} on record, in the table above")
    return lines


def what_was_read(report: Report, links: Links) -> list[str]:
    """What this document rests on: a clean answer must not be taken for a blind one."""
    lines = ["## What was read", "", f"- {_capital(markdown(sentences.found(report.found)))}."]
    if report.subjects and all(subject.server is None for subject in report.subjects):
        lines.append("- The service's own code was not read; `--server PATH` holds the claims about it against it.")
    return [*lines, *_unread(report, links), *_look_alikes(report, links)]


def _unread(report: Report, links: Links) -> Iterator[str]:
    coverage = report.coverage
    missed: list[tuple[str, int, str]] = [
        *((one.file, 1, one.reason) for one in coverage.unanalysed if one.in_scope),
        *((one.file, one.line, one.reason) for one in coverage.damaged if one.in_scope),
        *((one.file, one.line, one.reason) for one in coverage.unresolved),
    ]
    places: dict[str, list[str]] = {}
    for file, line, reason in missed:
        places.setdefault(_why(reason), []).append(links.file(file, line, whole=True))
    for why, files in list(places.items())[:MOST_LINES]:
        yield f"- {why}: {prose.listed(dict.fromkeys(files), MOST_LINES)}."
    if len(places) > MOST_LINES:
        yield f"- {prose.plural(len(places) - MOST_LINES, 'further reason')} why something was not read or followed."
    if not missed:
        yield "- Everything in scope was read, and every call could be followed."


def _why(reason: str) -> str:
    if reason == "language":
        return "In languages that are not read, though they name what is searched"
    return f"Not read or not followed, {markdown(reason)}"


def _look_alikes(report: Report, links: Links) -> Iterator[str]:
    named: dict[str, dict[str, int]] = {}
    for one in report.coverage.look_alikes:
        named.setdefault(f"{markdown_code(one.name)} is {markdown(one.is_)}", {}).setdefault(one.file, one.line)
    if named:
        told = "; ".join(
            f"{what} in {prose.listed((links.file(file, line) for file, line in files.items()), MOST_FILES)}"
            for what, files in list(named.items())[:MOST_LINES]
        )
        more = "; and others" if len(named) > MOST_LINES or report.coverage.look_alikes_unlisted else ""
        yield f"- Names alike, looked at and rejected: {told}{more}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
