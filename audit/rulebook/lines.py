"""On which line each key of a TOML text stands: a scan for positions, only for when there is a problem."""

import re
from collections.abc import Iterator

from audit.rulebook.problems import Key

_WORD = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_TEXT = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
_PLAIN = re.compile(r"[^,\]}\s#]+(?:[ ][0-9:.+-]+)?")


def lines_of(text: str) -> dict[Key, int]:
    """The 1-based line of each table, key and array element in `text`, which must be valid TOML."""
    return dict(_Scan(text).everything())


def line_of(lines: dict[Key, int], key: Key) -> int:
    """The line of `key`, or of what is nearest around it."""
    while key and key not in lines:
        key = key[:-1]
    return lines.get(key, 1)


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.counts: dict[Key, int] = {}

    def everything(self) -> Iterator[tuple[Key, int]]:
        table: Key = ()
        self.blank()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                line = self.line()
                table = self.header()
                yield table, line
            else:
                yield from self.pair(table)
            self.blank()

    def line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1

    def blank(self) -> None:
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def header(self) -> Key:
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        key = self.placed(self.words())
        self.at += 2 if many else 1
        if not many:
            return key
        self.counts[key] = self.counts.get(key, -1) + 1
        return (*key, self.counts[key])

    def placed(self, words: list[str]) -> Key:
        """`words` with the position of the latest element wherever an array of tables is passed."""
        key: Key = ()
        for word in words[:-1]:
            key = (*key, word)
            key = (*key, self.counts[key]) if key in self.counts else key
        return (*key, words[-1])

    def words(self) -> list[str]:
        words: list[str] = []
        self.blank()
        while found := _WORD.match(self.text, self.at):
            self.at = found.end()
            words.append(found.group().strip("\"'"))
            self.blank()
            if self.text[self.at : self.at + 1] == ".":
                self.at += 1
                self.blank()
        return words

    def pair(self, table: Key) -> Iterator[tuple[Key, int]]:
        line = self.line()
        start = self.at
        key = (*table, *self.words())
        yield key, line
        self.at += 1
        self.blank()
        yield from self.value(key)
        self.at = max(self.at, start + 1)

    def value(self, key: Key) -> Iterator[tuple[Key, int]]:
        char = self.text[self.at : self.at + 1]
        if char == "[":
            yield from self.elements(key)
        elif char == "{":
            yield from self.inline(key)
        elif found := (_TEXT if char in "\"'" else _PLAIN).match(self.text, self.at):
            self.at = found.end()

    def elements(self, key: Key) -> Iterator[tuple[Key, int]]:
        position = 0
        while not self.closes("]"):
            element = (*key, position)
            yield element, self.line()
            start = self.at
            yield from self.value(element)
            self.at = max(self.at, start + 1)
            position += 1

    def inline(self, key: Key) -> Iterator[tuple[Key, int]]:
        while not self.closes("}"):
            yield from self.pair(key)

    def closes(self, closing: str) -> bool:
        """Go past what opens or separates; whether `closing`, or the end of the text, was reached."""
        if self.text[self.at] in "[{,":
            self.at += 1
        self.blank()
        if self.text[self.at : self.at + 1] == ",":
            self.at += 1
            self.blank()
        if self.at >= len(self.text) or self.text[self.at] == closing:
            self.at += 1
            return True
        return False
