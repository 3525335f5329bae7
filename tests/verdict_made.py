"""Facts and rules by hand, so that a verdict's test says in a few lines what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from audit.judge.verdict import Reading, Row, Source, Written, verdicts
from audit.model import Evidence, Gate, Key, Path, Protection, Report, Sink, Step
from audit.rulebook import Carries, Rules
from audit.rulebook.rules import Gate as GateRules
from tests import made

if TYPE_CHECKING:
    from collections.abc import Container

    from audit.model import Access, Condition, Subject

QUERY = Evidence("apps/rows.ts", 20, "reads rotation.release_id, in load")


class Given(msgspec.Struct, frozen=True):
    """What the engine would answer. `keys` by line of an access, and by line and first route of a path."""

    keys: dict[object, tuple[Row, ...]] = {}
    copied: dict[str, tuple[Source, ...]] = {}
    written: dict[str, tuple[Written, ...]] = {}
    read: dict[str, dict[str, tuple[Path, ...]]] = {}
    readers: dict[str, tuple[Reading, ...]] = {}
    beside: Evidence | None = None
    sets: tuple[Evidence, ...] = ()
    tied: tuple[Evidence, ...] = ()
    dead: frozenset[str] = frozenset()

    def rows(self, access: Access, path: Path | None = None) -> tuple[Row, ...]:
        route = path.sink.routes[0] if path is not None and path.sink.routes else None
        found = self.keys.get((access.line, route), self.keys.get(access.line))
        return found if found is not None else tuple(Row(key) for key in access.keyed_by)

    def runs(self, access: Access, path: Path) -> bool:
        return self.dead.isdisjoint(path.sink.routes)

    def sources(self, column: str) -> tuple[Source, ...]:
        return self.copied.get(column, ())

    def writers(self, column: str) -> tuple[Written, ...]:
        return self.written.get(column, ())

    def is_empty(self, column: str) -> bool:
        written = self.written.get(column, ())
        return bool(written) and all(one.empty for one in written)

    def shown(self, table: str, only: Container[str] | None) -> dict[str, tuple[Path, ...]]:
        return {name: paths for name, paths in self.read.get(table, {}).items() if only is None or name in only}

    def readings(self, table: str, only: Container[str] | None) -> tuple[Reading, ...]:
        return tuple(one for one in self.readers.get(table, ()) if only is None or one.column in only)

    def is_table(self, name: str) -> bool:
        return name in self.read or name in ("library", "rotation")

    def variables(self, access: Access, path: Path) -> tuple[Condition, ...]:
        return ()

    def ties(self, path: Path) -> tuple[Evidence, ...]:
        return self.tied

    def near(self, path: Path) -> Evidence | None:
        return self.beside

    def setters(self) -> tuple[Evidence, ...]:
        return self.sets


def rules(**changed: Any) -> Rules:
    """Rules of a flag on albums, with two tables of catalogue rows."""
    given = {
        "gate": GateRules(
            flags=("unavailable",),
            columns=("library.unavailable",),
            about=("album", "identity"),
            aside=("library.artist_name",),
            rows={"library": "id", "rotation": "album_id"},
        ),
        "carries": {"getArtist": Carries(about="artist", because="an artist is no album")},
    }
    return Rules(version=1, name="sample", title="A sample", **{**given, **changed})


def row(column: str = "rotation.release_id", **changed: Any) -> Row:
    """A key that can be flagged, resolved by the query at `QUERY`."""
    return Row(**{"key": Key(kind="catalogue-row", column=column), "queries": (QUERY,), **changed})


def key(kind: Any, column: str | None = None) -> Key:
    """A key of a kind, read at line 2 of a.ts."""
    return Key(kind=kind, column=column, evidence=(Evidence("a.ts", 2, "read here"),))


def path(route: str = "GET /a", **changed: Any) -> Path:
    """A value that is shown at a route."""
    sink = Sink(kind="http", file="apps/c.ts", line=9, column=1, routes=(route,))
    steps = (Step("apps/a.ts", 3, 5, "result"), Step("apps/c.ts", 9, 1, "given to json"))
    return Path(**{"sink": sink, "flow": "explicit", "confidence": "proven", "steps": steps, **changed})


def stored(column: str, **changed: Any) -> Path:
    """A value that is written into a column."""
    return path(sink=Sink(kind="database", file="apps/w.ts", line=4, column=1, columns=(column,)), **changed)


def access(*paths: Path, **changed: Any) -> Access:
    """A call that nothing gates, with its paths."""
    reach = "renders" if any(one.sink.kind == "http" for one in paths) else "stores" if paths else "contained"
    return made.access(**{"gate": Gate(state="none"), "reach": reach, "paths": paths, **changed})


def subject(**changed: Any) -> Subject:
    """An export about albums, outside of gate and limiter."""
    return made.subject(**{"carries": "album", "protection": Protection(gate=False, limiter=False), **changed})


def judged(*accesses: Access, facts: Given = Given(), by: Rules | None = None, **changed: Any) -> Report:  # noqa: B008
    """The verdicts on accesses; a subject for each that is not given."""
    given = changed.pop("subjects", ())
    known = {one.id for one in given}
    subjects = (*given, *(subject(id=one) for one in dict.fromkeys(a.subject for a in accesses) if one not in known))
    return verdicts(facts, by or rules(), made.report(accesses=accesses, subjects=subjects, **changed))
