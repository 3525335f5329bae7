"""Call sites and the ways of their results, folded: one line for each, at most eight hops."""

from collections.abc import Iterator

from audit.model import Access
from reports.escapes import markdown, markdown_code
from reports.facts import Row
from reports.hops import Hop, cut, hops
from reports.markdown.links import Links
from reports.shown import Shown, shown_by
from reports.words import prose, terms

MOST_ACCESSES = 6
MOST_WAYS = 2


def ways(row: Row, links: Links) -> list[str]:
    """The folded list of a row's accesses, each with the ways to the places that it shows worst."""
    if not row.accesses:
        return []
    if not links.folds:
        return [f"{prose.plural(len(row.accesses), 'call site')} with paths left out: see `ungated explain`."]
    lines = ["<details><summary>Call sites and paths</summary>", ""]
    most = MOST_WAYS if row.leaks else 1
    for access in row.accesses[:MOST_ACCESSES]:
        lines += _access(access, shown_by([access]), most, links)
    left = len(row.accesses) - MOST_ACCESSES
    if left > 0:
        lines += ["", f"{prose.plural(left, 'further access')} not listed."]
    return [*lines, "</details>"]


def _access(access: Access, shown: tuple[Shown, ...], most: int, links: Links) -> Iterator[str]:
    kind = terms.access(access)
    through = [links.file(step.file, step.line) for step in access.through]
    marks = [kind] * bool(kind) + [f"through {prose.joined(through)}"] * bool(through)
    gate = f"gate {terms.gate(access.gate.state)}" if access.gate is not None else ""
    keys = f"keyed by {terms.keyed(access.keyed_by, markdown_code)}" if access.keyed_by else ""
    lost = f"lost from sight at {prose.plural(len(access.escapes), 'place')}" if access.escapes else ""
    end = "" if shown or access.reach in (None, "escapes") else f"shown {terms.reach(access.reach)}"
    told = ", ".join(filter(None, [*marks, gate, keys, lost, end]))
    ways = [_way(one, links) for one in shown[:most]]
    left = f"{prose.plural(len(shown) - most, 'further place')}" if len(shown) > most else ""
    head = f"- {links.access(access, whole=True)}{': ' if told else ''}{told}"
    if most == 1:
        yield "; ".join(filter(None, [head, *ways, left]))
        return
    yield head
    yield from (f"  - {line}" for line in filter(None, [*ways, left]))


def _way(one: Shown, links: Links) -> str:
    steps = " → ".join(_hop(hop, links) for hop in cut(hops(one.path)))
    return f"{markdown_code(one.name)}, {one.path.confidence}: {steps or 'no steps'}"


def _hop(hop: Hop, links: Links) -> str:
    return f"{links.file(hop.file, hop.line)} {markdown(hop.said)}" if hop.file else f"… {markdown(hop.said)} …"
