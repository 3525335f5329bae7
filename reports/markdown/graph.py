"""One drawing, of the row that leaks worst: from the endpoint through the access to where people see it."""

import posixpath

from audit.model import Subject
from reports import phrases
from reports.escapes import markdown_code, mermaid
from reports.facts import Row, Shown

MOST_PLACES = 6
MOST_LETTERS = 80


def graph(rows: list[Row]) -> list[str]:
    """A Mermaid graph of at most six places; nothing where no flagged row is known to be shown."""
    leaking = [row for row in rows if any(one.state in phrases.LEAKS for one in row.shown)]
    if not leaking:
        return []
    row = leaking[0]
    shown = [one for one in row.shown if one.state in phrases.LEAKS]
    left = len(shown) - MOST_PLACES
    more = f" ({left:,} more places are not drawn)" if left > 0 else ""
    lines = [f"How a flagged row's data gets to people by {markdown_code(row.id)}{more}:", "", "```mermaid"]
    return [*lines, "graph LR", *_edges(row, shown[:MOST_PLACES]), "```"]


def _edges(row: Row, shown: list[Shown]) -> list[str]:
    names: dict[tuple[str, str], str] = {}
    lines: dict[str, None] = {}

    def node(kind: str, text: str) -> str:
        known = names.get((kind, text))
        if known is None:
            known = names[kind, text] = f"n{len(names)}"
            left, right = ("[(", ")]") if kind == "column" else ("([", "])") if kind == "place" else ("[", "]")
            lines[f'  {known}{left}"{_label(text)}"{right}'] = None
        return known

    subject = node("subject", row.id)
    if isinstance(row.about, Subject):
        for endpoint in row.about.endpoints:
            lines[f"  {node('endpoint', endpoint)} --> {subject}"] = None
    for one in shown:
        file = posixpath.basename(one.access.file)
        last = node("access", f"{file} {one.access.function}")
        lines[f"  {subject} --> {last}"] = None
        for column in one.path.stored_in:
            stored = node("column", column)
            lines[f"  {last} --> {stored}"] = None
            last = stored
        arrow = "-->" if one.state == "live" else "-.->"
        lines[f"  {last} {arrow} {node('place', one.name)}"] = None
    return list(lines)


def _label(text: str) -> str:
    return mermaid(text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1]}…")
