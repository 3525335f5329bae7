"""The words for the states that a report speaks of: gates, reaches, keys, grounds, triggers."""

from collections.abc import Callable, Iterable
from typing import Final

from audit.model import Access, DefectKind, GateState, Ground, GroundState, Key, KeyKind, Reach, TriggerState
from reports.words.prose import joined, listed

Code = Callable[[str], str]
UNKNOWN: Final = "not computed"

_GATES: Final[dict[GateState, str]] = {
    "none": "none",
    "unarmed": "never armed",
    "late": "too late",
    "forced": "bypassed on purpose",
    "partly": "armed by some callers",
    "argument": "flag passed",
    "guard": "flag checked before",
    "filter": "flagged ones left out",
}
_UNFLAGGED: Final[tuple[tuple[tuple[GateState | None, ...], str], ...]] = (
    (("none", "unarmed"), "pass no flag"),
    (("partly",), "pass it for some callers only"),
    (("late",), "look at it too late"),
    ((None,), "are not computed"),
)
_REACHES: Final[dict[Reach, str]] = {
    "renders": "shown",
    "escapes": "not known: lost from sight",
    "stores": "nowhere: stored, and read by nobody",
    "decides": "nowhere: it only decides",
    "contained": "nowhere",
    "unreachable": "nowhere: nothing calls it",
}
_KEYS: Final[dict[KeyKind, str]] = {
    "catalogue-row": "a row that can be flagged",
    "unknown": "something not known",
    "other-row": "another row",
    "free-text": "free text",
    "request": "the request",
    "constant": "a constant",
}
_GROUNDS: Final[dict[GroundState, str]] = {
    "holds": "holds",
    "no-longer": "no longer",
    "never-held": "never held",
    "cannot-check": "cannot be checked",
}
_DEFECTS: Final[dict[DefectKind, str]] = {
    "cache-before-gate": "a cache is read before the gate",
    "cache-key-omits-flag": "the key of a cache leaves the flag out",
    "skip-cached": "what the gate answers is kept for all",
    "flag-in-scope-unused": "the flag is at hand and not passed",
}
_TRIGGERS: Final[dict[TriggerState, str]] = {
    "met": "met",
    "dormant": "dormant: there are readers and nothing to read",
    "not-met": "not met",
    "unknown": "not known",
}


def plain(name: str) -> str:
    """Names without any marks."""
    return name


def gate(state: GateState | None) -> str:
    """What keeps flagged rows away."""
    return UNKNOWN if state is None else _GATES[state]


def unflagged(accesses: Iterable[Access]) -> str:
    """How the calls of gated exports let flagged rows pass: "19 pass no flag, 2 look at it too late"."""
    states = [one.gate.state if one.gate is not None else None for one in accesses]
    counts = [(sum(state in kinds for state in states), said) for kinds, said in _UNFLAGGED]
    return ", ".join(f"{count:,} {_verb(said, count)}" for count, said in counts if count)


def keyed(keys: Iterable[Key], code: Code = plain) -> str:
    """What selects the answer, strongest first: "`rotation.discogs_release_id`, the request"."""
    named = [code(key.column) if key.column else _KEYS[key.kind] for key in keys]
    return listed(dict.fromkeys(named), 3) or UNKNOWN


def ground(one: Ground, code: Code = plain) -> str:
    """Does the reason hold, and while what?"""
    dormant = f", but only while nothing is written to {joined(map(code, one.unwritten))}" if one.unwritten else ""
    return f"{_GROUNDS[one.state]}{dormant}"


def trigger(state: TriggerState) -> str:
    """Is the condition met?"""
    return _TRIGGERS[state]


def ground_order(state: GroundState) -> int:
    """What does not hold comes first."""
    return ("no-longer", "never-held", "cannot-check", "holds").index(state)


def trigger_order(state: TriggerState) -> int:
    """What is met comes first."""
    return list(_TRIGGERS).index(state)


def access(one: Access) -> str:
    """What the access does, where that is not a plain call."""
    return {"call": "", "reference": "passed on", "request": "request", "database": "connection"}[one.kind]


def _verb(said: str, count: int) -> str:
    verb, _, rest = said.partition(" ")
    singular = {"pass": "passes", "look": "looks", "are": "is"}
    return said if count > 1 else f"{singular[verb]} {rest}"


def reach(one: Reach | None) -> str:
    """How far an access reaches, for a cell that would name places."""
    return UNKNOWN if one is None else _REACHES[one]


def defect(kind: DefectKind) -> str:
    """What is wrong with a gate that is there."""
    return _DEFECTS[kind]
