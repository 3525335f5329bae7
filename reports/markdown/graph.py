"""One drawing, of the row that leaks worst: from the endpoint through the access to where people see it."""

import posixpath
from typing import Final

from audit.model import Subject
from reports.escapes import markdown_code, mermaid
from reports.facts import Row
from reports.shown import Shown
from reports.words import phrases
from reports.words.sentences import Flagged

MOST_PLACES = 6
MOST_LETTERS = 80
_SHAPES: Final = {"column": ("[(", ")]"), "place": ("([", "])")}


def graph(rows: list[Row], flagged: Flagged) -> list[str]:
    """A Mermaid graph of at most six places; nothing where no flagged row is known to be shown."""
    leaking = [row for row in rows if row.leaks]
    if not leaking:
        return []
    row = leaking[0]
    shown = [one for one in row.shown if one.state in phrases.LEAKS]
    left = len(shown) - MOST_PLACES
    more = f" ({left:,} more places are not drawn)" if left > 0 else ""
    lines = [f"How a {flagged.one}'s data gets to people by {markdown_code(row.id)}{more}:", "", "```mermaid"]
    return [*lines, "graph LR", *_edges(row, shown[:MOST_PLACES]), "```"]


def _edges(row: Row, shown: list[Shown]) -> list[str]:
    """An edge a line; the first one that names a node also says what stands in it."""
    names: dict[tuple[str, str], str] = {}
    lines: list[str] = []

    def node(kind: str, text: str) -> str:
        known = names.get((kind, text))
        if known is not None:
            return known
        names[kind, text] = f"n{len(names)}"
        left, right = _SHAPES.get(kind, ("[", "]"))
        return f'{names[kind, text]}{left}"{_label(text)}"{right}'

    def edge(start: tuple[str, str], end: tuple[str, str], arrow: str = "-->") -> None:
        if (start, end, arrow) not in seen:
            seen.add((start, end, arrow))
            lines.append(f"  {node(*start)} {arrow} {node(*end)}")

    seen: set[tuple[tuple[str, str], tuple[str, str], str]] = set()
    for endpoint in row.about.endpoints if isinstance(row.about, Subject) else ():
        edge(("endpoint", endpoint), ("subject", row.id))
    for one in shown:
        last = ("access", f"{posixpath.basename(one.access.file)} {one.access.function}")
        edge(("subject", row.id), last)
        for column in one.path.stored_in:
            edge(last, ("column", column))
            last = ("column", column)
        edge(last, ("place", one.name), "-->" if one.state == "live" else "-.->")
    return lines


def _label(text: str) -> str:
    return mermaid(text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1]}…")
