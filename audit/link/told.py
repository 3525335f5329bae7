"""What a run has asked, as plain values: to be told to another process, and to be kept for another run.

Files are numbers, their positions in the listing: not every name of a file can be written.
"""

from __future__ import annotations

import hashlib
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from audit.extract.version import tool

if TYPE_CHECKING:
    from audit.link.program import Program
    from audit.source.asked import Question, Search

_SIZE = 16
_HOME = "audit.link.questions"


class OfFile(msgspec.Struct, array_like=True, gc=False):
    """What was asked of one file. `answers` leads from a question with its arguments to a digest of the answer;
    `names` and `units` are None where no facts were asked for; `taken` leads from the specifiers that mean a module
    whose importers were asked for to the clauses behind them.
    """

    whole: bool = False
    until: int = -1
    answers: dict[bytes, bytes] = {}
    names: tuple[str, ...] | None = None
    units: tuple[int, ...] = ()
    taken: dict[str, tuple[bytes | None, ...]] = {}
    specifiers: bytes | None = None


class Searched(msgspec.Struct, array_like=True, gc=False):
    """Which of some files (None: of all) hold which texts."""

    among: tuple[int, ...] | None
    found: dict[bytes, tuple[int, ...]]


class Told(msgspec.Struct, array_like=True, gc=False):
    """All of it."""

    files: dict[int, OfFile]
    searches: tuple[Searched, ...]


class Mark(Struct, frozen=True, order=True):
    """How much had been asked at some time: so many answers and searches, and who imports whom, or not."""

    answers: int = 0
    searches: int = 0
    imports: bool = False


START = Mark()


def mark_of(program: Program) -> Mark:
    """How much has been asked so far."""
    asked = program.snapshot.asked
    return Mark(len(asked.answers), len(asked.searches), program.knows_imports)


def plain(value: object) -> object:
    """A pattern as a value that can be written."""
    if isinstance(value, re.Pattern):
        return {"pattern": value.pattern, "flags": value.flags}
    raise NotImplementedError(f"{type(value)} in a question")


_encoder = msgspec.msgpack.Encoder(enc_hook=plain)
_arguments = msgspec.msgpack.Decoder(tuple[str, list[Any]])


def get_ready(program: Program) -> None:
    """Work out what a kept report rests on and no later question changes, while other processes may still be at work:
    what stands for the tool, for the files that are held, and for their specifiers.
    """
    tool()
    program.snapshot.ids_ahead()
    for path, specifiers, _ in program.asked_imports():
        program.digests[path] = digest(specifiers)


def told(program: Program, since: Mark = START) -> Told:
    """What a program and its snapshot were asked, also in other processes.

    With `since` for a process that knows all that was asked until then: nearly nothing but what came after.
    """
    asked = program.snapshot.asked
    numbers = {path: number for number, path in enumerate(program.snapshot.files())}
    files: dict[int, OfFile] = {}

    def of(path: str) -> OfFile:
        return files.setdefault(numbers.get(path, -1), OfFile())

    for path in asked.whole:
        of(path).whole = True
    for path, end in asked.until.items():
        of(path).until = end
    for (path, question, args), answer in islice(asked.answers.items(), since.answers, None):
        one = of(path)
        one.answers = one.answers or {}
        one.whole = one.whole or question.__qualname__ != question.__name__  # what has no name cannot be asked again
        one.answers[asking(question, args)] = digest(answer)
    for path, (names, units) in program.asked_facts().items():
        one = of(path)
        one.names, one.units = tuple(sorted(names)), tuple(sorted(units))
    for path, specifiers, taken in program.asked_imports():
        if taken or not since.imports:
            one = of(path)
            one.specifiers, one.taken = program.digests.get(path) or digest(specifiers), taken
    files.pop(-1, None)  # what is not listed; whether it is, a tree of the same files answers as before
    here = Told(files, _searches(asked.searches[since.searches :], numbers))
    for other in asked.told:
        here = _both(here, other)
    return here


def asking(question: Question, args: tuple[Any, ...]) -> bytes:
    """A question by its name, with its arguments. One outside of the modules of questions costs loading its module."""
    return _encoder.encode((f"{question.__module__.removeprefix(_HOME)}:{question.__name__}", args))


def question_of(text: bytes) -> tuple[Question, tuple[Any, ...]]:
    """What `asking` wrote. The modules of questions import nothing: whoever asks again need not load the engine."""
    from importlib import import_module

    name, args = _arguments.decode(text)
    module, _, function = name.partition(":")
    home = _HOME if module[:1] in ("", ".") else ""
    question: Question = getattr(import_module(f"{home}{module}"), function)
    return question, tuple(map(_meant, args))


def digest(answer: object) -> bytes:
    """What stands for an answer."""
    return hashlib.blake2b(_encoder.encode(answer), digest_size=_SIZE).digest()


def _searches(asked: list[Search], numbers: dict[str, int]) -> tuple[Searched, ...]:
    grouped: dict[tuple[str, ...] | None, dict[bytes, tuple[str, ...]]] = {}
    for one in asked:
        grouped.setdefault(one.among, {}).update(one.found)
    return tuple(
        Searched(
            None if among is None else tuple(numbers[path] for path in among),
            {text: tuple(numbers[path] for path in paths) for text, paths in found.items()},
        )
        for among, found in grouped.items()
    )


def _both(here: Told, other: Told) -> Told:
    files = dict(here.files)
    for path, more in other.files.items():
        mine = files.get(path)
        files[path] = more if mine is None else _joined(mine, more)
    return Told(files, (*here.searches, *other.searches))


def _joined(one: OfFile, other: OfFile) -> OfFile:
    known = one.names is not None or other.names is not None
    return OfFile(
        one.whole or other.whole,
        max(one.until, other.until),
        one.answers | other.answers,
        tuple(sorted({*(one.names or ()), *(other.names or ())})) if known else None,
        tuple(sorted({*one.units, *other.units})),
        one.taken | other.taken,
        one.specifiers or other.specifiers,
    )


def _meant(value: Any) -> Any:
    if isinstance(value, dict):
        return re.compile(value["pattern"], value["flags"])
    return tuple(map(_meant, value)) if isinstance(value, list) else value
