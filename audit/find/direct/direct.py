"""What is found past the client: the accesses, and the subjects they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audit.extract.record import Record
from audit.find.accesses import Raw
from audit.find.names.work import Lost
from audit.link.told import Told
from audit.model import Subject, SubjectKind

if TYPE_CHECKING:
    from audit.rulebook import Rules


class Direct(msgspec.Struct, frozen=True, array_like=True):
    """Direct accesses, places where that could not be told, what was read for it (files and their facts), and all that
    was asked.
    """

    raws: tuple[Raw, ...] = ()
    lost: tuple[Lost, ...] = ()
    unread: dict[str, str] = {}
    parsed: tuple[str, ...] = ()
    records: dict[str, Record] = {}
    told: Told | None = None


def direct_subjects(rules: Rules, found: tuple[Raw, ...]) -> tuple[Subject, ...]:
    """The endpoints and databases that are reached directly, each once."""
    made: dict[str, Subject] = {}
    for raw in found:
        kind: SubjectKind = "database" if raw.kind == "database" else "endpoint"
        carries = rules.carries.get(raw.subject)
        exempt = next((one.because for one in rules.exempt if raw.subject in (one.subject, one.endpoint)), None)
        endpoints = (raw.subject,) if kind == "endpoint" else ()
        about = carries.about if carries is not None else None
        made[raw.subject] = Subject(
            id=raw.subject, kind=kind, listed=False, exempt=exempt, carries=about, endpoints=endpoints
        )
    return tuple(made.values())
