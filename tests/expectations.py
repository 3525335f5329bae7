"""Read what a sample project expects of the tool from comments on the very lines.

A comment opens with `//`, `#`, `--` or `/*` and goes on at once with a mark; marks stand apart by ` ; ` (a
semicolon with blanks on both sides), and a part without a word of its own belongs to the mark before it:

    fetch(`${base()}/health`);  // expect: request GET /health
    use(getItem, findItems);    // expect: reference getItem ; reference findItems
    return fetchImpl(url);      // here: sends ; ok: a wrapper's own line is no access

What must be found, and nothing else may be (`Word.STRICT`; two equal accesses on a line are written twice):

    expect: call SUBJECT              an access: call, reference, request or database, then its subject:
    expect: request GET /path/{}      an export, METHOD and path, or the variable's name; then, in this order,
      … through PLACE, PLACE          the lines between, as `deploy-guard.ts:34` (any tail of the path),
                                      `34` (this file), or a label that stands on that line: `here: label`
      … (test)  (client, wrapper)     the scope when it is not production, and whether it is a wrapper
    unresolved: why                   an entry of coverage.unresolved on this line; the text is for readers
    damaged: why                      an entry of coverage.damaged that starts on this line
    unanalysed: REASON                an entry of coverage.unanalysed for this file, on any of its lines

What must be found, while the unmarked may be found as well (`Word.ASKED`):

    look-alike: NAME                  an entry of coverage.look_alikes on this line
    gate: STATE                       gate.state of an access on this line
    chain: STATE                      a chain of callers that begins on this line, at any access
    defect: KIND                      a defect of a gate on this line
    reach: REACH                      reach of an access on this line
    keyed: KIND COLUMN                an entry of keyed_by of an access on this line; COLUMN may be left out
    sink: KIND ROUTE|COLUMN|CHANNEL   a sink of some path on this line; one item for each route and column
    proven: KIND ROUTE|COLUMN|CHANNEL a sink that a proven path leads to; possible: one that only others lead to
    escape: REASON                    a place on this line where a value was lost

What is said to readers: `ok: why` marks the good twin, a line on which no access may be found; `here: label`
names a line, once in a project. Lines end at a line feed and count from one, as in the report.
"""

from __future__ import annotations

import difflib
import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Word(Enum):
    """The word that opens a mark."""

    EXPECT = "expect"
    UNRESOLVED = "unresolved"
    DAMAGED = "damaged"
    UNANALYSED = "unanalysed"
    LOOK_ALIKE = "look-alike"
    GATE = "gate"
    CHAIN = "chain"
    DEFECT = "defect"
    REACH = "reach"
    KEYED = "keyed"
    SINK = "sink"
    PROVEN = "proven"
    POSSIBLE = "possible"
    ESCAPE = "escape"
    OK = "ok"
    HERE = "here"


STRICT = frozenset({Word.EXPECT, Word.UNRESOLVED, Word.DAMAGED, Word.UNANALYSED})
ASKED = frozenset({
    Word.LOOK_ALIKE, Word.GATE, Word.CHAIN, Word.DEFECT, Word.REACH, Word.KEYED, Word.SINK, Word.ESCAPE,
    Word.PROVEN, Word.POSSIBLE,
})  # fmt: skip
PROSE = frozenset({Word.UNRESOLVED, Word.DAMAGED})


class Mark(NamedTuple):
    """One mark as it is written: its word, and the text behind the colon."""

    word: Word
    text: str


class Access(NamedTuple):
    """What `expect:` says; `through` as written, until the project's labels are known."""

    kind: str
    subject: str
    through: tuple[str, ...] = ()
    scope: str = "production"
    wrapper: bool = False


class Item(NamedTuple):
    """One thing on one line, wanted or found, compared by `text`; line 0 is the file as a whole."""

    file: str
    line: int
    word: Word
    text: str


class ExpectationError(ValueError):
    """A mark that cannot be read; the message says where and why."""


def marks(line: str) -> list[Mark]:
    """The marks of one line, in order; none when no comment on it opens with a mark."""
    opened = _COMMENT.search(line)
    if opened is None:
        return []
    found: list[Mark] = []
    for part in _SEPARATOR.split(opened["marks"].strip()):
        word, text = _word(part)
        if word is None and not found:
            return []
        found.append(Mark(word or found[-1].word, text))
    return found


def comment(said: list[Mark], opener: str = "//") -> str:
    """The comment that `marks` reads back as `said`."""
    return f"{opener} {' ; '.join(f'{word.value}: {text}' for word, text in said)}"


