"""The code on every line that a report cites, so that whoever renders it needs no checkout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from audit.source.contents import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.model import Access, Recommendation, Report
    from audit.source.snapshot import Snapshot

MOST_CHARACTERS = 240
"""Of one line, behind its indentation; what is generated or minified helps nobody."""


class _Cited(Protocol):
    @property
    def file(self) -> str: ...

    @property
    def line(self) -> int: ...


def with_excerpts(report: Report, snapshot: Snapshot) -> Report:
    """The report with `excerpts`: file and line number to the code there, indented as it is: columns count from there.

    Lines of files that cannot be read, or that end before, are left out.
    """
    lines: dict[str, set[int]] = {}
    for file, line in _cited(report):
        lines.setdefault(file, set()).add(line)
    made = {file: _excerpts(snapshot.peek(file), numbers) for file, numbers in sorted(lines.items())}
    return replace(report, excerpts={file: shown for file, shown in made.items() if shown})


def refreshed(report: Report, files: Iterable[str], snapshot: Snapshot) -> Report:
    """The report with the excerpts of these files as they are now; the lines that it cites are the same."""
    made = dict(report.excerpts)
    for file in files:
        if file in made:
            made[file] = _excerpts(snapshot.peek(file), set(map(int, made[file])))
    return replace(report, excerpts={file: shown for file, shown in made.items() if shown})


def _excerpts(data: bytes | Unreadable, numbers: set[int]) -> dict[str, str]:
    if isinstance(data, Unreadable):
        return {}
    code = data.decode("utf-8", "replace").split("\n")
    there = (number for number in sorted(numbers) if 1 <= number <= len(code))
    return {str(number): _cut(code[number - 1].rstrip()) for number in there}


def _cut(line: str) -> str:
    return line[: len(line) - len(line.lstrip()) + MOST_CHARACTERS]


def _cited(report: Report) -> Iterator[tuple[str, int]]:
    for access in report.accesses:
        yield access.file, access.line
        yield from _of_access(access)
    for subject in report.subjects:
        if subject.defined_at is not None:
            yield subject.defined_at.file, subject.defined_at.line
        yield from _proposed(subject.recommendation)
    for group in report.groups:
        yield from _proposed(group.recommendation)
    for ground in report.grounds:
        yield from _places(ground.evidence)
    for trigger in report.triggers:
        yield from _places(trigger.evidence)
    yield from _places(report.drift)
    yield from _places(report.findings)
    yield from _places(report.coverage.unresolved)
    yield from _places(report.coverage.look_alikes)


def _of_access(access: Access) -> Iterator[tuple[str, int]]:
    yield from _places(access.through)
    yield from _places(access.escapes)
    for key in access.keyed_by:
        yield from _places(key.evidence)
    if access.gate is not None:
        yield from _places(access.gate.evidence)
        yield from _places(access.gate.chains)
        yield from _places(access.gate.defects)
    for path in access.paths:
        yield path.sink.file, path.sink.line
        yield from _places(path.steps)
        yield from _places(path.flagged.evidence if path.flagged is not None else ())
        yield from _places((path.guard,) if path.guard is not None else ())


def _proposed(recommendation: Recommendation | None) -> Iterator[tuple[str, int]]:
    yield from _places(recommendation.places if recommendation is not None else ())


def _places(cited: Iterable[_Cited]) -> Iterator[tuple[str, int]]:
    return ((one.file, one.line) for one in cited)
