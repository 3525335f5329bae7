"""Reports at random, built from the types of the model: whatever it allows, every format must be able to say."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from audit.model import Access, Flow, Path, Report, Subject, in_order

# Letters, what every format acts on, and what a file system may hold and Unicode does not.
TEXT = st.text("ab/.#:|`*_<>&@[](){}\\ \n\t\x1b\u202e\"'~$!-1é\udc80", max_size=12)
KNOWN = ["getRelease", "lookup", "job:x", "GET /a/:id", "apps/a.ts", "library.id", "0123456789ab"]
NAMES = st.sampled_from(KNOWN) | TEXT
NUMBERS = st.integers(1, 40)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """In the order of every report. Names that mean each other meet: left to chance alone, no access had a subject."""
    return in_order(_sound(_met(draw, draw(_of(Report)))))


def _met(draw: st.DrawFn, report: Report) -> Report:
    """Most accesses are of a subject that is there, in production, and lead to people; groups have accesses."""
    subjects = report.subjects or tuple(draw(st.lists(_of(Subject), min_size=1, max_size=2)))
    accesses = report.accesses or tuple(draw(st.lists(_of(Access), max_size=2)))
    accesses = tuple(_of_one(draw, access, [one.id for one in subjects]) for access in accesses)
    mine = st.lists(st.sampled_from([one.id for one in accesses]), max_size=2) if accesses else st.just([])
    return msgspec.structs.replace(
        report,
        # What a subject says of all its paths, a judge has said by these; here nobody has.
        subjects=tuple(msgspec.structs.replace(one, flagged=None) for one in subjects),
        accesses=accesses,
        findings=report.findings * draw(st.integers(1, 12)),
        groups=tuple(msgspec.structs.replace(one, accesses=(*one.accesses, *draw(mine))) for one in report.groups),
    )


def _of_one(draw: st.DrawFn, access: Access, subjects: list[str]) -> Access:
    often = st.sampled_from((True, True, True, False))
    if not draw(often):
        return access
    return msgspec.structs.replace(
        access,
        subject=draw(st.sampled_from(subjects)),
        scope="production",
        wrapper=False,
        reach="renders",
        paths=tuple(
            _seen(draw, path) if draw(often) else path for path in access.paths or draw(st.lists(_of(Path), max_size=2))
        ),
    )


def _seen(draw: st.DrawFn, path: Path) -> Path:
    sink = path.sink if path.sink.kind in ("view", "message") else msgspec.structs.replace(path.sink, kind="http")
    flagged = (
        msgspec.structs.replace(path.flagged, state="yes") if path.flagged and draw(st.booleans()) else path.flagged
    )
    flow: Flow = path.flow if draw(st.booleans()) else "explicit"
    return msgspec.structs.replace(path, sink=sink, flow=flow, flagged=flagged)


def _sound(report: Report) -> Report:
    """With the promises that the types do not make: names are unique, rules known, lines of excerpts numbers."""
    subjects = {subject.id: subject for subject in report.subjects}
    groups = {group.id: group for group in report.groups if group.id not in subjects}
    quoted = {file: enumerate(lines.values(), 1) for file, lines in report.excerpts.items()}
    return msgspec.structs.replace(
        report,
        subjects=tuple(subjects.values()),
        groups=tuple(groups.values()),
        accesses=tuple({access.id: access for access in report.accesses}.values()),
        excerpts={file: {str(at): code for at, code in lines} for file, lines in quoted.items()},
        findings=tuple(msgspec.structs.replace(one, rule="new-access") for one in report.findings),
    )


def _of(kind: type) -> st.SearchStrategy[Any]:
    return _strategy(inspect.type_info(kind))


def _strategy(kind: inspect.Type) -> st.SearchStrategy[Any]:
    match kind:
        case inspect.StructType():
            fields = {field.name: _strategy(field.type) for field in kind.fields}
            return st.builds(kind.cls, **fields)
        case inspect.UnionType():
            return st.one_of([_strategy(one) for one in kind.types])
        case inspect.LiteralType():
            return st.sampled_from(kind.values)
        case inspect.VarTupleType():
            return st.lists(_strategy(kind.item_type), max_size=2).map(tuple)
        case inspect.DictType():
            return st.dictionaries(_strategy(kind.key_type), _strategy(kind.value_type), max_size=2)
        case inspect.StrType():
            return NAMES
        case inspect.IntType():
            return NUMBERS
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
    raise AssertionError(kind)