def access(text: str) -> Access:
    """Read the text of an `expect:`; raise ExpectationError when it is none."""
    read = _ACCESS.fullmatch(text)
    if read is None:
        raise ExpectationError(f"cannot read 'expect: {text}'")
    flags = frozenset(re.split(r", *", read["flags"])) if read["flags"] else frozenset()
    if len(scopes := sorted(flags - {"wrapper"}) or ["production"]) > 1:
        raise ExpectationError(f"more than one scope in 'expect: {text}'")
    through = tuple(re.split(r", *", read["through"])) if read["through"] else ()
    return Access(read["kind"], read["subject"], through, scopes[0], "wrapper" in flags)


def phrase(wanted: Access) -> str:
    """The text behind `expect:` that reads back as this access, its parts in the one order there is."""
    flags = [wanted.scope] * (wanted.scope != "production") + ["wrapper"] * wanted.wrapper
    through = f" through {', '.join(wanted.through)}" if wanted.through else ""
    tail = f" ({', '.join(flags)})" if flags else ""
    return f"{wanted.kind} {wanted.subject}{through}{tail}"


def expected(root: Path) -> list[Item]:
    """Everything that the files under `root` want or allow, places of `through` resolved; sorted.

    Raise ExpectationError with file and line for a mark that cannot be read, a label that is unknown or
    stands twice, and an `ok:` beside an `expect:`.
    """
    said = list(_said(root))
    files = [path.relative_to(root).as_posix() for path in _files(root)]
    labels = _labels(said)
    items = [_item(*place, labels, files) for place in said if place[-1].word is not Word.HERE]
    _refuse_contradictions(items)
    return sorted(items, key=lambda item: (item.file, item.line, item.word.value, item.text))


_SEPARATOR = re.compile(r" +; +")
_WORDS = [word.value for word in Word]
_COMMENT = re.compile(r"(?:^|(?<=[\s{(,;>]))(?://|#|--|/\*)\s*(?P<marks>[a-z][a-z-]*: .*?)\s*(?:\*/.*)?$")
_WORD = re.compile(r"(?P<word>[a-z][a-z-]*): +(?P<text>\S.*)")
_ACCESS = re.compile(
    r"(?P<kind>call|reference|request|database) (?P<subject>\S+(?: /\S*)?)"
    r"(?: through (?P<through>[^\s,()]+(?:, *[^\s,()]+)*))?"
    r"(?: \((?P<flags>(?:test|tooling|client|wrapper)(?:, *(?:test|tooling|client|wrapper))*)\))?"
)


def _word(part: str) -> tuple[Word | None, str]:
    read = _WORD.fullmatch(part)
    if read is None:
        return None, part
    if read["word"] in _WORDS:
        return Word(read["word"]), read["text"]
    if close := difflib.get_close_matches(read["word"], _WORDS, 1, 0.8):
        raise ExpectationError(f"'{read['word']}:' is no mark; '{close[0]}:'?")
    return None, part


def _files(root: Path) -> Iterator[Path]:
    return (path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink())


def _said(root: Path) -> Iterator[tuple[str, int, Mark]]:
    for path in _files(root):
        file = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").split("\n"), 1):
            try:
                yield from ((file, number, mark) for mark in marks(line))
            except ExpectationError as error:
                raise ExpectationError(f"{file}:{number}: {error}") from None


def _labels(said: list[tuple[str, int, Mark]]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for file, line, mark in said:
        if mark.word is Word.HERE and labels.setdefault(mark.text, place := f"{file}:{line}") != place:
            raise ExpectationError(f"{place}: 'here: {mark.text}' stands at {labels[mark.text]} already")
    return labels


def _item(file: str, line: int, mark: Mark, labels: dict[str, str], files: list[str]) -> Item:
    if mark.word is Word.UNANALYSED:
        return Item(file, 0, mark.word, mark.text)
    if mark.word is not Word.EXPECT:
        return Item(file, line, mark.word, "" if mark.word in PROSE else mark.text)
    try:
        wanted = access(mark.text)
        through = tuple(_place(place, file, labels, files) for place in wanted.through)
    except ExpectationError as error:
        raise ExpectationError(f"{file}:{line}: {error}") from None
    return Item(file, line, mark.word, phrase(wanted._replace(through=through)))


def _place(place: str, file: str, labels: dict[str, str], files: list[str]) -> str:
    if place in labels:
        return labels[place]
    tail, _, line = place.rpartition(":")
    fitting = [name for name in files if name == tail or name.endswith(f"/{tail}")] if tail else [file]
    if not line.isdecimal():
        raise ExpectationError(f"no line is called '{place}'")
    if len(fitting) != 1:
        raise ExpectationError(f"'{tail}' is {len(fitting)} files")
    return f"{fitting[0]}:{line}"


def _refuse_contradictions(items: list[Item]) -> None:
    fine = {(item.file, item.line) for item in items if item.word is Word.OK}
    for item in items:
        if item.word is Word.EXPECT and (item.file, item.line) in fine:
            raise ExpectationError(f"{item.file}:{item.line}: 'ok:' and 'expect:' on one line")
