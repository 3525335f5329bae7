"""Do the reasons on record still hold, and has what reopens them come?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.judge.verdict.answers import answer
from audit.model import Ground, GroundState, Trigger, TriggerState

if TYPE_CHECKING:
    from audit.judge.verdict.facts import Facts
    from audit.judge.verdict.telling import Answer
    from audit.model import Report
    from audit.rulebook import Rules
    from audit.rulebook.conditions import Condition, Family
    from audit.rulebook.rules import GroundRule, TriggerRule

_FAILED: dict[Family, GroundState] = {
    "table": "no-longer",
    "access": "no-longer",
    "claim": "never-held",
    "outside": "never-held",
}
"""What a repository does with a service changes; what the client and the service are stood beside the statement."""
_TURNED: dict[TriggerState, TriggerState] = {"met": "not-met", "not-met": "met", "dormant": "not-met"}


def grounds(facts: Facts, rules: Rules, report: Report) -> tuple[Ground, ...]:
    """Every ground of the rules with its state."""
    return tuple(_ground(one, facts, report) for one in rules.grounds)


def triggers(facts: Facts, rules: Rules, report: Report) -> tuple[Trigger, ...]:
    """Every trigger of the rules with its state."""
    return tuple(_trigger(one, facts, report) for one in rules.triggers)


def _ground(rule: GroundRule, facts: Facts, report: Report) -> Ground:
    answers = [(condition, answer(condition, facts, report)) for condition in rule.holds]
    failed = [(condition, one) for condition, one in answers if _stands(condition, one) is False]
    if failed:
        state = _FAILED[failed[0][0].family]
        answers = failed
    else:
        state = "cannot-check" if any(_stands(*one) is None for one in answers) else "holds"
    evidence = dict.fromkeys(note for _, one in answers for note in one.evidence)
    return Ground(
        id=rule.id,
        quote=rule.quote,
        source=rule.source,
        state=state,
        evidence=tuple(evidence),
        unwritten=_unwritten(answers) if state == "holds" else (),
    )


def _unwritten(answers: list[tuple[Condition, Answer]]) -> tuple[str, ...]:
    """The columns that must stay empty for a reason to hold."""
    return tuple(sorted({column for _, one in answers for column in one.unwritten}))


def _stands(condition: Condition, found: Answer) -> bool | None:
    """Is it as stated? A table that is read is read, though nothing is there; nothing keyed by nothing is shown."""
    if found.state == "unknown":
        return None
    met = found.state == "met" or (found.state == "dormant" and condition.family == "table")
    return met is condition.expected


def _trigger(rule: TriggerRule, facts: Facts, report: Report) -> Trigger:
    found = answer(rule.when, facts, report)
    state = found.state if rule.when.expected else _TURNED.get(found.state, found.state)
    return Trigger(id=rule.id, state=state, evidence=found.evidence, confirm=rule.confirm)
