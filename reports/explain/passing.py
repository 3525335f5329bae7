"""What would make an access pass the check."""

import shlex
from collections.abc import Iterator

from audit.model import Access, Group, Report
from reports import facts
from reports.explain.lines import Line
from reports.explain.tree import excerpt
from reports.facts import Row
from reports.words import phrases, prose

MOST_PLACES = 4


def passing(report: Report, row: Row, access: Access | None = None, *, short: bool = False) -> Iterator[Line]:
    """The proposal with its places, the options of a group, and the command that records a decision."""
    if not row.accesses:
        return
    if not _is_open(row, access):
        yield Line("passes: nothing is open", "good", 2)
        return
    yield Line("what would make it pass:", indent=2)
    yield from _proposal(report, row, short=short)
    if isinstance(row.about, Group):
        for option in row.about.options:
            yield Line(f"{option.decision} needs: {'; '.join(option.needs) or 'nothing further'}", indent=4)
    at = f" --at {shlex.quote(f'{access.file}#{access.function}')}" if access is not None else ""
    yield Line(f"or a decision on record: {phrases.record(row)}{at}", indent=4)


def _proposal(report: Report, row: Row, *, short: bool) -> Iterator[Line]:
    made = row.recommendation
    if made is not None and made.decision is not None:
        because = f": {prose.sentences(made.because)}" if made.because else ""
        yield Line(f"proposal: {phrases.proposal(made)}{because}", indent=4)
        for place in made.places[: MOST_PLACES if short else None]:
            yield Line(f"{place.file}:{place.line}  {place.note}", "place", 6)
            if not short and (code := excerpt(report, place.file, place.line)):
                yield Line(code, "code", 10)
        if short and len(made.places) > MOST_PLACES:
            yield Line(f"and {prose.plural(len(made.places) - MOST_PLACES, 'more place')}", "aside", 6)
    elif made is not None and made.because:
        yield Line(f"for a proposal is missing: {prose.sentences(made.because)}", indent=4)
    else:
        yield Line("a gated export with the flag passed, or a query that leaves flagged rows out", indent=4)


def _is_open(row: Row, access: Access | None) -> bool:
    if access is None:
        return row.is_open
    decided = any(access.id in decision.covers for decision in row.decisions)
    return row.is_open and not decided and not facts.passes(access)
