"""The report on a terminal, one screen: what was found, a row for each audited export and group, the worst of the rest,
what to type next.

The only module of `reports` that imports rich. Foreign text is made safe and never read as markup.
"""

from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from audit.model import Access, Group, Place, Report, Subject
from reports import facts, screen, wording, words
from reports.explain.lines import Line
from reports.facts import Row
from reports.safe import safe_terminal

MOST_PLACES = 3
WIDE = 100
"""Columns from which on names of subjects stay in one piece."""


_STYLES: Final = {
    "heading": "bold",
    "place": "cyan",
    "code": "",
    "good": "green",
    "bad": "red",
    "aside": "dim",
    "plain": "",
}


def to_terminal(report: Report, *, width: int, color: bool, root: str | None = None) -> str:
    """The report laid out for `width` columns; `color` adds ANSI sequences, and only ours.

    `root` is the absolute folder of what was audited, for terminals that follow links to files.
    """
    return drawn(_parts(report, width, root), width=width, color=color)


def drawn(parts: Iterable[RenderableType], *, width: int, color: bool) -> str:
    """The parts one below the other; lines of text wrap, and nothing is cut off."""
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
        for part in parts:
            console.print(part, soft_wrap=isinstance(part, Text))
    return "".join(f"{line.rstrip(' ')}\n" for line in capture.get().splitlines())


def lines_on_terminal(lines: Iterable[Line], *, width: int, color: bool) -> str:
    """Lines of an answer in colour; what is too wide wraps."""
    shown = (text(f"{' ' * line.indent}{line.text}", _STYLES[line.kind]) for line in lines)
    return drawn(shown, width=width, color=color)


def text(foreign: str, style: str | Style = "") -> Text:
    """Foreign text made safe, never read as markup."""
    return Text(safe_terminal(foreign), style)


def linked(foreign: str, place: Place | None, root: str | None, style: str = "") -> Text:
    """The same as a link to a file, where the terminal follows links."""
    if root is None or place is None:
        return text(foreign, style)
    from pathlib import PurePath
    from urllib.parse import quote

    path = quote(str(PurePath(root) / place.file).encode(errors="backslashreplace"))
    return text(foreign, Style.parse(style) + Style(link=f"file://{path}"))


def _parts(report: Report, width: int, root: str | None) -> Iterator[RenderableType]:
    audited = wording.checkout(report.checkout, report.coverage)
    yield Text().append_text(text(wording.title(report), "bold")).append_text(text(f"        {audited}", "dim"))
    yield text(wording.found(report.found))
    yield Text()
    rows = facts.rows(report)
    if rows:
        yield _table(rows, wording.flagged(report), width, root)
        yield Text()
        if missing := screen.blank(rows):
            yield text(missing, "dim")
    if not screen.was_followed(report):
        yield from _accesses(report)
    yield from _lines(report)
    yield from (text(line, "dim") for line in screen.next_steps(rows))


def _accesses(report: Report) -> Iterator[Text]:
    """The quick list: what there is to see where results were not followed."""
    listed = wording.production(report)
    room = max((len(_place(access)) for access in listed), default=0)
    for subject in wording.ranked(report):
        mine = [access for access in listed if access.subject == subject.id]
        if mine:
            yield text(subject.id, "bold")
        for access in mine:
            yield _access(access, room)
    yield Text()


def _access(access: Access, room: int) -> Text:
    marks = [access.kind] * (access.kind != "call") + ["wrapper"] * access.wrapper
    through = [f"through {step.note} at {step.file}:{step.line}" for step in access.through]
    aside = text("".join(f"  {mark}" for mark in marks + through), "dim")
    place = text(f"  {_place(access):{room}}", "cyan")
    return Text().append_text(place).append_text(text(f"  {access.function}")).append_text(aside)


def _place(access: Access) -> str:
    return safe_terminal(f"{access.file}:{access.line}")


def _lines(report: Report) -> Iterator[Text]:
    for line in screen.rest(report):
        yield text(line)
    unread = wording.unread(report.coverage)
    for place, reason in unread[:MOST_PLACES]:
        yield text(f"{place}: {reason}", "red")
    if len(unread) > MOST_PLACES:
        yield text(f"{words.plural(len(unread) - MOST_PLACES, 'further place')} not read or not followed", "red")
    yield from (text(line, "dim") for line in screen.counted(report))


def _table(rows: list[Row], called: wording.Flagged, width: int, root: str | None) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    names, *lines = screen.table(rows, called)
    for name in names:
        table.add_column(name, overflow="fold", no_wrap=name in ("", "accesses"))
    table.columns[1].no_wrap = width >= WIDE
    table.columns[2].justify = "right"
    for row, (mark, name, *cells) in zip(rows, lines, strict=True):
        defined = row.about.defined_at if isinstance(row.about, Subject) else _first(row)
        bold = "bold" if row.leaks else ""
        table.add_row(text(mark, "red"), linked(name, defined, root, bold), *map(text, cells))
    return table


def _first(row: Row) -> Place | None:
    assert isinstance(row.about, Group)
    return Place(row.accesses[0].file, row.accesses[0].line) if row.accesses else None
