"""From one or two audited trees to the report of a check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from audit.ledger.findings import of_change, of_tree
from audit.ledger.sides import Change, Side, change_of, tree_of
from audit.ledger.states import with_decisions
from audit.model import CHECK_RULES, Compared

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from audit.ledger.covering import Cover
    from audit.model import Finding, Report
    from audit.rulebook import Rules

_RANK: Final = {rule.name: number for number, rule in enumerate(CHECK_RULES)}
_URGENCY: Final = {"error": 0, "warning": 1, "note": 2}


def check_tree(side: Side, today: dt.date) -> Report:
    """The report with what stands: undecided accesses, decisions that no longer hold."""
    tree = tree_of(side, today)
    return _with(with_decisions(tree), of_tree(tree), side.rules, has_base=False)


def check_change(
    base: Side,
    head: Side,
    renames: Mapping[str, str],
    today: dt.date,
    by_base_rules: tuple[Side, Side] | None = None,
) -> Report:
    """The head's report with what the change did.

    `base` holds what any rules find there. `by_base_rules`: both trees by the rules of the base, when the
    change
    edits the rules: what only those find is told as exempted here.
    """
    change = change_of(base, head, renames, today)
    findings = of_change(change)
    if by_base_rules is not None:
        before = change_of(*by_base_rules, renames, today)
        findings = [*_hidden(findings, of_change(before), base.rules), *findings]
    made = _with(with_decisions(change.head), findings, head.rules, has_base=True)
    return msgspec.structs.replace(made, compared=_compared(change))


def stale_covers(side: Side, base: tuple[Side, Mapping[str, str]] | None = None) -> list[Cover]:
    """The decisions whose anchors differ from where their accesses stand."""
    tree = tree_of(side, None) if base is None else change_of(base[0], side, base[1], None).head
    return [cover for cover in tree.covers if cover.is_stale]


def levelled(findings: Iterable[Finding], rules: Rules, *, has_base: bool) -> list[Finding]:
    """Each finding with its level, by the table and the rules; those that are off or not looked for are
    left out.
    """
    usual = {rule.name: rule.with_base if has_base else rule.without for rule in CHECK_RULES}
    made = []
    for finding in findings:
        level = rules.check.levels.get(finding.rule, usual[finding.rule])  # type: ignore[call-overload]
        if level is not None and level != "off":
            made.append(msgspec.structs.replace(finding, level=level))
    return made


def joined(by_head_rules: Side, by_base_rules: Side) -> Side:
    """One tree as two sets of rules see it: the accesses of both, the first one's view where they agree."""
    known = {(one.subject, one.file, one.line, one.column) for one in by_head_rules.report.accesses}
    further = [
        one for one in by_base_rules.report.accesses if (one.subject, one.file, one.line, one.column) not in known
    ]
    report = msgspec.structs.replace(by_head_rules.report, accesses=(*by_head_rules.report.accesses, *further))
    return by_head_rules.but(report=report)


def _with(report: Report, findings: Iterable[Finding], rules: Rules, *, has_base: bool) -> Report:
    return msgspec.structs.replace(
        report, findings=tuple(sorted(levelled(findings, rules, has_base=has_base), key=_order))
    )


def _order(finding: Finding) -> tuple[bool, int, int, str, int, str]:
    """Exemptions first, then by urgency, rule and place."""
    first = finding.rule != "exempted-here"
    return first, _URGENCY[finding.level], _RANK[finding.rule], finding.file, finding.line, finding.message


def _hidden(by_head: list[Finding], by_base: list[Finding], rules: Rules) -> list[Finding]:
    """What would fail by the rules of the base and is not found by those of the head."""
    told = {(one.rule, one.file, one.line, one.subject) for one in by_head}
    failing = [one for one in levelled(by_base, rules, has_base=True) if one.level == "error"]
    return [
        msgspec.structs.replace(
            one, rule="exempted-here", message=f"by the rules of the base, {one.rule}: {one.message}",
            help="review the edit of the rules", state="accepted",
        )
        for one in failing
        if (one.rule, one.file, one.line, one.subject) not in told
    ]  # fmt: skip


def _compared(change: Change) -> Compared:
    matched = change.matched
    return Compared(
        base=change.base.report.checkout.commit,
        added=len(matched.added),
        moved=sum(pair.moved for pair in matched.pairs),
        removed=len(matched.removed),
    )
