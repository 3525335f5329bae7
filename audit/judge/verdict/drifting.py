"""Where reasons on record, claims about the service and the rules say something that the code does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.model import Drift

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judge.verdict.facts import Facts
    from audit.model import Report
    from audit.rulebook import Rules


def drift(facts: Facts, rules: Rules, report: Report) -> tuple[Drift, ...]:
    """The report's drift, and what the verdicts add to it."""
    added = (*_grounds(report), *_claims(rules, report), *_rules(facts, rules, report))
    return tuple(dict.fromkeys((*report.drift, *added)))


def _grounds(report: Report) -> Iterator[Drift]:
    for ground in report.grounds:
        if ground.state in ("no-longer", "never-held") and ground.evidence:
            first = ground.evidence[0]
            note = f'{ground.source}: "{ground.quote}"; {first.note}'
            yield Drift("decision", first.file, first.line, note)


def _claims(rules: Rules, report: Report) -> Iterator[Drift]:
    """Claims of the grounds that the service's own code refutes."""
    claimed = {(one, str(c.claim)) for ground in rules.grounds for c in ground.holds if c.claim for one in c.subject}
    for subject in report.subjects:
        server, place = subject.server, subject.defined_at
        if server is None or place is None:
            continue
        for claim, state in server.claims.items():
            if state == "refuted" and (subject.id, claim) in claimed:
                reached = ", ".join(sorted(server.reaches)) or "nothing known"
                note = f"{subject.id} is said to be {claim}; the service's route reaches {reached}"
                yield Drift("server", place.file, place.line, note)


def _rules(facts: Facts, rules: Rules, report: Report) -> Iterator[Drift]:
    """Groups without an access, a flag or tables of catalogue rows that are not there."""
    place = (report.found.client or ("",))[0]
    if not place:
        return
    for group in report.groups:
        if not group.accesses:
            yield Drift("rules", place, 1, f"the rules name the group {group.id}; nothing in it reaches the service")
    if report.found.columns_of and not report.found.columns:
        rest = "or names it: nothing is flagged here" if report.found.flag == "absent" else "it"
        note = f"the rules name the flag {', '.join(rules.gate.columns)}; nothing in this tree declares {rest}"
        yield Drift("rules", place, 1, note)
    if report.found.columns:
        absent = [table for table in rules.gate.rows if not facts.is_table(table)]
        if absent:
            yield Drift("rules", place, 1, f"the rules name rows of {', '.join(absent)}; no such table is declared")
