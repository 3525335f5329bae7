"""The report on a terminal, one screen: what was found, a row for each audited export and group, the worst of the rest,
what to type next.

The only module of `reports` that imports rich. Foreign text is made safe and never read as markup.
"""

from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from audit.model import Access, Group, Place, Report, Subject
from reports import columns, facts, screen
from reports.explain.lines import Line
from reports.facts import Row
from reports.safe import safe_terminal
from reports.words import prose, sentences

MOST_PLACES = 3
_APART: Final = "        "
_NEXT: Final = "next: "
_DRAWN: Final = ("├", "└", "│")

_STYLES: Final = {
    "heading": "bold",
    "place": "cyan",
    "code": "",
    "good": "green",
    "bad": "red",
    "aside": "dim",
    "plain": "",
}


def to_terminal(
    report: Report, *, width: int, color: bool, root: str | None = None, asked: str = "", verbose: bool = False
) -> str:
    """The report laid out for `width` columns; `color` adds ANSI sequences, and only ours.

    `root` is the absolute folder of what was audited, for terminals that follow links to files; `asked` is what the
    commands that are proposed have to repeat. `verbose` shows in full what the screen sums up.
    """
    return drawn(_parts(report, width, root, asked, verbose=verbose), width=width, color=color)


def drawn(parts: Iterable[RenderableType], *, width: int, color: bool) -> str:
    """The parts one below the other; nothing is cut off. A `Text` that may not wrap is left to the terminal."""
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
            console.print(part, soft_wrap=isinstance(part, Text) and part.no_wrap)
    return "".join(f"{line.rstrip(' ')}\n" for line in capture.get().splitlines())


def lines_on_terminal(lines: Iterable[Line], *, width: int, color: bool) -> str:
    """Lines of an answer in colour. Sentences wrap below their start; code, commands and trees where the line ends."""
    return drawn(map(_line, lines), width=width, color=color)


def _line(line: Line) -> RenderableType:
    style = _STYLES[line.kind]
    if line.kind == "code" or line.text.startswith(_DRAWN) or "ungated " in line.text:
        return text(f"{' ' * line.indent}{line.text}", style)
    return Padding(text(line.text, style, wraps=True), (0, 0, 0, line.indent))


def text(foreign: str, style: str | Style = "", *, wraps: bool = False) -> Text:
    """Foreign text made safe, never read as markup; lines break between words if it `wraps`, else where they end."""
    return Text(safe_terminal(foreign), style, no_wrap=not wraps, overflow="fold")


def linked(foreign: str, place: Place | None, root: str | None, style: str = "") -> Text:
    """The same as a link to a file, where the terminal follows links."""
    if root is None or place is None:
        return text(foreign, style)
    from pathlib import PurePath
    from urllib.parse import quote

    path = quote(str(PurePath(root) / place.file).encode(errors="backslashreplace"))
    return text(foreign, Style.parse(style) + Style(link=f"file://{path}"))


def _parts(report: Report, width: int, root: str | None, asked: str, *, verbose: bool) -> Iterator[RenderableType]:
    yield from _heading(report, width)
    yield Text()
    rows = facts.rows(report)
    if rows:
        yield from _rows(rows, sentences.flagged(report), width, root, verbose=verbose)
        yield Text()
        if missing := columns.blank(rows):
            yield text(missing, "dim", wraps=True)
    if not screen.was_followed(report):
        yield from _accesses(report)
    yield from _told(report) if verbose else _summed(report)
    yield Text()
    yield from _next(screen.next_steps(rows, asked)[: 2 if verbose else None], width)


def _heading(report: Report, width: int) -> Iterator[Text]:
    """What is asked of which checkout, and what of the rules was found there."""
    title, commit = sentences.title(report), sentences.commit(report.checkout)
    files = sentences.checkout(report.checkout, report.coverage)
    aside = next((one for one in (files, commit) if len(title) + len(_APART) + len(one) <= width), None)
    head = text(title, "bold", wraps=True)
    yield head if aside is None else head.append_text(text(f"{_APART}{aside}", "not bold dim"))
    found = text(sentences.found(report.found), wraps=True)
    yield found if aside is not None else text(f"{files}; ", "dim", wraps=True).append_text(found)


