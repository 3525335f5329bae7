"""The plain text report: one line per item, for pipes, logs and `grep`."""

from collections import Counter
from collections.abc import Iterator

from audit.model import Access, Report, Scope, Subject
from reports import wording
from reports.safe import safe_terminal


def to_text(report: Report) -> str:
    """The report in plain lines; places are `file:line:column`; production is listed, the rest counted."""
    return "".join(f"{safe_terminal(line)}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield wording.title(report)
    yield wording.checkout(report.checkout, report.coverage)
    yield wording.found(report.found)
    yield from _subjects(report)
    yield from map(_access, wording.production(report))
    yield from _rest(report)
    yield from (f"{drift.file}:{drift.line}: {drift.kind} drift: {drift.note}" for drift in report.drift)
    yield from (f"{place}: {reason}" for place, reason in wording.unread(report.coverage))
    yield from _counted(report)


def _protected(subject: Subject) -> str:
    """Endpoints and databases are reached past the client: nothing in it protects them."""
    return f"; in the client: {wording.protection(subject)}" if subject.kind == "export" else ""


def _subjects(report: Report) -> Iterator[str]:
    counts = wording.per_subject(report)
    for subject in wording.ranked(report):
        elsewhere = wording.counted(counts[subject.id])
        yield (
            f"{wording.origin(subject)} {subject.id}: "
            f"{wording.accesses(counts[subject.id]['production'])} in production"
            f"{elsewhere and ', '}{elsewhere}{_protected(subject)}"
        )


def _access(access: Access) -> str:
    through = ", ".join(f"{step.note} at {step.file}:{step.line}" for step in access.through)
    return (
        f"{access.file}:{access.line}:{access.column}: {wording.verb(access)} {access.subject}"
        f" in {access.function}"
        f"{' (wrapper)' if access.wrapper else ''}{f' through {through}' if through else ''}"
    )


def _rest(report: Report) -> Iterator[str]:
    elsewhere = Counter[Scope](access.scope for access in report.accesses if not access.wrapper)
    if counted := wording.counted(elsewhere):
        yield f"not listed: {counted}"


def _counted(report: Report) -> Iterator[str]:
    if lookalikes := wording.look_alikes(report.coverage):
        yield f"look-alikes rejected: {lookalikes:,}"
    if elsewhere := wording.unread_elsewhere(report.coverage):
        yield f"not read, without a searched name: {elsewhere:,}"
