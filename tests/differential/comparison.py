"""Two readings of the same file, and what one says that the other does not."""

from __future__ import annotations

from pathlib import Path

from audit.extract.typescript.grammar.calls import calls
from audit.extract.typescript.parse import Parsed, Unparsed, parse
from audit.source.languages import dialect_of
from tests.differential.reference import Call, Seen, call


def difference(path: Path, seen: Seen, source: bytes | None = None) -> str:
    """Every call missed or invented outside damaged regions, one a line; empty when there is none."""
    source = path.read_bytes() if source is None else source
    parsed = parse(source, dialect_of(path.name) or "typescript")
    if isinstance(parsed, Unparsed):
        return f"{path}: not parsed: {parsed.reason}"
    ours = found(parsed)
    rows = [("missed", item) for item in seen.calls - ours] + [("invented", item) for item in ours - seen.calls]
    return "\n".join(
        f"{path}:{_line(source, item)}: {verdict} {_excerpt(source, item)}"
        for verdict, item in sorted(rows, key=lambda row: row[1])
        if not inside(parsed, item)
    )


def found(parsed: Parsed) -> frozenset[Call]:
    """The calls of a parsed file."""
    out = set()
    for node in calls(parsed.tree):
        callee = node.child_by_field_name("function") or node.child_by_field_name("constructor")
        span = callee.byte_range if callee is not None else (node.start_byte, node.start_byte)
        out.add(call(parsed.source, *node.byte_range, *span))
    return frozenset(out)


def inside(parsed: Parsed, item: Call) -> bool:
    """Does the call touch a damaged region?"""
    return any(item.start < region.end and region.start < item.end for region in parsed.damaged)


def _excerpt(source: bytes, item: Call) -> str:
    callee = source[item.callee_start : item.callee_end].decode("utf-8", "replace")
    return f"{callee!r} in {source[item.start : item.end][:100].decode('utf-8', 'replace')!r}"


def _line(source: bytes, item: Call) -> int:
    return source.count(b"\n", 0, item.start) + 1
