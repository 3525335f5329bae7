"""The one table that answers the question, and whether the old reasons still hold."""

from audit.model import Group, Report
from reports.escapes import markdown, markdown_code
from reports.facts import Row
from reports.markdown.links import Links
from reports.words import phrases, prose, terms
from reports.words.sentences import Flagged

MOST_FACTS = 4


def table(rows: list[Row], flagged: Flagged) -> list[str]:
    """A row for each audited export and each group, worst first."""
    if not rows:
        return ["No audited export and no group is in this checkout."]
    asked = any(row.server is not None for row in rows)
    headings = [
        "",
        "Accesses",
        "Carries",
        "Shown at",
        f"{flagged.one.capitalize()} possible",
        "Gate before it",
        *(["The service's own code"] if asked else []),
        "Proposal",
        "Decision",
    ]
    return [*heading(headings), *(_line(_cells(row, asked=asked)) for row in rows)]


def grounds(report: Report, links: Links) -> list[str]:
    """A row for each reason on record: does it hold, and on which facts."""
    if not report.grounds:
        return []
    ordered = sorted(report.grounds, key=lambda one: (terms.ground_order(one.state), one.id))
    lines = ["## Do the reasons still hold?", "", *heading(["Reason", "Today", "Evidence"])]
    for one in ordered:
        today = terms.ground(one, markdown_code)
        lines.append(
            _line(
                [
                    f"{markdown(one.quote)} ({markdown(one.source)})",
                    today if one.state == "holds" else f"**{today}**",
                    links.evidence(one.evidence, MOST_FACTS) or "none",
                ]
            )
        )
    return lines


def heading(names: list[str]) -> list[str]:
    """The first two lines of a table."""
    return [_line(names), f"|{'---|' * len(names)}"]


def row(cells: list[str]) -> str:
    """A line of a table; the cells are Markdown."""
    return _line(cells)


def _cells(one: Row, *, asked: bool) -> list[str]:
    name = markdown_code(one.id)
    return [
        f"group {name}" if isinstance(one.about, Group) else name,
        f"{len(one.accesses):,}",
        markdown(prose.joined(one.carries)) or "not stated",
        phrases.shown_at(one, markdown_code),
        phrases.flagged(one, strong),
        terms.gate(one.gate) if one.accesses else "",
        *([markdown(phrases.server(one)) or ("" if isinstance(one.about, Group) else "not asked")] if asked else []),
        phrases.proposal(one.recommendation),
        markdown(phrases.decision(one)),
    ]


def strong(text: str) -> str:
    """Bold; for words of ours."""
    return f"**{text}**"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
