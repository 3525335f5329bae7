"""Findings about single accesses: new ones, missing flags, weaker and closed gates, lost paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.ledger.facts import shown_at
from audit.ledger.findings.making import about, listed, named, seen, to_decide
from audit.ledger.sides import is_gated
from audit.model import GATE_STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.ledger.sides import Change, Side, Tree
    from audit.model import Access, Finding, FindingState, Gate, GateState


def open_accesses(tree: Tree) -> Iterator[Finding]:
    """Every access that is outside the gate, or lacks the flag, and undecided."""
    decided = tree.decided()
    undecided = [one for one in tree.side.counted if one.id not in decided]
    yield from _open(tree.side, undecided, "known")


def new_accesses(change: Change) -> Iterator[Finding]:
    """The accesses outside the gate that the change adds, and calls that it leaves without the flag."""
    decided, side = change.head.decided(), change.head.side
    added = [one for one in change.matched.added if one.id not in decided]
    yield from _open(side, added, "new")
    for pair in change.matched.pairs:
        if pair.head.id in decided or side.exemption(pair.head) or pair.base.gate is None:
            continue
        # A gate that was open before the row could be flagged is as new as a call; a weakened one is told
        # as such. Who brings the flag to the client leaves calls as they were: they are debts, not its doing.
        if pair.base.subject == pair.head.subject and change.base.is_gate_unknown(pair.base):
            continue
        if side.is_flag_missing(pair.head) and not change.base.is_flag_missing(pair.base) and not is_gated(pair.base):
            yield _without_flag(pair.head, "changed")


def weakened(change: Change) -> Iterator[Finding]:
    """Accesses whose gate is weaker than at the base, decided or not."""
    for pair in change.matched.pairs:
        before, after = pair.base.gate, pair.head.gate
        if before is None or after is None or change.head.side.exemption(pair.head):
            continue
        change_of_state = _weaker(before, after)
        if change_of_state:
            message = f"the gate of the {named(pair.head)} is weaker{change_of_state}{seen(pair.head)}"
            yield about(pair.head, "gate-weakened", message, "restore what kept flagged rows away here", "changed")


def _weaker(before: Gate, after: Gate) -> str:
    """What got weaker: the whole gate, else that of the callers that begin in one function; "" where nothing did."""
    if GATE_STATES.index(after.state) < GATE_STATES.index(before.state):
        return f": {before.state} → {after.state}"
    then, now = _by_entry(before), _by_entry(after)
    for entry in sorted(then.keys() & now.keys()):
        if GATE_STATES.index(now[entry]) < GATE_STATES.index(then[entry]):
            return f" where {entry[1]} ({entry[0]}) leads to it: {then[entry]} → {now[entry]}"
    return ""


def _by_entry(gate: Gate) -> dict[tuple[str, str], GateState]:
    """The weakest state of the chains that begin in each function."""
    found: dict[tuple[str, str], GateState] = {}
    for chain in gate.chains:
        entry = (chain.file, chain.function)
        found[entry] = min(found.get(entry, chain.state), chain.state, key=GATE_STATES.index)
    return found


def improved(change: Change) -> Iterator[Finding]:
    """Gates that closed and accesses that are gone."""
    for pair in change.matched.pairs:
        before, after = pair.base.gate, pair.head.gate
        if before is not None and after is not None and is_gated(pair.head) and not is_gated(pair.base):
            message = f"gate closed: {before.state} → {after.state}, at the {named(pair.head)}"
            yield about(pair.head, "improvement", message, "nothing to do", "changed")


def lost_sight(change: Change) -> Iterator[Finding]:
    """Accesses with a path to people at the base that now escapes instead."""
    for pair in change.matched.pairs:
        gone = [place for place in dict.fromkeys(shown_at(pair.base)) if place not in set(shown_at(pair.head))]
        known = {(one.reason, one.note) for one in pair.base.escapes}
        fresh = [one for one in pair.head.escapes if (one.reason, one.note) not in known]
        if gone and fresh:
            where = f"{fresh[0].file}:{fresh[0].line}"
            message = (
                f"the {named(pair.head)} was shown at {listed(gone)}; its value now escapes "
                f"at {where} ({fresh[0].reason})"
            )
            yield about(pair.head, "lost-sight", message, f"look at {where}: is it still shown there?", "changed")


def _open(side: Side, accesses: Iterable[Access], state: FindingState) -> Iterator[Finding]:
    for access in accesses:
        if side.exemption(access):
            continue
        if side.is_outside(access):
            added = "new " if state == "new" else ""
            message = (
                f"{added}{named(access)} is outside the gate and no decision covers "
                f"it{_about(side, access)}{seen(access)}"
            )
            yield about(access, "new-access", message, _remedy(access), state)
        elif side.is_flag_missing(access):
            yield _without_flag(access, state)


def _without_flag(access: Access, state: FindingState) -> Finding:
    key = access.keyed_by[0].column or "a catalogue row"
    message = f"the {named(access)} is keyed by {key}, which can be flagged, and the flag is not passed{seen(access)}"
    return about(
        access,
        "flag-missing",
        message,
        f"pass the flag or select without flagged rows; or: {to_decide(access)}",
        state,
    )


def _about(side: Side, access: Access) -> str:
    subject = side.subjects.get(access.subject)
    return f"; its result is about: {subject.carries}" if subject is not None and subject.carries else ""


def _remedy(access: Access) -> str:
    return f"gate it, or record why it stays so: {to_decide(access)}"
