"""The plain text report: one line per item, for pipes, logs and `grep`."""

from collections.abc import Iterator

from audit.model import Access, Report, Subject
from reports import columns, facts, screen
from reports.safe import safe_terminal
from reports.words import sentences


def to_text(report: Report) -> str:
    """The report in plain lines; places are `file:line:column`; production is listed, the rest counted."""
    return "".join(f"{safe_terminal(line)}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield sentences.title(report)
    yield sentences.checkout(report.checkout, report.coverage)
    yield sentences.found(report.found)
    yield from _subjects(report)
    yield from _rows(report)
    yield from map(_access, sentences.production(report))
    yield from (f"{drift.file}:{drift.line}: {drift.kind} drift: {drift.note}" for drift in report.drift)
    yield from (f"{place}: {reason}" for place, reason in sentences.unread(report.coverage))
    yield from screen.counted(report)


def _protected(subject: Subject) -> str:
    """Endpoints and databases are reached past the client: nothing in it protects them."""
    return f"; in the client: {sentences.protection(subject)}" if subject.kind == "export" else ""


def _subjects(report: Report) -> Iterator[str]:
    counts = sentences.per_subject(report)
    for subject in sentences.ranked(report):
        elsewhere = sentences.counted(counts[subject.id])
        yield (
            f"{sentences.origin(subject)} {subject.id}: "
            f"{sentences.accesses(counts[subject.id]['production'])} in production"
            f"{elsewhere and ', '}{elsewhere}{_protected(subject)}"
        )


def _rows(report: Report) -> Iterator[str]:
    """What the terminal's table says, a line for each row, where something was followed."""
    if not screen.was_followed(report):
        return
    names, *lines = columns.table(facts.rows(report), sentences.flagged(report))
    for _, subject, _, *cells in lines:
        told = (f"{name.rstrip('?')}: {cell}" for name, cell in zip(names[3:], cells, strict=True) if cell)
        yield f"{subject}: {'; '.join(told)}"
    yield from screen.rest(report)


def _access(access: Access) -> str:
    through = ", ".join(f"{step.note} at {step.file}:{step.line}" for step in access.through)
    return (
        f"{access.file}:{access.line}:{access.column}: {sentences.verb(access)} {access.subject}"
        f" in {access.function}"
        f"{' (wrapper)' if access.wrapper else ''}{f' through {through}' if through else ''}"
    )
