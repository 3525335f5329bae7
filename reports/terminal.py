"""The report on a terminal: what was found, subjects, the accesses in production, what was not read.

The only module of `reports` that imports rich. Foreign text is made safe and never read as markup.
"""

from collections import Counter
from collections.abc import Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from audit.model import Access, Report, Scope
from reports import wording
from reports.safe import safe_terminal


def to_terminal(report: Report, *, width: int, color: bool) -> str:
    """The report laid out for `width` columns; `color` adds ANSI sequences, and only ours."""
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in _parts(report):
            console.print(part, soft_wrap=isinstance(part, Text))
    return "".join(f"{line.rstrip(' ')}\n" for line in capture.get().splitlines())


def _parts(report: Report) -> Iterator[RenderableType]:
    audited = wording.checkout(report.checkout, report.coverage)
    yield (Text().append_text(_text(wording.title(report), "bold")).append_text(_text(f"        {audited}", "dim")))
    yield _text(wording.found(report.found))
    yield Text()
    yield _subjects(report)
    yield Text()
    yield from _accesses(report)
    yield from _notes(report)


def _subjects(report: Report) -> Table:
    counts = wording.per_subject(report)
    table = _table("subject", "accesses", "elsewhere", "in the client", "")
    table.columns[1].justify = "right"
    for subject in wording.ranked(report):
        table.add_row(
            _text(subject.id, "bold" if counts[subject.id]["production"] else ""),
            _text(f"{counts[subject.id]['production']:,}"),
            _text(wording.counted(counts[subject.id]), "dim"),
            _text(wording.protection(subject)),
            _text("" if subject.listed else wording.origin(subject), "dim"),
        )
    return table


def _accesses(report: Report) -> Iterator[Text]:
    listed = wording.production(report)
    room = max((len(_place(access)) for access in listed), default=0)
    for subject in wording.ranked(report):
        mine = [access for access in listed if access.subject == subject.id]
        if mine:
            yield _text(subject.id, "bold")
        for access in mine:
            yield _access(access, room)


def _access(access: Access, room: int) -> Text:
    marks = [access.kind] * (access.kind != "call") + ["wrapper"] * access.wrapper
    through = [f"through {step.note} at {step.file}:{step.line}" for step in access.through]
    place = _text(f"  {_place(access):{room}}", "cyan")
    aside = _text("".join(f"  {mark}" for mark in marks + through), "dim")
    return Text().append_text(place).append_text(_text(f"  {access.function}")).append_text(aside)


def _place(access: Access) -> str:
    return safe_terminal(f"{access.file}:{access.line}")


def _notes(report: Report) -> Iterator[Text]:
    notes = [*_drift(report), *_unread(report), *_counted(report)]
    if notes:
        yield Text()
    yield from notes


def _drift(report: Report) -> Iterator[Text]:
    for drift in report.drift:
        yield _text(f"{drift.file}:{drift.line}: {drift.note}", "yellow")


def _unread(report: Report) -> Iterator[Text]:
    for place, reason in wording.unread(report.coverage):
        yield _text(f"{place}: {reason}", "red")


def _counted(report: Report) -> Iterator[Text]:
    elsewhere = Counter[Scope](access.scope for access in report.accesses if not access.wrapper)
    if counted := wording.counted(elsewhere):
        yield _text(f"not listed: {counted}", "dim")
    if rejected := wording.look_alikes(report.coverage):
        yield _text(f"look-alikes rejected: {rejected:,}", "dim")
    if outside := wording.unread_elsewhere(report.coverage):
        yield _text(f"not read, without a searched name: {outside:,}", "dim")


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _text(foreign: str, style: str = "") -> Text:
    return Text(safe_terminal(foreign), style)
