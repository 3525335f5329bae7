"""Run the tool on a sample project and hold its report against the marks in the project's own lines."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from audit import pipeline
from reports.json import to_json
from tests.expectations import STRICT, Access, Item, Word, expected, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

SHAPES = Path(__file__).parent / "shapes"
CLIENT = SHAPES / "client"
"""The client of the shapes that bring none of their own."""


def run(root: Path, rules: Path | None = None, *, paths: bool = False) -> dict[str, Any]:
    """The JSON report on `root`, made in this process; with `paths`, results are followed too."""
    made = pipeline.report(str(root), rules=None if rules is None else str(rules), cache=False, paths=paths)
    report: dict[str, Any] = json.loads(to_json(made))
    return report


def differences(root: Path, report: dict[str, Any], words: frozenset[Word]) -> str:
    """What is marked under `root` and not in the report, and the reverse, by `words`; "" if they agree."""
    wanted = Counter(item for item in expected(root) if item.word in words)
    found = Counter(item for item in items(report) if item.word in words)
    missing = [item for item in wanted if wanted[item] > found[item] and (item.word in STRICT or not found[item])]
    surplus = [item for item in found if found[item] > wanted[item] and item.word in STRICT]
    return "\n".join(_listed("marked and not found", missing) + _listed("found and not marked", surplus))


def astray(root: Path, report: dict[str, Any]) -> str:
    """Sinks and escapes that are marked and not found, or found and not marked; "" if they agree."""
    words = frozenset((Word.SINK, Word.ESCAPE))
    wanted = {item for item in expected(root) if item.word in words}
    found = {item for item in items(report) if item.word in words}
    surplus, missing = sorted(found - wanted, key=_order), sorted(wanted - found, key=_order)
    return "\n".join(_listed("marked and not found", missing) + _listed("found and not marked", surplus))


def assemble(shape: Path, client: Path, target: Path) -> Path:
    """Copy a shape to `target`, with the default client and a package.json unless it brings its own."""
    shutil.copytree(shape, target, symlinks=True)
    if not (target / "client").exists() and _asks_for_client(target):
        shutil.copytree(client, target / "client")
    if not (target / "package.json").exists():
        (target / "package.json").write_text('{ "private": true, "workspaces": ["client"] }\n')
    return target


def rules_of(root: Path) -> Path | None:
    """The rules for an assembled shape: None, its own, or those that all shapes share."""
    return None if (root / "ungated.toml").exists() else SHAPES / "ungated.toml"


def _asks_for_client(shape: Path) -> bool:
    """A shape with rules for a client of its own has no use for the default one."""
    rules = shape / "ungated.toml"
    return not rules.exists() or "@acme/client" in rules.read_text() or "client/" in rules.read_text()


def items(report: dict[str, Any]) -> Iterator[Item]:
    """The report's entries in the words of the marks; one per access and word, columns and routes apart."""
    seen = msgspec.convert(report, _Report)
    for entry in seen.accesses:
        yield from (Item(entry.file, entry.line, word, text) for word, text in _of_access(entry))
        for chain in entry.gate.chains if entry.gate else ():
            yield Item(chain.file, chain.line, Word.CHAIN, chain.state)
        for defect in entry.gate.defects if entry.gate else ():
            yield Item(defect.file, defect.line, Word.DEFECT, defect.kind)
        for path in entry.paths:
            for text in path.sink.texts():
                yield Item(path.sink.file, path.sink.line, Word.SINK, text)
        yield from _confidence(entry.paths)
        yield from (Item(lost.file, lost.line, Word.ESCAPE, lost.reason) for lost in entry.escapes)
    saw = seen.coverage
    yield from (Item(alike.file, alike.line, Word.LOOK_ALIKE, alike.name) for alike in saw.look_alikes)
    yield from (Item(lost.file, lost.line, Word.UNRESOLVED, "") for lost in saw.unresolved)
    yield from (Item(region.file, region.line, Word.DAMAGED, "") for region in saw.damaged)
    yield from (Item(unread.file, 0, Word.UNANALYSED, unread.reason) for unread in saw.unanalysed)


class _Place(msgspec.Struct, frozen=True):
    file: str
    line: int


class _Chain(msgspec.Struct, frozen=True):
    file: str
    line: int
    state: str


class _Defect(msgspec.Struct, frozen=True):
    kind: str
    file: str
    line: int


class _Gate(msgspec.Struct, frozen=True):
    state: str
    chains: tuple[_Chain, ...] = ()
    defects: tuple[_Defect, ...] = ()


class _Key(msgspec.Struct, frozen=True):
    kind: str
    column: str | None = None


class _Sink(msgspec.Struct, frozen=True):
    kind: str
    file: str
    line: int
    routes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    channel: str | None = None

    def texts(self) -> list[str]:
        """The texts of `sink:` that this sink answers: one for each route and column, or its kind alone."""
        named = [*self.routes, *self.columns, *([self.channel] if self.channel else [])]
        return [f"{self.kind} {name}" for name in named] or [self.kind]


class _Escape(msgspec.Struct, frozen=True):
    file: str
    line: int
    reason: str


class _Path(msgspec.Struct, frozen=True):
    sink: _Sink
    confidence: str


class _Access(msgspec.Struct, frozen=True):
    subject: str
    kind: str
    file: str
    line: int
    scope: str = "production"
    wrapper: bool = False
    through: tuple[_Place, ...] = ()
    gate: _Gate | None = None
    reach: str | None = None
    keyed_by: tuple[_Key, ...] = ()
    paths: tuple[_Path, ...] = ()
    escapes: tuple[_Escape, ...] = ()


class _Alike(msgspec.Struct, frozen=True):
    name: str
    file: str
    line: int


class _Unread(msgspec.Struct, frozen=True):
    file: str
    reason: str


class _Coverage(msgspec.Struct, frozen=True):
    look_alikes: tuple[_Alike, ...] = ()
    unresolved: tuple[_Place, ...] = ()
    damaged: tuple[_Place, ...] = ()
    unanalysed: tuple[_Unread, ...] = ()


class _Report(msgspec.Struct, frozen=True):
    accesses: tuple[_Access, ...]
    coverage: _Coverage


def _confidence(paths: tuple[_Path, ...]) -> Iterator[Item]:
    """Each sink once: proven where one path to it is."""
    sinks = {(one.sink.file, one.sink.line, text) for one in paths for text in one.sink.texts()}
    sure = [one for one in paths if one.confidence == "proven"]
    proven = {(one.sink.file, one.sink.line, text) for one in sure for text in one.sink.texts()}
    for file, line, text in sorted(sinks):
        yield Item(file, line, Word.PROVEN if (file, line, text) in proven else Word.POSSIBLE, text)


def _of_access(entry: _Access) -> Iterator[tuple[Word, str]]:
    through = tuple(f"{place.file}:{place.line}" for place in entry.through)
    yield Word.EXPECT, phrase(Access(entry.kind, entry.subject, through, entry.scope, entry.wrapper))
    if entry.gate:
        yield Word.GATE, entry.gate.state
    if entry.reach:
        yield Word.REACH, entry.reach
    for key in entry.keyed_by:
        yield Word.KEYED, key.kind
        if key.column:
            yield Word.KEYED, f"{key.kind} {key.column}"


def _listed(heading: str, found: list[Item]) -> list[str]:
    lines = [f"  {item.file}:{item.line}: {item.word.value}: {item.text}" for item in sorted(found, key=_order)]
    return [f"{heading}:", *lines] if lines else []


def _order(item: Item) -> tuple[str, int, str, str]:
    return (item.file, item.line, item.word.value, item.text)
