"""One order for every list of the report, so that the same facts give the same bytes."""

from collections import Counter

import msgspec

from audit.model.accesses import Access
from audit.model.coverage import Coverage, Found
from audit.model.findings import Drift, Finding
from audit.model.gates import Gate
from audit.model.paths import Path, Sink
from audit.model.reports import Report
from audit.model.subjects import Group, Subject


def in_order(report: Report) -> Report:
    """The same report with every list sorted.

    Lists whose order means something stay: `steps`, `through`, `stored_in`, `keyed_by` (strongest first), the
    reasons of a recommendation, and the chains through a service.
    """
    return msgspec.structs.replace(
        report,
        found=_found(report.found),
        coverage=_coverage(report.coverage),
        subjects=tuple(sorted(map(_subject, report.subjects), key=lambda subject: subject.id)),
        groups=tuple(sorted(map(_group, report.groups), key=lambda group: group.id)),
        accesses=tuple(sorted(map(_access, report.accesses), key=_by_place)),
        grounds=tuple(sorted(report.grounds, key=lambda ground: ground.id)),
        triggers=tuple(sorted(report.triggers, key=lambda trigger: trigger.id)),
        drift=tuple(sorted(report.drift, key=_by_file)),
        excerpts={file: _by_number(lines) for file, lines in sorted(report.excerpts.items())},
        findings=tuple(sorted(report.findings, key=_by_finding)),
    )


def _found(found: Found) -> Found:
    return msgspec.structs.replace(found, client=tuple(sorted(found.client)))


def _coverage(coverage: Coverage) -> Coverage:
    return msgspec.structs.replace(
        coverage,
        unanalysed=tuple(sorted(coverage.unanalysed)),
        damaged=tuple(sorted(coverage.damaged)),
        unresolved=tuple(sorted(coverage.unresolved)),
        look_alikes=tuple(sorted(coverage.look_alikes)),
    )


def _subject(subject: Subject) -> Subject:
    return msgspec.structs.replace(
        subject,
        endpoints=tuple(sorted(subject.endpoints)),
        decisions=tuple(sorted(subject.decisions, key=lambda decision: decision.file)),
    )


def _group(group: Group) -> Group:
    return msgspec.structs.replace(
        group,
        accesses=tuple(sorted(group.accesses)),
        options=tuple(sorted(group.options, key=lambda option: option.decision)),
        decisions=tuple(sorted(group.decisions, key=lambda decision: decision.file)),
    )


def _access(access: Access) -> Access:
    return msgspec.structs.replace(
        access,
        gate=access.gate and _gate(access.gate),
        escapes=tuple(sorted(access.escapes)),
        paths=_paths(access.paths),
    )


def _gate(gate: Gate) -> Gate:
    return msgspec.structs.replace(
        gate,
        evidence=tuple(sorted(gate.evidence)),
        chains=tuple(sorted(gate.chains)),
        defects=tuple(sorted(gate.defects)),
    )


def _paths(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """By the sink; what is the same in that by all that they say, which takes long to spell."""
    made = [(_by_sink(one), one) for one in map(_path, paths)]
    seen = Counter(key for key, _ in made)
    return tuple(one for _, one in sorted(made, key=lambda it: (it[0], repr(it[1]) if seen[it[0]] > 1 else "")))


def _path(path: Path) -> Path:
    return msgspec.structs.replace(
        path,
        sink=_sink(path.sink),
        conditions=tuple(sorted(path.conditions)),
        fields=tuple(sorted(path.fields)),
    )


def _sink(sink: Sink) -> Sink:
    return msgspec.structs.replace(sink, routes=tuple(sorted(sink.routes)), columns=tuple(sorted(sink.columns)))


def _by_number(lines: dict[str, str]) -> dict[str, str]:
    return dict(sorted(lines.items(), key=lambda line: int(line[0])))


def _by_place(access: Access) -> tuple[str, int, int, str, str, str]:
    return access.file, access.line, access.column, access.subject, access.kind, access.id


def _by_sink(path: Path) -> tuple[str, str, int, int, str, tuple[str, ...], tuple[str, ...]]:
    sink = path.sink
    return sink.kind, sink.file, sink.line, sink.column, path.flow, sink.columns, path.stored_in


def _by_file(drift: Drift) -> tuple[str, int, str, str]:
    return drift.file, drift.line, drift.kind, drift.note


def _by_finding(finding: Finding) -> tuple[str, int, str, str, str, str]:
    return (
        finding.file,
        finding.line,
        finding.rule,
        finding.subject or "",
        finding.access or "",
        finding.message,
    )
