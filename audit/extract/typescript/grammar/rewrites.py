"""Syntax that the grammar does not know, and what of the same length stands for it.

Only a file whose tree holds an error is searched for these. What is written instead need not mean the same,
it must hold the same calls at the same bytes: text is read from the file as it is, never from what was
parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from audit.extract.typescript.grammar.typeargs import closing


class Edit(NamedTuple):
    """`text` stands for the bytes from `start` on."""

    start: int
    text: bytes


def blank(source: bytes, start: int, end: int) -> Edit:
    """Spaces for all that is no line break; of a comment nothing is left."""
    return Edit(start, _NO_BREAK.sub(b" ", source[start:end]))


def unknown(source: bytes) -> Iterator[Edit]:
    """An edit for every place that looks like syntax the grammar does not know, in the order of the table."""
    for pattern, rewrite in _TABLE:
        for hit in pattern.finditer(source):
            yield from rewrite(source, hit)


def stray(source: bytes) -> Iterator[Edit]:
    """An edit for every character that is text and that the grammar takes for syntax.

    `&` that starts no entity, in elements; escapes in the types of template literals.
    """
    for hit in _AMPERSANDS.finditer(source):
        yield Edit(hit.start(), b"|" * len(hit.group()))
    for hit in _ESCAPES.finditer(source):
        yield Edit(hit.start(), b"x" * len(hit.group()))


Rewrite = Callable[[bytes, "re.Match[bytes]"], Iterator[Edit]]

_NO_BREAK: Final = re.compile(rb"[^\r\n]")
_MODIFIED: Final = rb"(?=(?:public|private|protected|static|override|readonly)\s+[\w$#\[\"'])"
_DECLARED: Final = rb"[ \t]+(?!(?:of|in|instanceof|as|satisfies)\b)(?=[A-Za-z_$])"
_GAP: Final = rb"(?:\s|/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n)*"


def _drop(source: bytes, hit: re.Match[bytes]) -> Iterator[Edit]:
    yield blank(source, *hit.span(1))


def _other_name(source: bytes, hit: re.Match[bytes]) -> Iterator[Edit]:
    """A name with its last letter in upper case is no keyword."""
    yield Edit(hit.end(1) - 1, source[hit.end(1) - 1 : hit.end(1)].upper())


def _underscore(_: bytes, hit: re.Match[bytes]) -> Iterator[Edit]:
    yield Edit(hit.start(1), b"_")


def _zero(_: bytes, hit: re.Match[bytes]) -> Iterator[Edit]:
    yield Edit(hit.start(1), b"0")


def _modifiers(text: bytes, hit: re.Match[bytes]) -> Iterator[Edit]:
    """A comma that ends a line of a comment before `const a = 1` opens no list of type parameters."""
    line = text[text.rfind(b"\n", 0, hit.start()) + 1 : hit.start()].lstrip()
    if not re.search(rb"(?<!:)//", line) and not line.startswith((b"*", b"/*")):
        yield from _drop(text, hit)


def _const(_: bytes, hit: re.Match[bytes]) -> Iterator[Edit]:
    yield Edit(hit.start(1), b"const".ljust(len(hit.group(1))))


def _type_arguments(source: bytes, hit: re.Match[bytes]) -> Iterator[Edit]:
    start = hit.end() - 1
    end = closing(source, start, min(len(source) - 1, start + 4096))
    if end >= 0:
        yield blank(source, start, end + 1)


def _name(word: bytes, after: bytes) -> tuple[re.Pattern[bytes], Rewrite]:
    """The keyword `word` where what follows shows that it is a name."""
    return re.compile(rb"(" + _whole(word) + rb")\b" + after), _other_name


def _whole(word: bytes) -> bytes:
    """The word, not the end of a longer one. A pattern that starts with a letter is found much faster."""
    return word + rb"(?<![\w$]" + word + rb")"


_TABLE: Final[tuple[tuple[re.Pattern[bytes], Rewrite], ...]] = (
    # export type * as N from 'm'; import type A = B.C
    (re.compile(rb"export\s+(type)\s*\*"), _drop),
    (re.compile(rb"import\s+(type)\s+[\w$]+\s*="), _drop),
    # import defer * as a from 'm'
    (re.compile(rb"import\s+(defer)\s*\*"), _drop),
    # import.defer('m'), import.source('m')
    (re.compile(rb"import(\.)(?:defer|source)\s*\("), _underscore),
    # { type as }, { type as as b }
    (re.compile(rb"(" + _whole(b"type") + rb")\s+as\s*(?=[,}]|as\s+[\w$])"), _drop),
    # export * from 'm' with { type: 'json' }
    (re.compile(rb"from\s*(?:'[^'\n]*'|\"[^\"\n]*\")\s*((?:with|assert)\s*\{[^{}]*\})"), _drop),
    # class A<in out T>, <const T>
    (re.compile(rb"[<,]" + _GAP + rb"((?:\b(?:in|out|const)\s+)+)(?=[A-Za-z_$])"), _modifiers),
    # accessor a = 1
    (re.compile(rb"(" + _whole(b"accessor") + rb")[ \t]+(?=[\w$#\[\"'])"), _drop),
    # an index signature that is static
    (re.compile(rb"(" + _whole(b"static") + rb")\s+(?:readonly\s+)?(?=\[\s*[\w$]+\s*:)"), _drop),
    # abstract private a: A
    (re.compile(rb"(" + _whole(b"abstract") + rb")\s+" + _MODIFIED), _drop),
    (re.compile(rb"(" + _whole(b"readonly") + rb")\s+" + _MODIFIED), _drop),
    # for (using a of b), using a = b; the longer one last, for it is written over the other
    (re.compile(rb"(" + _whole(b"using") + rb")" + _DECLARED), _const),
    (re.compile(rb"(" + _whole(b"await") + rb"[ \t]+using)" + _DECLARED), _const),
    # keywords as names
    _name(b"using", rb"(?!\s*[\w$#@\[\"'])"),
    _name(b"using", rb"(?=\s+(?:in|instanceof|as|satisfies)\b|\s*\[|\s*\n)"),
    _name(b"abstract", rb"(?!\s*[\w$#@\[\"'])"),
    _name(b"accessor", rb"(?!\s*[\w$#@\[\"'])"),
    _name(b"asserts", rb"(?=\s*[(),:]|\s+is\b)"),
    _name(b"is", rb"(?=\s*[(),:]|\s+is\b)"),
    # (string) => void
    (
        re.compile(rb"[(,]\s*(string|number|boolean|any|unknown|void|never|object|symbol|bigint)\s*(?=[,)])"),
        _other_name,
    ),
    # 1.1_0
    (re.compile(rb"(_)(?<=\d_)(?=\d)"), _zero),
    # a ?.5 : b
    (re.compile(rb"\?(\.)\d"), _drop),
    # import('m').A<B> as a type
    (re.compile(rb"import\s*\(\s*(?:'[^'\n]*'|\"[^\"\n]*\")\s*\)(?:\s*\.\s*[\w$]+)*\s*<"), _type_arguments),
)

_AMPERSANDS: Final = re.compile(rb"&(?<!&&)&*(?![&=]|\w+;|#\d+;|#[xX][\da-fA-F]+;)")
_ESCAPES: Final = re.compile(rb"\\[^\r\n]")
