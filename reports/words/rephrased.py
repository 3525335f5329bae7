"""What the engine says, in the words that the rules have for it: it speaks of rows, people of albums."""

import re
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

import msgspec

from audit.model import Report
from reports.words import prose, sentences

MOST_NAMES: Final = 4
_APART: Final = frozenset(
    {"steps", "excerpts", "identity", "rules", "checkout", "coverage", "decisions", "quote", "fields"}
)
"""Fields that quote code or people, or hold no sentence."""


class _Form(NamedTuple):
    """A sentence that often stands several times, with another name each; how it is said once with all of them."""

    way: re.Pattern[str]
    several: str


_FORMS: Final = (
    _Form(re.compile(r"keyed by (?P<name>[^,;]+), a row that can be flagged"), "keyed by {}, rows that can be flagged"),
    _Form(re.compile(r"(?P<name>(?:[A-Z]+ )?\S+)(?P<rest> reads .+)"), "{}{rest}"),
    _Form(re.compile(r"(?P<before>.+ is shown at )(?P<name>[^;,(]+)(?P<rest>| \([^;,]+\))"), "{before}{}{rest}"),
)


def worded(report: Report) -> Report:
    """The report with sentences about a flagged row speaking of what the rules call it."""
    made: Report = _worded(report, sentences.flagged(report).one)
    return made


def checked(report: Report) -> Report:
    """The same for a check, which speaks in its findings alone."""
    findings = _worded(report.findings, sentences.flagged(report).one)
    return msgspec.structs.replace(report, findings=findings)


def merged(notes: Iterable[str]) -> list[str]:
    """The sentences in their order; those that differ in a name alone are one with all their names."""
    told: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for note in notes:
        *common, name = _parted(note)
        told.setdefault(tuple(common), []).append((note, name))
    return [_together(common, same) for common, same in told.items()]


def _parted(note: str) -> tuple[str, ...]:
    """How several of the kind are said, what they have in common, and the name."""
    for form in _FORMS:
        if found := form.way.fullmatch(note):
            parts = found.groupdict()
            return form.several, parts.get("before", ""), parts.get("rest", ""), parts["name"].strip()
    return "{}", "", note, ""


def _together(common: tuple[str, ...], same: list[tuple[str, str]]) -> str:
    several, before, rest = common
    if len({note for note, _ in same}) == 1:
        return same[0][0]
    names = prose.listed(dict.fromkeys(name for _, name in same), MOST_NAMES)
    rest = f" read {rest.removeprefix(' reads ')}" if rest.startswith(" reads ") else rest
    return several.format(names, before=before, rest=rest)


def _worded(value: Any, called: str) -> Any:
    match value:
        case str():
            return value.replace("flagged row", called) if "flagged row" in value else value
        case tuple():
            made = tuple(_worded(item, called) for item in value)
            return value if all(new is old for new, old in zip(made, value, strict=True)) else made
        case msgspec.Struct():
            old = {name: getattr(value, name) for name in value.__struct_fields__ if name not in _APART}
            new = {name: _worded(item, called) for name, item in old.items()}
            changed = {name: item for name, item in new.items() if item is not old[name]}
            return msgspec.structs.replace(value, **changed) if changed else value
        case _:
            return value
