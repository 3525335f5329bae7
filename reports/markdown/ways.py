"""Call sites and the ways of their results, folded: one line for each, at most eight hops."""

from collections.abc import Iterator
from itertools import groupby

from audit.model import Access, Path
from reports import facts, phrases, words
from reports.escapes import markdown, markdown_code
from reports.facts import Row, Shown
from reports.markdown.links import Links

MOST_HOPS = 8
MOST_ACCESSES = 6
MOST_WAYS = 2
MOST_LETTERS = 60


def ways(row: Row, links: Links) -> list[str]:
    """The folded list of a row's accesses, each with the ways to the places that it shows worst."""
    if not row.accesses:
        return []
    if not links.folds:
        return [f"{words.plural(len(row.accesses), 'call site')} with paths left out: see `ungated explain`."]
    lines = ["<details><summary>Call sites and paths</summary>", ""]
    most = MOST_WAYS if row.leaks else 1
    for access in row.accesses[:MOST_ACCESSES]:
        lines += _access(access, facts.shown([access]), most, links)
    left = len(row.accesses) - MOST_ACCESSES
    if left > 0:
        lines += ["", f"{words.plural(left, 'further access')} not listed."]
    return [*lines, "</details>"]


def hops(path: Path) -> list[tuple[str, int, str]]:
    """The way as (file, line, what happens there), one hop for each run of steps in the same file.

    Of more than eight, those in the middle are left out; the empty file says how many.
    """
    runs = [list(run) for _, run in groupby(path.steps, key=lambda step: step.file)]
    made = [(run[0].file, run[0].line, _told([step.note for step in run])) for run in runs]
    left = len(made) - MOST_HOPS
    if left <= 0:
        return made
    kept = MOST_HOPS // 2
    return [*made[:kept], ("", 0, f"{words.plural(left + 1, 'file')} between"), *made[-kept + 1 :]]


def _told(notes: list[str]) -> str:
    kept = list(dict.fromkeys(_short(note) for note in (notes[0], notes[-1]) if note))
    return " … ".join(kept)


def _short(note: str) -> str:
    """A long chain of calls by its two ends."""
    return note if len(note) <= MOST_LETTERS else f"{note[: MOST_LETTERS // 2]}…{note[-MOST_LETTERS // 3 :]}"


def _access(access: Access, shown: tuple[Shown, ...], most: int, links: Links) -> Iterator[str]:
    kind = phrases.access(access)
    through = [links.file(step.file, step.line) for step in access.through]
    marks = [kind] * bool(kind) + [f"through {words.joined(through)}"] * bool(through)
    gate = f"gate {phrases.gate(access.gate.state)}" if access.gate is not None else ""
    keys = f"keyed by {phrases.keyed(access.keyed_by, markdown_code)}" if access.keyed_by else ""
    lost = f"lost from sight at {words.plural(len(access.escapes), 'place')}" if access.escapes else ""
    end = "" if shown or access.reach in (None, "escapes") else f"shown {phrases.reach(access.reach)}"
    told = ", ".join(filter(None, [*marks, gate, keys, lost, end]))
    ways = [_way(one, links) for one in shown[:most]]
    left = f"{words.plural(len(shown) - most, 'further place')}" if len(shown) > most else ""
    head = f"- {links.access(access, whole=True)}{': ' if told else ''}{told}"
    if most == 1:
        yield "; ".join(filter(None, [head, *ways, left]))
        return
    yield head
    yield from (f"  - {line}" for line in filter(None, [*ways, left]))


def _way(one: Shown, links: Links) -> str:
    steps = " → ".join(_hop(hop, links) for hop in hops(one.path))
    return f"{markdown_code(one.name)}, {one.path.confidence}: {steps or 'no steps'}"


def _hop(hop: tuple[str, int, str], links: Links) -> str:
    file, line, note = hop
    return f"{links.file(file, line)} {markdown(note)}" if file else f"… {note} …"
