"""Facts of files, computed when somebody asks and kept by content: the one door to parsing.

Syntax trees live behind this door only, and no longer than a bounded memory allows.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import msgspec

from audit.extract.facts.code import Stmt
from audit.extract.facts.names import Occurrence
from audit.extract.facts.outline import Outline
from audit.extract.record import PASSING, Record, Unread, decoder, encode, key_of
from audit.store import NullStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from audit.extract.typescript.parse import Parsed

_PARSED_BYTES = 2 << 20
"""How much source text may be held as syntax trees at a time; a tree takes about ten times its text."""
_LATE_BYTES = 1 << 18
"""How much of them stays when what is left to do asks about few files."""
_FILES = 4000
"""How many files are remembered with what was decoded of them."""
_AT_A_TIME = 64
"""How many files' facts are encoded before they are written."""

T = TypeVar("T")


class Keeper(Protocol):
    """Where facts are kept between runs."""

    def get_many(self, keys: list[str]) -> dict[str, bytes]: ...
    def put_many(self, values: Mapping[str, bytes]) -> None: ...


_outline: msgspec.msgpack.Decoder[Outline] = msgspec.msgpack.Decoder(Outline)
_names: msgspec.msgpack.Decoder[tuple[Occurrence, ...]] = msgspec.msgpack.Decoder(tuple[Occurrence, ...])
_NOWHERE = encode(())


class FileFacts:
    """The facts of one file, each computed at most once per content."""

    def __init__(self, reader: Reader, key: str, source: bytes, dialect: str, record: Record) -> None:
        self._reader, self._key, self._source, self._dialect, self._record = reader, key, source, dialect, record
        self._memo: dict[Any, Any] = {}
        self._outline: Outline | None = None

    def outline(self) -> Outline:
        """Imports, exports, top-level statements."""
        found = self._outline
        if found is None:
            found = self._outline = _outline.decode(self._record.outline)
        return found

    def occurrences(self, name: str) -> tuple[Occurrence, ...]:
        """Every place where the name stands."""
        found = self._memo.get(name)
        if found is None:
            raw = self._record.names.get(name)
            found = _names.decode(raw) if raw is not None else self._search(name)
            self._memo[name] = found
        return found

    def body(self, unit: int) -> tuple[Stmt, ...]:
        """A top-level statement, by its position in `outline().units`, lowered."""
        found = self._memo.get(unit)
        if found is None:
            found = self._memo[unit] = self._lower(unit)
        return found

    def shared(self, name: str, unit: int, make: Callable[[], T]) -> T:
        """What is made of a statement and never changed afterwards; with the file it is known to later revisions."""
        key = (name, unit)
        if key not in self._memo:
            self._memo[key] = make()
        found: T = self._memo[key]
        return found

    def asked(self) -> tuple[set[str], set[int]]:
        """The names and the statements that were asked for so far."""
        names = {key for key in self._memo if isinstance(key, str)}
        return names, {key if isinstance(key, int) else key[1] for key in self._memo if not isinstance(key, str)}

    def outline_digest(self) -> bytes:
        """What stands for the outline."""
        return hashlib.blake2b(self._record.outline, digest_size=16).digest()

    def digest(self, names: Iterable[str], units: Iterable[int]) -> bytes:
        """What stands for the occurrences of these names and for these statements lowered."""
        whole = hashlib.blake2b(digest_size=16)
        for name in names:
            if name not in self._record.names:
                self.occurrences(name)
            whole.update(b"\0" + self._record.names.get(name, _NOWHERE))
        for unit in units:
            if unit not in self._record.bodies:
                self.body(unit)
            whole.update(b"\0" + self._record.bodies[unit])
        return whole.digest()

    def _search(self, name: str) -> tuple[Occurrence, ...]:
        if name.encode() not in self._source:
            return ()
        from audit.extract.typescript.names import occurrences

        parsed = self._reader.parsed(self._key, self._source, self._dialect)
        found = occurrences(parsed.tree, parsed.source, name)
        self._record.names[name] = encode(found)
        self._reader.changed(self._key)
        return found

    def _lower(self, unit: int) -> tuple[Stmt, ...]:
        from audit.extract.typescript.lower import decoder, lower

        raw = self._record.bodies.get(unit)
        if raw is not None:
            return decoder().decode(raw)
        parsed = self._reader.parsed(self._key, self._source, self._dialect)
        span = self.outline().units[unit]
        found = lower(parsed.tree, span.start, span.end)
        self._record.bodies[unit] = encode(found)
        self._reader.changed(self._key)
        return found


