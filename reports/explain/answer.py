"""The answer to a question: in a screen, or in full."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from audit.model import Access, Group, Path, Report, Subject
from reports.explain import full, short
from reports.explain import query as queries
from reports.explain.lines import Line
from reports.shown import rank
from reports.words.rephrased import worded

SCREEN: Final = 40
"""Lines; an answer that is no longer is given in full."""


class Form(NamedTuple):
    """How an answer is given about each kind of thing that a question can mean."""

    subject: Callable[[Report, Subject | Group], Iterator[Line]]
    access: Callable[[Report, Access], Iterator[Line]]
    ways: Callable[[Report, str, list[tuple[Access, Path]]], Iterator[Line]]


FULL: Final = Form(full.subject, full.access, full.ways)
SHORT: Final = Form(short.subject, short.access, short.ways)


def explain(report: Report, question: str, *, every_step: bool = False) -> list[Line]:
    """The answer; empty when nothing in the report is called so. One that is long is summed up, unless `every_step`."""
    report = worded(report)
    whole = list(_told(report, question, FULL))
    if every_step or len(whole) <= SCREEN:
        return whole
    hint = Line("every access, way and step: the same with --full", "aside", 2)
    return [*_told(report, question, SHORT), hint]


def _told(report: Report, question: str, form: Form) -> Iterator[Line]:
    about = queries.subject_or_group(report, question)
    if about is not None:
        yield from form.subject(report, about)
    elif mine := queries.accesses(report, question):
        for access in mine:
            yield from form.access(report, access)
    else:
        for name, best in _ends(report, question):
            yield from form.ways(report, name, best)


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
