"""The calls that go through the gate and pass no flag, and gates that are there and do not hold."""

import re
from collections.abc import Iterator
from typing import Final

from audit.model import Access, DefectKind, Report, likeliest
from reports import facts
from reports.escapes import markdown_code
from reports.markdown.links import Links
from reports.markdown.table import heading, row
from reports.shown import shown_by
from reports.words import prose, terms

MOST_CALLS = 20
MOST_DEFECTS = 5
_NAMED: Final = re.compile(r"`([^`]+)`|(\w+\.\w+) is read with the row")
"""What a note is about, where it begins with its name."""


def calls(report: Report, links: Links) -> list[str]:
    """The section; the calls by which no flagged row can be shown, and dead code, are folded."""
    through = facts.through_the_gate(report)
    if not through or all(one.gate is None for one in through):
        return []
    bare = [one for one in through if not facts.passes(one)]
    lines = [f"## Calls through the gate that let {links.flagged.many} pass ({len(bare)} of {len(through)})"]
    matter = [one for one in bare if _matters(one)]
    folded = [one for one in bare if not _matters(one)]
    if matter:
        lines += ["", *_table(matter, links)]
    if folded:
        summary = (
            f"{prose.plural(len(folded), 'further call')}: no {links.flagged.one} is shown by it, or nothing calls it"
        )
        lines += ["", f"<details><summary>{summary}</summary>", "", _listed(folded, links), "", "</details>"]
    defects = list(_defects(report, links))
    if defects:
        lines += ["", "Gates that are there and do not hold:", "", *defects]
    return lines


def _listed(accesses: list[Access], links: Links) -> str:
    """The folded ones in a line: who calls, and why it shows nothing."""
    reasons = (terms.reach(one.reach) if not _is_shown(one) else f"no {links.flagged.one}" for one in accesses)
    told = (f"{links.access(one)} ({why})" for one, why in zip(accesses, reasons, strict=True))
    return f"{prose.listed(told, MOST_CALLS)}."


def _is_shown(access: Access) -> bool:
    return access.reach in ("renders", "escapes")


def _matters(access: Access) -> bool:
    """Can a flagged row be shown by this call, as far as is known, and does anything call it?"""
    if access.reach == "unreachable":
        return False
    states = [path.flagged.state for path in access.paths if path.flagged is not None and path.flow != "implicit"]
    return likeliest(states) != "no" if states else access.reach in (None, "renders", "escapes")


def _table(accesses: list[Access], links: Links) -> list[str]:
    lines = heading(["Call", "Gate", "Keyed by", "Shown at"])
    for one in accesses[:MOST_CALLS]:
        state = one.gate.state if one.gate is not None else None
        shown = prose.listed((markdown_code(place.name) for place in shown_by([one])), 2)
        cells = [
            f"{markdown_code(one.subject)} in {links.access(one)}",
            terms.gate(state),
            terms.keyed(one.keyed_by, markdown_code),
            shown or terms.reach(one.reach),
        ]
        lines.append(row(cells))
    left = len(accesses) - MOST_CALLS
    return [*lines, "", f"{prose.plural(left, 'further call')} not listed."] if left > 0 else lines


def _defects(report: Report, links: Links) -> Iterator[str]:
    """A line for each kind: which cache or column, where, before which exports."""
    found: dict[DefectKind, dict[str, set[str]]] = {}
    for access in facts.counted(report):
        for defect in access.gate.defects if access.gate is not None else ():
            named = _NAMED.match(defect.note)
            said = markdown_code(named[1] or named[2]) if named else links.note(defect.note) or "here"
            where = f"{said} ({links.file(defect.file, defect.line)}"
            found.setdefault(defect.kind, {}).setdefault(where, set()).add(access.subject)
    for kind, places in sorted(found.items()):
        told = [
            f"{where}, before {prose.joined(map(markdown_code, sorted(names)))})" for where, names in places.items()
        ]
        yield f"- {terms.defect(kind).capitalize()}: {prose.listed(sorted(told), MOST_DEFECTS)}."
