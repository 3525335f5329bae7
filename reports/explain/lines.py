"""The lines of an answer: foreign text, how deep it stands, and what it is, for colour."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from reports.safe import safe_terminal

Kind = Literal["heading", "place", "code", "good", "bad", "aside", "plain"]


class Line(NamedTuple):
    """One line; `text` is foreign and not yet safe."""

    text: str
    kind: Kind = "plain"
    indent: int = 0


def as_text(lines: Iterable[Line]) -> str:
    """The lines as plain text."""
    return "".join(f"{' ' * line.indent}{safe_terminal(line.text)}".rstrip() + "\n" for line in lines)
