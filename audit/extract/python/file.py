"""One Python file, parsed once: its outline, its statements and the occurrences of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import libcst as cst

from audit.extract.facts.outline import Damage, Outline
from audit.extract.positions import BOM
from audit.extract.python.decoding import Decoded, decoded
from audit.extract.python.guard import Verdict, judge
from audit.extract.python.lower import lower
from audit.extract.python.names import occurrences
from audit.extract.python.outline import outline, top_level
from audit.extract.python.repair import SYNTAX, Repaired, repair
from audit.extract.python.tree import Tree
from audit.extract.record import Unread

if TYPE_CHECKING:
    from audit.extract.facts.code import Stmt
    from audit.extract.facts.names import Occurrence


class Judged(NamedTuple):
    """The text of a file and the guard's verdict on it."""

    text: Decoded | None
    verdict: Verdict


class PythonFile:
    """The facts of one file, computed when asked for. Offsets are bytes of the file as it is."""

    def __init__(self, tree: Tree | None, damaged: tuple[Damage, ...]) -> None:
        self._tree, self._damaged = tree, damaged
        self._units = top_level(tree) if tree is not None else []

    def outline(self) -> Outline:
        """Imports, exports, units, classes; only a damaged region where nothing could be read."""
        return outline(self._tree) if self._tree is not None else Outline(damaged=self._damaged)

    def body(self, unit: int) -> tuple[Stmt, ...]:
        """A top-level statement, by its position in `outline().units`, lowered."""
        return lower(self._tree, self._units[unit]) if self._tree is not None else ()

    def occurrences(self, name: str) -> tuple[Occurrence, ...]:
        """Every place where the name stands, in the order of the file."""
        return occurrences(self._tree, name) if self._tree is not None else ()


def read(source: bytes, judged: Judged | None = None) -> PythonFile | Unread:
    """Parse a file in this process; `Unread` with the reason where it must not or cannot be parsed.

    A file with syntax errors is read as far as that goes and has damaged regions. What passes the guard can
    still take seconds: `records` gives what is doubtful a process and a deadline of its own.
    """
    made, verdict = judged or judged_text(source)
    if made is None:
        return Unread("encoding")
    if verdict.reason is not None:
        return Unread(verdict.reason)
    try:
        return _placed(source, made)
    except RecursionError:
        return Unread("too-deep")


def judged_text(source: bytes) -> Judged:
    """The text of a file, None when its bytes are not text, and what is to be expected of it."""
    made = decoded(source)
    return Judged(made, judge(made.text) if made is not None else Verdict(None))


def _placed(source: bytes, made: Decoded) -> PythonFile | Unread:
    try:
        parsed = Repaired(cst.parse_module(made.text), made.text, ())
    except cst.ParserSyntaxError as error:
        if "too many indentation levels" in error.message:
            return Unread("too-deep")
        parsed = _repaired(source, made)
    except (
        cst.CSTValidationError,
        cst.CSTLogicError,
    ):  # libcst's own faults: strings of two kinds side by side
        parsed = _repaired(source, made)
    if parsed.module is None:
        return PythonFile(None, parsed.damaged)
    tree = Tree(parsed.module, source, Decoded(parsed.text, made.encoding), parsed.damaged)
    if not tree.placed:  # every offset would be in doubt
        return PythonFile(None, (Damage(0, len(source), SYNTAX),))
    return PythonFile(tree, parsed.damaged)


def _repaired(source: bytes, made: Decoded) -> Repaired:
    return repair(made.text, made.encoding, len(BOM) if source.startswith(BOM) else 0)
