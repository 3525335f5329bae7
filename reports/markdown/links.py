"""Names of files as links: relative ones that outlive an edit, or permalinks with lines."""

import posixpath
import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final, NamedTuple

from audit.model import Access, Evidence
from reports.escapes import markdown, markdown_code, uri
from reports.words.rephrased import merged
from reports.words.sentences import FLAGGED, Flagged

_LINE: Final = re.compile(r"(\.[A-Za-z]{1,4})(?::\d+)+\b")
"""A line behind a file's name."""
_NAME: Final = re.compile(
    r"((?:GET|POST|PUT|PATCH|DELETE|SSE|WS) /(?:[^\s,;()]*[^\s,;().:])?"  # a route
    r"|(?<![\w./-])(?:[\w.-]+/)+[\w.-]+\.\w{2,3}\b"  # a file
    r"|(?<![\w./-])[a-z]\w*(?:\.[a-z_]\w*)+\b"  # a column, a member
    r"|(?<![\w./-])(?:[a-z]+[A-Z]\w*|[A-Za-z0-9]+_\w+)\b"  # a function, a table, a variable
    r"|(?<![\w-])--[a-z]+\b)"  # an option
)
"""What in a sentence is a name of code, whoever wrote it."""


class Links(NamedTuple):
    """How the document refers to code. `folder` is where it will stand, below the root; None: outside of it.

    `base` is the address of the scanned commit; with it links carry lines. `folds`: is there room for folded parts?
    `flagged`: what it calls a row with the flag.
    """

    folder: str | None
    base: str | None
    folds: bool = True
    flagged: Flagged = FLAGGED

    def file(self, file: str, line: int, *, whole: bool = False) -> str:
        """A link to the file that shows its folder and name, or its whole path."""
        if not file:
            return "an unknown file"
        shown = file if whole else "/".join(file.split("/")[-2:])
        if self.base is not None:
            return f"[{markdown_code(f'{shown}:{line}')}]({self.base}/{uri(file)}#L{line})"
        if self.folder is None:
            return markdown_code(shown)
        return f"[{markdown_code(shown)}]({uri(posixpath.relpath(file, self.folder or '.'))})"

    def access(self, access: Access, *, whole: bool = False) -> str:
        """`file · function`."""
        return f"{self.file(access.file, access.line, whole=whole)} · {markdown_code(access.function)}"

    def note(self, text: str) -> str:
        """A sentence of the report; what stands in backticks, and names of code, as code.

        Without lines in the committed form.
        """
        said = text if self.base is not None else _LINE.sub(r"\1", text)
        parts = said.split("`")
        if len(parts) % 2 == 0:
            return markdown(said)
        told = (markdown_code(part) if at % 2 else _prose(part, first=not at) for at, part in enumerate(parts))
        return _apart(told)

    def reasons(self, several: Iterable[str]) -> str:
        """Several reasons as sentences, one after the other."""
        return " ".join(f"{self.note(reason.rstrip('.'))}." for reason in several)

    def evidence(self, evidence: Iterable[Evidence], most: int) -> str:
        """`note; note (file)` for the first few facts, those in one file together, and how many there are beyond."""
        facts = list(dict.fromkeys((self._where(one), one.note) for one in evidence))
        runs = [(where, merged(note for _, note in run)) for where, run in groupby(facts, key=lambda one: one[0])]
        told, left = [], most
        for where, notes in runs:
            told += [_facts(where, [self.note(note) for note in notes[:left]])] if left > 0 else []
            left -= len(notes)
        return "; ".join(told) + (f" and {-left:,} more" if left < 0 else "")

    def _where(self, one: Evidence) -> str:
        return self.file(one.file, one.line) if one.file else ""


def _facts(where: str, notes: list[str]) -> str:
    said = "; ".join(filter(None, notes))
    return f"{said} ({where})" if said and where else said or where


def _prose(text: str, *, first: bool) -> str:
    parts = enumerate(_NAME.split(text))
    return _apart(markdown_code(part) if at % 2 else _between(part, first=first and not at) for at, part in parts)


def _apart(told: Iterable[str]) -> str:
    """The parts in a row; between two spans of code that touch stands an empty comment, else they were one."""
    joined = ""
    for part in filter(None, told):
        joined += f"<!-- -->{part}" if joined.endswith("`") and part.startswith("`") else part
    return joined


def _between(part: str, *, first: bool) -> str:
    """Prose beside code: its spaces part it from the code, and only at the start of a line can it start a block."""
    inner = part.strip(" ")
    return part.replace(inner, markdown(inner) if first else markdown(f"({inner}")[1:]) if inner else part
