"""What both programs know of their files: contents, facts, positions, and which could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

from audit.extract.positions import Lines, Position
from audit.source import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.extract.reading import Reader
    from audit.source import Snapshot
    from audit.source.asked import Asked

F = TypeVar("F")
T = TypeVar("T")
P = ParamSpec("P")


class Sources(Generic[F]):
    """The files of one family of languages in a snapshot, with facts of type F."""

    def __init__(self, snapshot: Snapshot, reader: Reader, files: Iterable[str]) -> None:
        self.snapshot, self.reader = snapshot, reader
        self.files = tuple(files)
        self.scripts = frozenset(self.files)
        self.unread: dict[str, str] = {}
        self._facts: dict[str, F | None] = {}
        self._lines: dict[str, Lines] = {}
        self.noted: Asked = snapshot.asked

    def source(self, path: str) -> bytes | None:
        """The bytes of a file, None (and an entry in `unread`) when it cannot be read.

        Any edit of the file is then one that may matter: `ask` and `text` say what of it does.
        """
        self.noted.whole.add(path)
        return self.peek(path)

    def peek(self, path: str) -> bytes | None:
        """The same for whoever notes what of it mattered."""
        found = self.snapshot.peek(path)
        if isinstance(found, Unreadable):
            self.noted.whole.add(path)
            self.unread[path] = found.reason
            return None
        return found

    def ask(self, path: str, question: Callable[Concatenate[bytes, P], T], *args: P.args, **_: P.kwargs) -> T:
        """What a function says of the bytes of a file, once: edits that leave the answer as it was do not matter.

        The function is one of a module and pure; it is named in what is kept, with arguments and answer: plain values.
        """
        key = (path, question, args)
        answers = self.noted.answers
        if key not in answers:
            answers[key] = self._answer(path, question, args)
        found: T = answers[key]
        return found

    def text(self, path: str, start: int, end: int) -> bytes:
        """A part of a file."""
        self.noted.up_to(path, end)
        return (self.peek(path) or b"")[start:end]

    def parsed(self) -> tuple[str, ...]:
        """The files that have been looked into so far."""
        return tuple(sorted(path for path, facts in self._facts.items() if facts is not None))

    def lines(self, path: str) -> Lines:
        """The lines of a file that was read."""
        self.noted.up_to(path, len(self.peek(path) or b""))
        return self._lines_of(path)

    def position(self, path: str, offset: int) -> Position:
        """Line and column of a byte offset."""
        self.noted.up_to(path, offset)
        return self._lines_of(path).position(offset)

    def _lines_of(self, path: str) -> Lines:
        if path not in self._lines:
            self._lines[path] = self._answer(path, Lines, ())
        return self._lines[path]

    def _answer(self, path: str, question: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        data = self.peek(path)
        return question(b"", *args) if data is None else self.snapshot.answer(path, data, question, args)
