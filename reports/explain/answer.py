"""The answer to a question: in a screen, or in full."""

from collections.abc import Iterator
from typing import Final

from audit.model import Access, Path, Report
from reports.explain import full, short
from reports.explain import query as queries
from reports.explain.lines import Line
from reports.shown import rank
from reports.worded import worded

SCREEN: Final = 40
"""Lines; an answer that is no longer is given in full."""


def explain(report: Report, question: str, *, every_step: bool = False) -> list[Line]:
    """The answer; empty when nothing in the report is called so. One that is long is summed up, unless `every_step`."""
    report = worded(report)
    whole = list(_whole(report, question))
    return whole if every_step or len(whole) <= SCREEN else list(_summed(report, question))


def _whole(report: Report, question: str) -> Iterator[Line]:
    about = queries.subject_or_group(report, question)
    if about is not None:
        yield from full.subject(report, about)
    elif mine := queries.accesses(report, question):
        for access in mine:
            yield from full.access(report, access)
    else:
        for name, best in _ends(report, question):
            yield from full.ways(report, name, best)


def _summed(report: Report, question: str) -> Iterator[Line]:
    about = queries.subject_or_group(report, question)
    if about is not None:
        yield from short.subject(report, about)
    elif mine := queries.accesses(report, question):
        for access in mine:
            yield from short.access(report, access)
    else:
        for name, best in _ends(report, question):
            yield from short.ways(report, name, best)
    yield Line("every access, way and step: the same with --full", "aside", 2)


def _ends(report: Report, question: str) -> Iterator[tuple[str, list[tuple[Access, Path]]]]:
    """The places that are meant, each with the best path of each access, those that show something first."""
    found = [(end.name, end.ways) for end in queries.ends(report, question)]
    passed = queries.spot(report, question) if not found else None
    if passed is not None:
        found = [(f"{passed.file}:{passed.line}", passed.ways)]
    for name, ways in found:
        best: dict[str, tuple[Access, Path]] = {}
        for access, path in sorted(ways, key=lambda way: (way[1].flow == "implicit", rank(way[1]))):
            best.setdefault(access.id, (access, path))
        yield name, list(best.values())
