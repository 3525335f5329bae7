"""Reports at random, built from the types of the model: whatever it allows, every format must be able to say."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from audit.model import Report, in_order

# Letters, what every format acts on, and what a file system may hold and Unicode does not.
TEXT = st.text("ab/.#:|`*_<>&@[](){}\\ \n\t\x1b\u202e\"'~$!-1é\udc80", max_size=12)
KNOWN = ["getRelease", "lookup", "job:x", "GET /a/:id", "apps/a.ts", "library.id", "0123456789ab"]
NAMES = st.sampled_from(KNOWN) | TEXT
NUMBERS = st.integers(1, 40)


def reports() -> st.SearchStrategy[Report]:
    """In the order of every report; ids of accesses, subjects and groups are those of others often enough to meet."""
    return _of(Report).map(_sound).map(in_order)


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
