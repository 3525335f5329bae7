"""Factories for the ledger: a side, a decision, an access that was traced, each in one line of a test."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from audit.ledger import Judged, Record, Side, Site, Stated
from audit.ledger.checking import check_change, check_tree
from audit.ledger.writing import new_text
from audit.model import (
    Access,
    Escape,
    Finding,
    Gate,
    Identity,
    Key,
    Path,
    Report,
    Sink,
    Trigger,
    access_id,
)
from audit.rulebook import Client, Rules
from tests import made

TODAY = dt.date(2026, 6, 1)
RULES = Rules(version=1, name="sample", title="Sample", client=Client(audited=("getRelease",), gated=("lookup",)))


def access(
    function: str = "load",
    call: str = "getRelease(id)",
    *,
    subject: str = "getRelease",
    file: str = "apps/a.ts",
    ordinal: int = 0,
    **changed: Any,
) -> Access:
    """An access in production, with an id of its own."""
    identity = Identity(function, call, ordinal)
    return made.access(
        id=access_id(subject, file, identity),
        subject=subject,
        file=file,
        function=function,
        identity=identity,
        **changed,
    )


def traced(
    function: str = "load",
    *,
    gate: str = "none",
    reach: str = "renders",
    shown: tuple[str, ...] = (),
    **changed: Any,
) -> Access:
    """An access whose gate and paths are known; `shown` are routes."""
    return access(
        function,
        gate=Gate(state=gate),
        reach=reach,
        paths=tuple(path(route) for route in shown),
        **changed,
    )


def path(route: str, flow: str = "explicit") -> Path:
    """A path to a route."""
    return Path(
        sink=Sink(kind="http", file="apps/r.ts", line=1, column=1, routes=(route,)),
        flow=flow,
        confidence="proven",
    )


def carried(kind: str = "catalogue-row") -> tuple[Key, ...]:
    """What an access is keyed by."""
    return (Key(kind=kind, column="library.id"),)


def escape() -> Escape:
    """A place where the value was lost."""
    return Escape("apps/a.ts", 9, 1, "unmodelled-code", "kept by whom?")


def side(*accesses: Access, records: tuple[Record, ...] = (), rules: Rules = RULES, **changed: Any) -> Side:
    """A tree in which these accesses were found."""
    subjects = changed.pop(
        "subjects",
        (
            made.subject(defined_at=made.Place("client.ts", 1)),
            made.subject(id="lookup", listed=False, defined_at=made.Place("client.ts", 2)),
        ),
    )
    report = made.report(accesses=accesses, subjects=subjects, **changed)
    return Side(report, rules, records)


def record(*accesses: Access, name: str = "get-release", **changed: Any) -> Record:
    """The decision file on these accesses."""
    stated = Stated(
        **{
            "subject": "getRelease",
            "decision": "stay-ungated",
            "reason": "It shows nothing.",
            "decided_by": "somebody",
            "decided_on": "2026-05-01",
            "review_by": "2027-01-01"
            if changed.get("decision", "stay-ungated") in ("stay-ungated", "deferred")
            else None,
            "judged": Judged(),
            "sites": tuple(Site(file=one.file, function=one.function, call=one.identity.call) for one in accesses),
            **changed,
        }
    )
    return Record(path=f"gate-decisions/{name}.toml", stated=stated, data=new_text(stated))


def changed(base: Side, head: Side, renames: dict[str, str] | None = None, **options: Any) -> list[Finding]:
    """What a check with a base finds."""
    return list(check_change(base, head, renames or {}, TODAY, **options).findings)


def standing(tree: Side, today: dt.date = TODAY) -> list[Finding]:
    """What a check without a base finds."""
    return list(check_tree(tree, today).findings)


def rules_of(findings: list[Finding]) -> list[str]:
    """The names of what was found, in order."""
    return [finding.rule for finding in findings]


def trigger(state: str, *notes: str) -> Trigger:
    """A trigger with evidence."""
    evidence = tuple(made.Evidence("apps/q.ts", 1, note) for note in notes)
    return Trigger(id="hot-read", state=state, evidence=evidence, confirm="SELECT 1;")


def replaced(report: Report, **changed: Any) -> Report:
    """The report with other fields."""
    return msgspec.structs.replace(report, **changed)
