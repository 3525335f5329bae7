"""One shape for all findings: rule, place, sentence and remedy."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from audit.ledger.facts import shown_at
from audit.ledger.spots import name_of
from audit.model import Evidence, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.model import Access, FindingState

_VERBS = {
    "call": "call of",
    "reference": "reference to",
    "request": "request to",
    "database": "connection to",
}
_SHOWN = 3


def about(access: Access, rule: str, message: str, help_: str, state: FindingState) -> Finding:
    """A finding about an access; its level comes later, from the table and the rules."""
    return Finding(
        rule=rule,
        level="note",
        access=access.id,
        subject=access.subject,
        file=access.file,
        line=access.line,
        message=message,
        help=help_,
        state=state,
    )


def elsewhere(  # noqa: PLR0913, PLR0917 - a finding has that many parts
    rule: str, file: str, line: int, message: str, help_: str, state: FindingState, subject: str | None = None
) -> Finding:
    """A finding about a file, a decision or a trigger."""
    return Finding(
        rule=rule,
        level="note",
        subject=subject,
        file=file,
        line=line,
        message=message,
        help=help_,
        state=state,
    )


def named(access: Access) -> str:
    """As in "call of getRelease in libraryTracks"."""
    return f"{_VERBS[access.kind]} {access.subject} in {access.function}"


def seen(access: Access) -> str:
    """The clause "; what it gives is shown at GET /x", or nothing where that is not known."""
    places = listed(dict.fromkeys(shown_at(access)))
    return f"; what it gives is shown at {places}" if places else ""


def listed(words: Iterable[str], most: int = _SHOWN) -> str:
    """As in "a, b, c and 2 more"."""
    words = list(words)
    rest = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + rest


def to_decide(access: Access) -> str:
    """The command that records a decision about this access."""
    return f"ungated decide {shlex.quote(access.subject)} --at {shlex.quote(name_of(access))}"


def sites(accesses: Iterable[Access]) -> tuple[Evidence, ...]:
    """Further sites of the same cause."""
    return tuple(Evidence(one.file, one.line, named(one)) for one in accesses)
