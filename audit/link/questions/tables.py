"""What the text around a name says of tables and columns."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from audit.link.questions.words import each_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYWORDS = (b"from", b"join", b"into", b"update", b"table")
_INTRODUCING = (*_KEYWORDS, b"${")
_SCHEMA = re.compile(rb"""["`]?[\w$]+["`]?\.\Z""")
_RAW = (b"sql.raw(", b"sql.identifier(", b"sql(")
_WORD = string.ascii_letters.encode() + string.digits.encode() + b"_"
_TAKING = (b"select", b"returning")
_ALL = re.compile(rb"\s+(?:\w+\.)?\*")
_QUOTES = (b"'", b'"', b"`")
_TABLE = (b"able", b"ABLE")
_NEAR = 20_000
_FAR = 400
_OPEN, _CLOSE = b"()"
_ALONE = rb"(?:[=?:,\[{>]|\breturn)\s*(%s)\s*(?:[,;:}\])\n!]|as\b|satisfies\b|if\b|else\b|\Z)"
_MADE = rb"(?:Object\.\w+\(|new\s+\w+(?:<[^\n]*?>)?\()*"
_CONSTANT = rb"^(?:export\s+)?(?:(?:const|let|var)\s+)?[\w$]+(?::[^\n]*?)?\s*=\s*" + _MADE
_IS = re.compile(_CONSTANT + rb"\Z", re.MULTILINE)
_IS_ENDED = re.compile(rb"\s*[;)\n]")
_HOLDS = re.compile(_CONSTANT + rb"[\[{](?:[^;]{0,2000}?[,:\[{\s])?\Z", re.MULTILINE)
_HELD_ENDED = re.compile(rb"\s*[,}\]]")
_GIVES = re.compile(
    rb"^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\b|def\b|(?:const|let|var)\s+[\w$]+[^\n;{]*(?==>))"
    rb"[\s\S]{0,2000}?(?:\breturn|=>|[?:])\s*\Z",
    re.MULTILINE,
)
_GIVEN_ENDED = re.compile(rb"\s*(?:[,;:})\n]|as\b|if\b|else\b|\Z)")
_GIVEN_BEHIND = (b"return", b">", b"?", b":")
_HEAD = 2_400
"""How far before a name a constant or a function may begin that holds it, or gives it."""
_IMPORTS = re.compile(
    rb"\bimport\b[^'\";=]*?\bfrom\b|\bexport\s*\{[^}]*\}|\bfrom\s+[\w.]+\s+import\s+(?:\([^)]*\)|[^\n]*)"
)
_ENDS_ARGUMENT = re.compile(rb"(?:\.[\w$]+)?\s*[,)}]")
_TYPES = re.compile(rb"<[^<>()]*>\Z")
_AHEAD = 80
_DECLARES = re.compile(
    rb"(?:[tT]able|[dD]efine|[eE]ntity|[mM]odel)\w*\(\s*\{?\s*(?:\w+:\s*)?['\"`]$"
    rb"|(?i:(?:create|alter)\s+table\s+(?:if\s+not\s+exists\s+|if\s+exists\s+|only\s+)*[\w.\"`]*?[\"`.]?)$"
)
_STOP = re.compile(rb"\n(?:export |const |\}?\);?[ \t]*\n)|;[ \t]*\n|-->")


def means_table(source: bytes, name: bytes) -> bool:
    """May the name be a table's: imported, a member, quoted, in a hole or behind a keyword of SQL?"""
    return any(_names_table(source, at, at + len(name)) for at in each_word(source, name))


def in_sql(source: bytes, name: bytes) -> bool:
    """Is the name a table's by the SQL around it: quoted, or behind a keyword; a text where texts are made to SQL?"""
    size, places = len(name), words(source, name)
    if any(_is_sql(source, at, at + size) for at in places):
        return True
    texts = any(source[at - 1 : at] == source[at + size : at + size + 1] == b"'" for at in places)
    return texts and any(one in source for one in _RAW)


def is_given(source: bytes, name: bytes) -> bool:
    """Is the name given to a call, a member of it read, or does it stand for a value?"""
    size = len(name)
    near = ((source[at - 1 : at], source[at + size : at + size + 1]) for at in each_word(source, name))
    return any(before in (b"(", b".") or after in (b")", b".") for before, after in near) or stands(source, name)


def handed(source: bytes, name: bytes, known: re.Pattern[bytes]) -> tuple[int, ...]:
    """Where the name, or a member of it, is given to a call of no known name, or in an object that is given."""
    size = len(name)
    found = (at for at in each_word(source, name) if _ENDS_ARGUMENT.match(source, at + size))
    return tuple(at for at in found if (callee := _called(source, at)) and known.fullmatch(callee) is None)


def stands(source: bytes, name: bytes) -> bool:
    """Does the name stand for a value by itself: assigned, chosen, listed, put into an object or returned?"""
    alone = re.compile(_ALONE % re.escape(name))
    found = [one.start(1) for one in alone.finditer(source)]
    imported = [one.span() for one in _IMPORTS.finditer(source)] if found else []
    return any(not any(start <= at < end for start, end in imported) for at in found)


def held_by_constant(source: bytes, name: bytes) -> bool:
    """Is there a constant that is the name, or a list, an object or a map with it, or a function that gives it?

    Looked for from the name back: most functions of a file do not end in it.
    """
    return any(_is_held(source, at, at + len(name)) for at in each_word(source, name))


def _is_held(source: bytes, at: int, end: int) -> bool:
    start = max(0, at - _HEAD)
    if _IS_ENDED.match(source, end) is not None and _IS.search(source, start, at) is not None:
        return True
    if _HELD_ENDED.match(source, end) is not None and _HOLDS.search(source, start, at) is not None:
        return True
    gives = source[start:at].rstrip().endswith(_GIVEN_BEHIND) and _GIVEN_ENDED.match(source, end) is not None
    return gives and _GIVES.search(source, start, at) is not None


def _called(source: bytes, at: int) -> bytes:
    """The name of the call in whose arguments an offset is, as far as it stands near; a method's with its dot."""
    open_, start = 0, max(0, at - _FAR)
    for here in range(at - 1, start, -1):
        if source[here] == _CLOSE:
            open_ += 1
        elif source[here] == _OPEN and open_:
            open_ -= 1
        elif source[here] == _OPEN:
            end = _TYPES.sub(b"", source[start:here])
            at = _before(end, len(end), _WORD + b"$")
            return end[at - (end[at - 1 : at] == b".") :]
    return b""


def renamings(source: bytes, name: bytes) -> tuple[str, ...]:
    """What imports call the name."""
    size = len(name)
    found = (re.match(rb"\s+as\s+([\w$]+)", source[at + size : at + size + 80]) for at in each_word(source, name))
    return tuple(one[1].decode() for one in found if one is not None)


def stars(source: bytes) -> tuple[int, ...]:
    """Where SQL takes all columns of something: `select *`, `returning t.*`, `, t.*`; where it begins to say so.

    From the words and the dots that it needs: as a pattern it looks at every letter, and most stars are of comments.
    """
    lower = source.lower()
    found = {at for word in _TAKING for at in _each(lower, word) if _ALL.match(source, at + len(word))}
    found.update(at for dot in _each(source, b".*") if (at := _comma_before(source, dot)) >= 0)
    return tuple(sorted(found))


def _each(source: bytes, text: bytes) -> Iterator[int]:
    at = source.find(text)
    while at >= 0:
        yield at
        at = source.find(text, at + 1)


def _comma_before(source: bytes, dot: int) -> int:
    """The comma in front of what a dot is read from, -1 where none stands there."""
    named = _before(source, dot, _WORD)
    at = _before(source, named, b" \t\n\r\f\v")
    return at - 1 if named < dot and source[at - 1 : at] == b"," else -1


def _before(source: bytes, at: int, kind: bytes) -> int:
    """Where the characters of a kind begin that stand before an offset."""
    while at > 0 and source[at - 1] in kind:
        at -= 1
    return at


def _is_named(source: bytes, at: int) -> bool:
    """Does a call take it as a text (`db('items')`)?"""
    return source[at - 1 : at] in (b"'", b'"') and source[at - 2 : at - 1] == b"("


def _is_sql(source: bytes, at: int, end: int) -> bool:
    if _is_named(source, at):
        return True
    if source[at - 1 : at] in (b'"', b"`") or source[end : end + 1] in (b'"', b"`"):
        return True
    before = source[max(0, at - 80) : at]
    if before[-1:] == b".":
        before = _SCHEMA.sub(b"", before)
    return before.rstrip().lower().endswith(_KEYWORDS)


def _names_table(source: bytes, at: int, end: int) -> bool:
    if source[at - 1 : at] in (b".", b'"', b"`") or source[end : end + 1] in (b'"', b"`"):
        return True
    if _is_named(source, at):
        return True
    before = source[max(0, at - 40) : at].rstrip().lower()
    if before.endswith(_INTRODUCING):
        return True
    after = source[end : end + 40].lstrip()
    return before.endswith((b"{", b",")) and after.startswith((b",", b"}", b"as "))


def column_at(source: bytes, table: str, name: str) -> int | None:
    """Where a table's declaration (`pgTable("t", {`, `@Table("t")`, `create table t (`) has the column."""
    field = re.compile(rb"(?<![\w$])['\"`]?" + re.escape(name.encode()) + rb"(?![\w$])")
    text = table.encode()
    for at in _each(source, text):
        if _declares(source, at):
            end = at + len(text)
            stop = _STOP.search(source, end, end + _NEAR)
            inner = field.search(source, end, stop.start() if stop is not None else end + _NEAR)
            if inner is not None:
                return inner.start()
    return None


def calls_any(source: bytes, calls: re.Pattern[str]) -> bool:
    """Is one of these functions called?"""
    return calls.search(source.decode("utf-8", "replace")) is not None


def _declares(source: bytes, at: int) -> bool:
    """Does a table's declaration end in its name here? Most mentions of it follow neither a quote nor a `table`."""
    start = max(0, at - _AHEAD)
    near = source[at - 1 : at] in _QUOTES or any(source.find(one, start, at) >= 0 for one in _TABLE)
    return near and _DECLARES.search(source[start:at]) is not None
