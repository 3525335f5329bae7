"""Which accesses and paths a rule's condition means. None where a fact that it asks for was not computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.model import Access, Path, Report, SinkKind, Subject
    from audit.rulebook.conditions import AccessMatch

SEEN: frozenset[SinkKind] = frozenset(("http", "view", "message"))
"""Sinks that people see."""
_SINKS: dict[str, frozenset[SinkKind]] = {"renders": SEEN, "stores": frozenset(("database", "file"))}


class Match(Struct, frozen=True, order=True):
    """An access that fits, and its paths that do; no paths where the condition asks for nothing about them."""

    access: Access
    subject: Subject
    paths: tuple[Path, ...]


def matches(match: AccessMatch, report: Report) -> tuple[tuple[Match, ...], bool]:
    """The accesses of production that fit, and whether one more might, if more were known of it."""
    subjects = {one.id: one for one in report.subjects}
    found: list[Match] = []
    open_ = False
    for access in report.accesses:
        if access.scope != "production" or access.wrapper or access.subject not in subjects:
            continue
        subject = subjects[access.subject]
        if subject.exempt is not None and "*" in match.subject:
            continue
        fits, paths = fit(match, subject, access)
        if fits:
            found.append(Match(access, subject, paths))
        open_ = open_ or fits is None
    return tuple(found), open_


def fit(match: AccessMatch, subject: Subject, access: Access) -> tuple[bool | None, tuple[Path, ...]]:
    """Does an access fit, and by which paths?"""
    if any(one is False for one in _facts(match, subject, access)):
        return False, ()
    paths = tuple(ways(match, access))
    if (match.flagged or match.reach) and not paths and _needs_paths(match):
        return (None if _maybe(match, access) else False), ()
    return (None if None in _facts(match, subject, access) else True), paths


def ways(match: AccessMatch, access: Access) -> Iterator[Path]:
    """The paths that a condition on flagged rows or on reach means."""
    if not _needs_paths(match):
        return
    kinds = frozenset[str]().union(*(_SINKS.get(one, frozenset()) for one in match.reach))
    for path in access.paths:
        if kinds and (path.sink.kind not in kinds or path.flow == "implicit"):
            continue
        if not match.flagged or (path.flagged is not None and path.flagged.state in match.flagged):
            yield path


def _needs_paths(match: AccessMatch) -> bool:
    return bool(match.flagged) or any(one in _SINKS for one in match.reach)


def _maybe(match: AccessMatch, access: Access) -> bool:
    """Paths that were not judged, or a value that was lost from sight, may be what is asked for."""
    if access.reach is None:
        return True
    kinds = frozenset[str]().union(*(_SINKS.get(one, frozenset()) for one in match.reach))
    seen = [path for path in access.paths if not kinds or (path.sink.kind in kinds and path.flow != "implicit")]
    return any(path.flagged is None or path.flagged.state == "unknown" for path in seen) and "yes" in match.flagged


def _facts(match: AccessMatch, subject: Subject, access: Access) -> Iterator[bool | None]:
    yield _word(match.subject, [subject.id, "*"])
    yield _word(match.group, [access.group] if access.group else [])
    yield _word(match.kind, [access.kind])
    yield _word(match.carries, [subject.carries] if subject.carries else [])
    yield _known(match.gate, access.gate.state if access.gate is not None else None)
    yield _known(match.reach, access.reach)
    keys = [one for key in access.keyed_by for one in (key.kind, key.column)]
    yield _word(match.keyed_by, [one for one in keys if one is not None]) if keys or not match.keyed_by else None


def _word(wanted: tuple[str, ...], words: Iterable[str]) -> bool:
    return not wanted or any(word in wanted for word in words)


def _known(wanted: tuple[str, ...], word: str | None) -> bool | None:
    if not wanted:
        return True
    return None if word is None else word in wanted
