"""How far the result of an access comes, from its paths and escapes alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.model import strongest

if TYPE_CHECKING:
    from audit.model import Access, Escape, Path, Reach, Subject

_SEEN = frozenset(("http", "view", "message"))
_KEPT = frozenset(("database", "file"))


def reach_of(paths: tuple[Path, ...], escapes: tuple[Escape, ...], *, reachable: bool) -> Reach:
    """The strongest reach that holds. A value that was lost from sight is never rounded down."""
    if not reachable:
        return "unreachable"
    direct = [path for path in paths if path.flow != "implicit"]
    if any(path.sink.kind in _SEEN for path in direct):
        return "renders"
    if escapes:
        return "escapes"
    if any(path.sink.kind in _KEPT for path in direct):
        return "stores"
    if any(path.flow == "implicit" or path.sink.kind == "control" for path in paths):
        return "decides"
    return "contained"


def reaches(subjects: tuple[Subject, ...], accesses: tuple[Access, ...]) -> tuple[Subject, ...]:
    """Subjects with the strongest reach of their accesses in production; null where none was followed."""
    found = []
    for subject in subjects:
        known = [
            access.reach
            for access in accesses
            if access.subject == subject.id and access.scope == "production" and access.reach is not None
        ]
        found.append(replace(subject, reach=strongest(known)) if known else subject)
    return tuple(found)
