"""A section for each group and each audited export, and one for what else stands outside the gate."""

from collections.abc import Iterable, Iterator

import msgspec

from audit.model import Decision, Evidence, Group, Report, Subject
from reports import facts
from reports.escapes import markdown, markdown_code
from reports.facts import Row
from reports.markdown.links import Links
from reports.markdown.table import heading, row, strong
from reports.markdown.ways import ways
from reports.shown import Shown
from reports.words import phrases, prose, terms
from reports.words.service import reached

MOST_WAYS_IN = 6
MOST_NAMES = 3
MOST_FACTS = 2
MOST_PLACES = 6
MOST_ROWS = 12


def groups(rows: list[Row], links: Links) -> list[str]:
    """A section for each group."""
    mine = [one for one in rows if isinstance(one.about, Group)]
    return _joined([_section(one, links, "##") for one in mine])


def exports(rows: list[Row], links: Links) -> list[str]:
    """A section for each audited export, under one heading."""
    mine = [one for one in rows if isinstance(one.about, Subject)]
    if not mine:
        return []
    title = f"## The {prose.plural(len(mine), 'audited export', words=True)}"
    return _joined([[title], *(_section(one, links, "###") for one in mine)])


def remaining(report: Report, links: Links) -> list[str]:
    """What else is reached outside the gate: a line for each."""
    others = facts.others(report)
    if not others:
        return []
    lines = ["## What else is outside the gate"]
    seen = [one for one in others if one.shown or one.reach in (None, "renders", "escapes")]
    if seen:
        lines += ["", *heading(["", "Where", "Shown at", f"{links.flagged.one.capitalize()} possible", "Decision"])]
    lines += [row(_cells(one, links)) for one in seen[:MOST_ROWS]]
    lines += _omitted(len(seen) - MOST_ROWS, "subject")
    rest = [f"{markdown_code(one.id)} ({_decided(one)})" for one in others if one not in seen]
    return [*lines, "", f"Shown to nobody: {prose.listed(rest, MOST_ROWS)}."] if rest else lines


def _cells(one: Row, links: Links) -> list[str]:
    where = list(dict.fromkeys(links.file(access.file, access.line) for access in one.accesses))
    shown = phrases.shown_at(one, markdown_code)
    flagged = phrases.flagged(one, strong)
    return [markdown_code(one.id), prose.listed(where, MOST_NAMES), shown, flagged, _decided(one)]


def _decided(one: Row) -> str:
    exempt = one.about.exempt if isinstance(one.about, Subject) else None
    return f"none needed: {markdown(exempt)}" if exempt else markdown(phrases.decision(one))


def _section(one: Row, links: Links, level: str) -> list[str]:
    title = f" · {markdown(one.about.title)}" if isinstance(one.about, Group) and one.about.title else ""
    status = f"{markdown(phrases.decision(one))} · proposal: {phrases.proposal(one.recommendation)}"
    parts = [
        [f"{level} {markdown_code(one.id)}{title} · {status}"],
        [
            *(f"- {fact}" for fact in _facts(one)),
            *_service(one),
            *(line for decision in one.decisions for line in _decision(decision)),
            *_proposal(one, links),
        ],
        _ways_in(one, links),
        ways(one, links),
    ]
    return _joined(parts)


def _facts(one: Row) -> Iterator[str]:
    """Where it is reached and what keeps flagged rows away; nothing that the table below repeats."""
    if not one.accesses:
        yield "Nothing in production reaches it."
        return
    keys = dict.fromkeys(key for access in one.accesses for key in access.keyed_by)
    by = f", keyed by {terms.keyed(keys, markdown_code)}" if keys else ""
    homes = dict.fromkeys(access.file.rsplit("/", 1)[0] for access in one.accesses)
    calls = prose.plural(len(one.accesses), "access").capitalize()
    yield (
        f"{calls} in {prose.listed(map(markdown_code, homes), 3)}{by}. "
        f"Gate before it: {terms.gate(one.gate)}. Shown at: {phrases.shown_at(one, markdown_code)}."
    )


def _service(one: Row) -> Iterator[str]:
    """What the service's own code does, where it was read and has the route."""
    said = reached(one.server, markdown_code, markdown) if one.server is not None else ""
    if said:
        yield f"- In the service's code {said}."


def _decision(one: Decision) -> Iterator[str]:
    limit = one.review_by or one.due
    until = f", {'review by' if one.review_by else 'due'} {limit}" if limit else ""
    yield (
        f"- Decided: **{one.decision}** by {markdown(one.decided_by)} on {markdown(one.decided_on)}"
        f"{markdown(until)}: {markdown(one.reason)}"
    )
    if one.state != "current":
        since = prose.listed(map(markdown_code, one.changed), MOST_PLACES)
        yield f"  - The decision is **{one.state}**{': ' if since else '.'}{since}"


def _proposal(one: Row, links: Links) -> list[str]:
    if not one.is_open or not one.accesses:
        return []
    made = one.recommendation
    record = f"To record a decision: {markdown_code(phrases.record(one))}"
    lines = [f"- {record}"]
    if made is not None and made.because:
        lead = "Why the proposal" if made.decision is not None else "What is missing for a proposal"
        lines = [f"- {lead}: {links.reasons(made.because)} {record}"]
    if made is not None and made.places:
        lead = f"Where it meets {links.flagged.many}" if made.decision == "stay-ungated" else "Where it belongs"
        lines.append(f"- {lead}: {links.evidence(map(_query, made.places), MOST_PLACES)}.")
    if isinstance(one.about, Group):
        for option in one.about.options:
            needs = "; ".join(map(links.note, option.needs)) or "nothing further"
            lines.append(f"- **{option.decision}** needs: {needs}.")
    return lines


def _query(place: Evidence) -> Evidence:
    """A place by what stands there: what reads a column is a query."""
    reads = place.note.startswith("reads ")
    return msgspec.structs.replace(place, note=f"the query that {place.note}") if reads else place


def _ways_in(one: Row, links: Links) -> list[str]:
    """The small table: shown at, how a flagged row gets in, state. Places alike share a row.

    Where no flagged row is shown, the reason of the proposal has said why.
    """
    reason = one.recommendation is not None and one.recommendation.because
    if not one.shown or (reason and all(place.state == "no" for place in one.shown)):
        return []
    alike: dict[tuple[str, str], list[Shown]] = {}
    for place in one.shown:
        alike.setdefault((_way_in(place, links), phrases.state(place, markdown_code, strong)), []).append(place)
    lines = heading(["Shown at", f"How a {links.flagged.one} gets in", "State"])
    for (way, state), several in list(alike.items())[:MOST_WAYS_IN]:
        lines.append(row([prose.listed((markdown_code(place.name) for place in several), MOST_NAMES), way, state]))
    left = sum(len(several) for several in list(alike.values())[MOST_WAYS_IN:])
    return [*lines, *_omitted(left, "place")]


def _way_in(place: Shown, links: Links) -> str:
    flagged = place.path.flagged
    told = links.evidence(flagged.evidence, MOST_FACTS) if flagged is not None else terms.UNKNOWN
    by = f"by {prose.joined(map(markdown_code, place.columns[:MOST_NAMES]))}" if place.columns else ""
    return "; ".join(filter(None, [told, by])) or "no evidence"


def _omitted(left: int, noun: str) -> list[str]:
    return ["", f"{prose.plural(left, f'further {noun}')} not listed: see `ungated explain`."] if left > 0 else []


def _joined(parts: Iterable[list[str]]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if part:
            lines += ["", *part] if lines else part
    return lines
