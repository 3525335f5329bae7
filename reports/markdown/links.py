"""Names of files as links: relative ones that outlive an edit, or permalinks with lines."""

import posixpath
import re
from typing import Final, NamedTuple

from audit.model import Access, Evidence
from reports.escapes import markdown, markdown_code, uri

_LINE: Final = re.compile(r"(\.[A-Za-z]{1,4})(?::\d+)+\b")
"""A line behind a file's name."""


class Links(NamedTuple):
    """How the document refers to code. `folder` is where it will stand, below the root; None: outside of it.

    `base` is the address of the scanned commit; with it links carry lines.
    """

    folder: str | None
    base: str | None

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
        """A sentence of the report; without lines in the committed form."""
        return markdown(text if self.base is not None else _LINE.sub(r"\1", text))

    def evidence(self, evidence: tuple[Evidence, ...], most: int) -> str:
        """`note (file)` for the first few facts, and how many there are beyond them."""
        told = list(dict.fromkeys(self._fact(one) for one in evidence))
        left = f" and {len(told) - most:,} more" if len(told) > most else ""
        return "; ".join(told[:most]) + left

    def _fact(self, one: Evidence) -> str:
        where = self.file(one.file, one.line) if one.file else ""
        note = self.note(one.note)
        return f"{note} ({where})" if note and where else note or where