class Reader:
    """Facts by content digest; new ones are kept when `save` is called.

    `beside`: may other processes look into files too?
    """

    def __init__(self, keeper: Keeper, *, beside: bool = True) -> None:
        self._keeper, self.beside = keeper, beside
        self.keeps = not isinstance(keeper, NullStore)
        self._records: dict[str, Record] = {}
        self._changed: set[str] = set()
        self._trees: OrderedDict[str, Parsed] = OrderedDict()
        self._held = 0
        self._files: OrderedDict[tuple[str, str], FileFacts] = OrderedDict()

    def file(self, path: str, digest: str, source: bytes, dialect: str) -> FileFacts | Unread:
        """The facts of a file: the same ones in every revision that has it unchanged, decoded once."""
        held = self._files.get((path, digest))
        if held is not None:
            self._files.move_to_end((path, digest))
            return held
        found = self.facts(digest, source, dialect)
        if isinstance(found, FileFacts):
            self._files[path, digest] = found
            if len(self._files) > _FILES:
                self._files.popitem(last=False)
        return found

    def facts(self, digest: str, source: bytes, dialect: str) -> FileFacts | Unread:
        """The facts of one content of one dialect ("typescript" or "tsx")."""
        key = key_of(digest, dialect)
        record = self._records.get(key) or self.kept(key)
        if record is None:
            record = self._records[key] = self._read(key, source, dialect)
            if record.reason not in PASSING:
                self._changed.add(key)
        return Unread(record.reason) if record.reason else FileFacts(self, key, source, dialect, record)

    def part(self) -> None:
        """Here a forked process begins: what it tells is what it computes from now on."""
        self._changed.clear()

    def grown(self) -> dict[str, Record]:
        """What was computed in this process, to be told to another one."""
        return {key: self._records[key] for key in sorted(self._changed)}

    def absorb(self, records: dict[str, Record]) -> None:
        """Take over what another process computed."""
        for key, record in records.items():
            mine = self._records.setdefault(key, record)
            if mine is not record:
                mine.names.update(record.names)
                mine.bodies.update(record.bodies)
            self._changed.add(key)

    def parsed(self, key: str, source: bytes, dialect: str) -> Parsed:
        """The syntax tree of a content that is known to parse."""
        held = self._trees.get(key)
        if held is not None:
            self._trees.move_to_end(key)
            return held
        from audit.extract.typescript.parse import parse_again

        parsed = parse_again(source, dialect)
        self._hold(key, parsed)
        return parsed

    def changed(self, key: str) -> None:
        """A record has grown and is worth keeping again."""
        self._changed.add(key)

    def let_trees_go(self) -> None:
        """Few questions about syntax are to come: trees take as much room as all facts, and what is free is used."""
        self._let_go(_LATE_BYTES)

    def save(self) -> None:
        """Keep what was computed in this run, some at a time: encoded, all of it would stand there twice."""
        changed = sorted(self._changed)
        for start in range(0, len(changed), _AT_A_TIME):
            keys = changed[start : start + _AT_A_TIME]
            self._keeper.put_many({key: encode(self._records[key]) for key in keys})
        self._changed.clear()

    def kept(self, key: str) -> Record | None:
        """What this run or an earlier one knows; what something else wrote is computed anew."""
        if key in self._records:
            return self._records[key]
        value = self._keeper.get_many([key]).get(key)
        if value is None:
            return None
        try:
            record = self._records[key] = decoder.decode(value)
        except msgspec.DecodeError:
            return None
        return record

    def _read(self, key: str, source: bytes, dialect: str) -> Record:
        from audit.extract.typescript.outline import outline
        from audit.extract.typescript.parse import Parsed, parse

        parsed = parse(source, dialect)
        if not isinstance(parsed, Parsed):
            return Record(parsed.reason)
        self._hold(key, parsed)
        return Record("", encode(outline(parsed.tree, parsed.source, parsed.damaged)))

    def _hold(self, key: str, parsed: Parsed) -> None:
        self._trees[key] = parsed
        self._held += len(parsed.source)
        self._let_go(_PARSED_BYTES)

    def _let_go(self, most: int) -> None:
        while self._held > most and len(self._trees) > 1:
            _, dropped = self._trees.popitem(last=False)
            self._held -= len(dropped.source)


def load_extraction() -> None:
    """Import what reads TypeScript, so that a process that is forked has it."""
    import audit.extract.typescript.lower
    import audit.extract.typescript.names
    import audit.extract.typescript.outline
    import audit.extract.typescript.parse  # noqa: F401
