"""The sentences that the text formats share: each a pure function from values of the report."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from audit.model import Access, Checkout, Coverage, Found, Report, Scope, Subject
from reports.words import prose

SCOPES: tuple[Scope, ...] = ("client", "test", "tooling")
"""The scopes that text counts and does not list."""

VERBS: Final = {
    "call": "call of",
    "reference": "reference to",
    "request": "request to",
    "database": "connection to",
}


FOREIGN: Final = "not read: in a language that is not read here, and names what is searched"
"""Of a file that nobody has to mend."""


def production(report: Report) -> list[Access]:
    """The accesses that text lists, in the order of the report."""
    return [access for access in report.accesses if access.scope == "production"]


def per_subject(report: Report) -> dict[str, Counter[Scope]]:
    """How many accesses each subject has, by scope; wrappers are outside totals."""
    counts: dict[str, Counter[Scope]] = {subject.id: Counter() for subject in report.subjects}
    for access in report.accesses:
        if not access.wrapper:
            counts.setdefault(access.subject, Counter())[access.scope] += 1
    return counts


def ranked(report: Report) -> list[Subject]:
    """Subjects for the eye: audited ones first, then by accesses in production, then by name."""
    counts = per_subject(report)
    return sorted(
        report.subjects,
        key=lambda subject: (not subject.listed, -counts[subject.id]["production"], subject.id),
    )


def title(report: Report) -> str:
    """What the report is about."""
    return report.rules.title or report.rules.name


def checkout(checkout: Checkout, coverage: Coverage) -> str:
    """Which checkout, and how much of it: "Backend-Service 798b00ce, 1,170 files"."""
    return f"{commit(checkout)}, {coverage.files:,} files"


def commit(checkout: Checkout) -> str:
    """Which checkout: "Backend-Service 798b00ce"."""
    name = checkout.remote.rstrip("/").rsplit("/", 1)[-1].removesuffix(".git") if checkout.remote else "checkout"
    commit = f" {checkout.commit[:8]}" if checkout.commit else ""
    return f"{name}{commit}{' with local changes' if checkout.dirty else ''}"


def found(found: Found) -> str:
    """What of the rules stands in this checkout."""
    if not found.client:
        foreign = f": {found.unread[0]} is neither TypeScript nor JavaScript" if found.unread else ""
        return f"client not found{foreign}; only its variables and requests were looked for"
    name = f"client {found.package}" if found.package else "client"
    return (
        f"{name} found: {found.audited} of {found.audited_of} audited exports, "
        f"{found.gated} of {found.gated_of} gated{_flag(found)}"
    )


def _flag(found: Found) -> str:
    if not found.columns_of:
        return ""
    if found.flag == "absent":
        return "; no flag: nothing is flagged in this tree"
    if found.columns < found.columns_of:
        return f"; {found.columns} of {prose.plural(found.columns_of, 'flag column')}"
    return "; flag found" if found.columns_of == 1 else f"; {found.columns_of} flags found"


def verb(access: Access) -> str:
    """What the access does to its subject: "call of"."""
    return VERBS[access.kind]


def accesses(number: int) -> str:
    """The number with its noun: "1 access", "2 accesses"."""
    return f"{number:,} access" if number == 1 else f"{number:,} accesses"


def counted(counts: Counter[Scope], scopes: Iterable[Scope] = SCOPES) -> str:
    """The scopes that are not listed: "3 in test, 1 in client", or nothing."""
    return ", ".join(f"{counts[scope]:,} in {scope}" for scope in scopes if counts[scope])


def origin(subject: Subject) -> str:
    """Where a subject comes from: listed in the rules, gated by the client, reached directly, found in the client."""
    if subject.listed:
        return "audited"
    if subject.kind != "export":
        return "direct"
    return "gated" if subject.protection is not None and subject.protection.gate else "discovered"


def protection(subject: Subject) -> str:
    """What the client itself puts before the request."""
    if subject.protection is None:
        return "unknown"
    named = {"gate": subject.protection.gate, "limiter": subject.protection.limiter}
    return " and ".join(name for name, there in named.items() if there) or "none"


def unread(coverage: Coverage) -> list[tuple[str, str]]:
    """What was not read or not followed although it may matter, as (place, what and why)."""
    missing = [missed for missed in coverage.unanalysed if missed.in_scope]
    files = [(one.file, FOREIGN if one.reason == "language" else f"not read: {one.reason}") for one in missing]
    regions = [(f"{bad.file}:{bad.line}", f"not read: {bad.reason}") for bad in coverage.damaged if bad.in_scope]
    lost = [(f"{spot.file}:{spot.line}:{spot.column}", f"not followed: {spot.reason}") for spot in coverage.unresolved]
    return [*files, *regions, *lost]


def unread_elsewhere(coverage: Coverage) -> int:
    """How many files and regions were not read outside of what the report speaks about."""
    files = sum(not missed.in_scope for missed in coverage.unanalysed)
    return files + sum(not damaged.in_scope for damaged in coverage.damaged)


def look_alikes(coverage: Coverage) -> int:
    """How many lines hold a searched name and mean something else."""
    return len(coverage.look_alikes) + coverage.look_alikes_unlisted


class Flagged(NamedTuple):
    """What a row with the flag is called: "flagged album", "flagged albums"."""

    one: str = "flagged row"
    many: str = "flagged rows"


FLAGGED: Final = Flagged()
"""Where the rules have no word of their own for it."""


def flagged(report: Report) -> Flagged:
    """By what the rules say the flag is about; a plain word only, so that it is safe wherever it stands."""
    noun = report.rules.about[0] if report.rules.about else ""
    return Flagged(f"flagged {noun}", f"flagged {prose.many(noun)}") if _WORD.fullmatch(noun) else FLAGGED


_WORD: Final = re.compile(r"[a-z]{1,20}")
