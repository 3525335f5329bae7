"""Hits become accesses of the report: with position, scope, identity and the code's own label."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts.names import Use
from audit.extract.texts import normalised
from audit.model import Access, AccessKind, Evidence, Identity, access_id
from audit.source import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.find.client.clients import FoundClient
    from audit.link.program import Program
    from audit.model import Scope
    from audit.rulebook import Rules


class Raw(Struct, frozen=True, order=True):
    """An access before it has an identity. `start` and `end` span what tells it from its neighbours."""

    subject: str
    kind: AccessKind
    file: str
    at: int
    start: int
    end: int
    function: str
    through: tuple[Evidence, ...] = ()
    wrapper: bool = False
    label: str | None = None
    use: Use | None = None


def accesses_of(program: Program, rules: Rules, client: FoundClient | None, found: Iterable[Raw]) -> tuple[Access, ...]:
    """Accesses in order of file, line, column and subject."""
    seen: Counter[tuple[str, str, str, str]] = Counter()
    made = []
    for raw in sorted(found, key=lambda raw: (raw.file, raw.at, raw.subject)):
        text = normalised(program.text(raw.file, raw.start, raw.end))
        same = (raw.file, raw.subject, raw.function, text)
        identity = Identity(raw.function, text, seen[same])
        seen[same] += 1
        made.append(_access(program, raw, identity, scope_of(raw.file, rules, client), rules))
    return tuple(made)


def merged(some: Iterable[Access], others: Iterable[Access]) -> tuple[Access, ...]:
    """Accesses of different subjects, in the same order."""
    return tuple(sorted((*some, *others), key=lambda one: (one.file, one.line, one.column, one.subject)))


def scope_of(path: str, rules: Rules, client: FoundClient | None) -> Scope:
    """Tests of the client are tests; its other files are the client."""
    scope = rules.scope.of(path)
    if scope == "production" and client is not None and client.owns(path):
        return "client"
    return scope


def _access(program: Program, raw: Raw, identity: Identity, scope: Scope, rules: Rules) -> Access:
    position = program.position(raw.file, raw.at)
    return Access(
        id=access_id(raw.subject, raw.file, identity),
        subject=raw.subject,
        group=next((group.id for group in rules.groups if group.holds(raw.file)), None),
        kind=raw.kind,
        language=language_of(raw.file) or "typescript",
        scope=scope,
        file=raw.file,
        line=position.line,
        column=position.column,
        through=raw.through,
        wrapper=raw.wrapper,
        function=raw.function,
        label=raw.label,
        identity=identity,
    )
