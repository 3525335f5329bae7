"""What a question is about: names in the report that it means."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final, NamedTuple

from audit.model import Access, Group, Path, Report, Subject
from reports import facts
from reports.shown import PEOPLE, places_of

FEWEST_DIGITS: Final = 6
"""Of an access's id, as with commits."""
_AT: Final = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::\d+)?")

Ways = list[tuple[Access, Path]]


class Spot(NamedTuple):
    """A line of code, and the results that pass there."""

    file: str
    line: int
    ways: Ways


class End(NamedTuple):
    """A route, page, channel or column, and the results that end or pass there."""

    name: str
    ways: Ways


def subject_or_group(report: Report, query: str) -> Subject | Group | None:
    """The export, endpoint, database or group of that name."""
    subject = next((one for one in report.subjects if one.id == query), None)
    return subject or next((one for one in report.groups if one.id == query), None)


def accesses(report: Report, query: str) -> list[Access]:
    """The accesses of that id, or its beginning, or on that line."""
    if len(query) >= FEWEST_DIGITS and (mine := [one for one in report.accesses if one.id.startswith(query)]):
        return mine
    at = _AT.fullmatch(query)
    if at is None:
        return []
    return [one for one in report.accesses if one.line == int(at["line"]) and _is_file(one.file, at["file"])]


def spot(report: Report, query: str) -> Spot | None:
    """The line of code that some result passes."""
    at = _AT.fullmatch(query)
    if at is None:
        return None
    line = int(at["line"])
    ways = [
        (access, path)
        for access in report.accesses
        for path in access.paths
        if any(step.line == line and _is_file(step.file, at["file"]) for step in path.steps)
    ]
    return Spot(at["file"], line, ways) if ways else None


def ends(report: Report, query: str) -> list[End]:
    """The places that the question means: a route with or without its method, a page, a channel, a column.

    The result of what nothing calls gets to none.
    """
    found: dict[str, Ways] = {}
    for access in facts.counted(report):
        for path in access.paths if access.reach != "unreachable" else ():
            for name in (*_names(path), *path.stored_in):
                if query and query in (name, name.partition(" ")[2]):
                    found.setdefault(name, []).append((access, path))
    return [End(name, found[name]) for name in sorted(found)]


def near(report: Report, query: str) -> list[str]:
    """Names in the report that the question may have meant, the nearest first."""
    names = list(dict.fromkeys(_all_names(report)))
    lower = query.lower()
    holding = [name for name in names if lower and lower in name.lower()]
    return list(dict.fromkeys([*holding[:3], *get_close_matches(query, names, n=5, cutoff=0.5)]))[:5]


def _all_names(report: Report) -> Iterable[str]:
    yield from (one.id for one in report.subjects)
    yield from (one.id for one in report.groups)
    for access in facts.counted(report):
        yield f"{access.file}:{access.line}"
        for path in access.paths:
            yield from _names(path)
            yield from path.stored_in


def _names(path: Path) -> tuple[str, ...]:
    if path.sink.kind == "database":
        return path.sink.columns
    return places_of(path) if path.sink.kind in PEOPLE else ()


def _is_file(file: str, asked: str) -> bool:
    """The file itself, or the end of its path from a slash on."""
    return file == asked or file.endswith(f"/{asked.removeprefix('./')}") or file == asked.removeprefix("./")
