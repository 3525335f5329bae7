"""Text and holes into tokens, and tokens into groups by their brackets. Nothing is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from audit.extract.sql.facts import Hole

Piece = str | int


class Token(NamedTuple):
    """`kind`: word (text in lower case), name (quoted), string, number, hole, op. A string may hold holes."""

    kind: str
    text: str = ""
    hole: Hole | None = None
    holes: tuple[Hole, ...] = ()


class Group(NamedTuple):
    """What stands between brackets; `opener` is "(" or "["."""

    opener: str
    items: tuple[Node, ...]


Node = Token | Group
Nodes = Sequence[Node]
_MARK = "\ue000"
_END = "\ue001"
_DEEPEST = 60
_TOKEN = re.compile(
    r"""
      (?P<blank>\s+|--[^\n]*|/\*(?s:.*?)(?:\*/|\Z))
    | (?P<string>(?:\b[eEnNxXbBuU]&?)?'(?:[^'\\]|''|\\.)*(?:'|\Z))
    | (?P<dollar>\$(?P<tag>[A-Za-z_]\w*)?\$(?s:.*?)(?:\$(?P=tag)\$|\Z))
    | (?P<dollars>\$\$(?s:.*?)(?:\$\$|\Z))
    | (?P<quoted>"(?:[^"]|"")*(?:"|\Z)|`[^`]*(?:`|\Z))
    | (?P<hole>\ue000(?P<index>\d+)\ue001)
    | (?P<param>\$\d+|%s|%\(\w+\)s|(?<![:\w]):[A-Za-z_]\w*|(?<![@\w])@[A-Za-z_]\w*)
    | (?P<number>\d[\d_.]*(?:[eE][+-]?\d+)?)
    | (?P<word>[^\W\d][\w$]*)
    | (?P<op>::|<=>|<->|@>|<@|->>|->|\#>>|\#>|\|\||!~~\*?|!~\*?|~~\*?|~\*|<>|!=|>=|<=|:=|=>|@@|&&|\?\||\?&|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_HELD = re.compile("\ue000(\\d+)\ue001")


def tokens_of(pieces: Iterable[Piece]) -> list[Token]:
    """The tokens of text pieces and holes (integers), without blanks and comments."""
    text = "".join(
        f"{_MARK}{piece}{_END}" if isinstance(piece, int) else piece.replace(_MARK, " ").replace(_END, " ")
        for piece in pieces
    )
    return _Reader().read(text)


class _Reader:
    """Counts the parameters that have no number of their own."""

    def __init__(self) -> None:
        self.asked = 0

    def read(self, text: str) -> list[Token]:
        found: list[Token] = []
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or ""
            for name in ("dollar", "hole"):
                if match[name] is not None:
                    kind = name
            if kind != "blank":
                found.append(self._token(kind, match[0], found))
        return found

    def _token(self, kind: str, text: str, before: list[Token]) -> Token:
        if kind == "hole":
            return Token("hole", hole=int(text[1:-1]))
        if kind == "quoted":
            return Token("name", _HELD.sub("?", text[1:-1].replace('""', '"')), holes=_holes(text))
        if kind in ("string", "dollar", "dollars"):
            return Token("string", _HELD.sub("?", text), holes=_holes(text))
        if kind == "param" or (text == "?" and _asks(before)):
            return Token("hole", hole=self._parameter(text))
        if kind == "word":
            return Token("word", text.lower())
        return Token(kind, text)

    def _parameter(self, text: str) -> str:
        if text in ("?", "%s"):
            self.asked += 1
            return str(self.asked - 1)
        if text.startswith("$"):
            return str(int(text[1:]) - 1)
        return text.strip("%():@").removesuffix(")s")


def groups_of(tokens: list[Token]) -> tuple[Node, ...]:
    """Tokens nested by their brackets; what has no partner, or lies too deep, stays flat."""
    stack: list[tuple[str, list[Node]]] = [("", [])]
    for token in tokens:
        if token.kind == "op" and token.text in "([" and len(stack) < _DEEPEST:
            stack.append((token.text, []))
        elif token.kind == "op" and token.text in ")]" and len(stack) > 1:
            opener, items = stack.pop()
            stack[-1][1].append(Group(opener, tuple(items)))
        else:
            stack[-1][1].append(token)
    while len(stack) > 1:
        opener, items = stack.pop()
        stack[-1][1].append(Group(opener, tuple(items)))
    return tuple(stack[0][1])


def holes_in(nodes: Nodes) -> Iterator[Hole]:
    """The holes in a run, also between brackets; none that is part of a name."""
    for node in nodes:
        if isinstance(node, Group):
            yield from holes_in(node.items)
        elif node.kind in ("hole", "string"):
            yield from node.holes if node.hole is None else (node.hole,)


def _holes(text: str) -> tuple[Hole, ...]:
    return tuple(int(index) for index in _HELD.findall(text))


def _asks(before: list[Token]) -> bool:
    """Is `?` a parameter here, and no operator of JSON?"""
    if not before:
        return False
    last = before[-1]
    if last.kind == "op":
        return last.text not in ")]"
    return last.kind == "word" and last.text in _BEFORE_VALUE


_BEFORE_VALUE = frozenset(
    (
        "and",
        "or",
        "not",
        "in",
        "like",
        "ilike",
        "between",
        "values",
        "limit",
        "offset",
        "then",
        "else",
        "when",
        "set",
        "select",
    )
)