def _next(steps: list[tuple[str, str]], width: int) -> Iterator[Text]:
    """The commands below each other; what they give beside them where there is room."""
    room = max((len(command) for command, _ in steps), default=0)
    for at, (command, gives) in enumerate(steps):
        aside = f"{command:{room}}   {gives}" if len(_NEXT) + room + 3 + len(gives) <= width else command
        yield text(f"{'' if at else _NEXT:{len(_NEXT)}}{aside}", "dim")


def _accesses(report: Report) -> Iterator[Text]:
    """The quick list: what there is to see where results were not followed."""
    listed = sentences.production(report)
    room = max((len(_place(access)) for access in listed), default=0)
    for subject in sentences.ranked(report):
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
    return Text(no_wrap=True).append_text(place).append_text(text(f"  {access.function}")).append_text(aside)


def _place(access: Access) -> str:
    return safe_terminal(f"{access.file}:{access.line}")


def _summed(report: Report) -> Iterator[Text]:
    """The rest in a few lines; of what was not read the first places, and in one line what nobody has to mend."""
    yield from (text(line, wraps=True) for line in screen.summed(report))
    unread = sentences.unread(report.coverage)
    foreign = [file for file, reason in unread if reason == sentences.FOREIGN]
    matters = [one for one in unread if one[1] != sentences.FOREIGN]
    yield from (text(f"{place}: {reason}", "red", wraps=True) for place, reason in matters[:MOST_PLACES])
    if len(matters) > MOST_PLACES:
        further = prose.plural(len(matters) - MOST_PLACES, "further place")
        yield text(f"{further} not read or not followed", "red", wraps=True)
    if foreign:
        files = prose.plural(len(foreign), "file")
        verb = "names" if len(foreign) == 1 else "name"
        yield text(f"not read: {files} in other languages that {verb} what is searched", wraps=True)


def _told(report: Report) -> Iterator[Text]:
    """The rest in full: each place, condition and difference by name."""
    yield from (text(line, wraps=True) for line in screen.full(report))
    yield from (text(f"{place}: {reason}", "red", wraps=True) for place, reason in sentences.unread(report.coverage))
    yield from (text(line, "dim", wraps=True) for line in screen.counted(report))


def _rows(
    rows: list[Row], called: sentences.Flagged, width: int, root: str | None, *, verbose: bool
) -> Iterator[RenderableType]:
    """The table; where it does not fit, the name of each row and what is said of it below."""
    made = columns.fitted(rows, called, width, all_of_it=verbose)
    if made is not None:
        yield _table(rows, made, root)
        return
    for row, (mark, name, said) in zip(rows, columns.stacked(rows, called, all_of_it=verbose), strict=True):
        yield _named(row, mark, name, root)
        yield Padding(text(said, wraps=True), (0, 0, 0, 2 * columns.MARK))


def _table(rows: list[Row], made: columns.Fitted, root: str | None) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, columns.GAP, 0, 0), header_style="dim")
    for at, (name, width) in enumerate(zip(made.names, made.widths, strict=True)):
        head = f"{'' if at else ' ' * columns.MARK}{name}"
        table.add_column(head, overflow="fold", width=width, justify="right" if name == "accesses" else "left")
    for row, mark, (name, *cells) in zip(rows, made.marks, made.lines, strict=True):
        table.add_row(_named(row, mark, name, root), *map(_several, cells))
    return table


def _named(row: Row, mark: str, name: str, root: str | None) -> Text:
    """The name on as many lines as it takes, in its place behind the mark."""
    defined = row.about.defined_at if isinstance(row.about, Subject) else _first(row)
    lines = [linked(part, defined, root, "bold" if row.leaks else "") for part in name.split("\n")]
    behind = [text(f"{mark:{columns.MARK}}", "red"), *(text(" " * columns.MARK) for _ in lines[1:])]
    return Text("\n", no_wrap=True).join(before.append_text(line) for before, line in zip(behind, lines, strict=True))


def _several(cell: str) -> Text:
    return Text("\n").join(text(line) for line in cell.split("\n"))


def _first(row: Row) -> Place | None:
    assert isinstance(row.about, Group)
    return Place(row.accesses[0].file, row.accesses[0].line) if row.accesses else None
