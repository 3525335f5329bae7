"""SARIF 2.1.0 for code scanning: active findings, with the paths that lead to people."""

import hashlib
from collections import Counter
from typing import Any

import msgspec

from audit.model import CHECK_RULES, Access, Finding, Path, Report
from reports.escapes import json_value, uri
from reports.shown import PEOPLE
from reports.words import sentences

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
SCHEME = "callsite/v1"
MOST_RESULTS = 5_000
"""GitHub keeps that many of a run."""
MOST_BYTES = 10_000_000
"""GitHub refuses more than 10 MB, compressed; what is not larger before compression never is."""
MOST_FLOWS = 3
_NOTHING_TO_DO = ("exempted-here", "improvement")
_INDEX = {rule.name: number for number, rule in enumerate(CHECK_RULES)}
Json = dict[str, Any]


def to_sarif(report: Report) -> bytes:
    """One run as UTF-8 JSON, inside GitHub's limits; what does not fit is counted.

    Findings that are accepted, that got better or that only a reviewer needs are no results.
    """
    active = [one for one in report.findings if one.state != "accepted" and one.rule not in _NOTHING_TO_DO]
    sizes = ((MOST_RESULTS, MOST_FLOWS), (MOST_RESULTS, 0), (MOST_RESULTS // 10, 0), (0, 0))
    logs = (_encoded(report, active, most, flows) for most, flows in sizes)
    data = next(log for log in logs if len(log) <= MOST_BYTES)
    return (msgspec.json.format(data, indent=2) if len(data) < MOST_BYTES // 4 else data) + b"\n"


def _encoded(report: Report, active: list[Finding], most: int, flows: int) -> bytes:
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, active, most, flows)]}
    return msgspec.json.encode(json_value(log))


def _run(report: Report, active: list[Finding], most: int, flows: int) -> Json:
    accesses = {access.id: access for access in report.accesses}
    seen = Counter[str]()
    shown = active[:most]
    return {
        "tool": {
            "driver": {
                "name": report.tool.name,
                "version": report.tool.version,
                "rules": [_rule(number) for number in range(len(CHECK_RULES))],
            }
        },
        "automationDetails": {"id": f"ungated/{report.rules.name}/"},
        "columnKind": "utf16CodeUnits",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": _notes(report, len(active) - len(shown)),
            }
        ],
        "results": [_result(one, accesses.get(one.access or ""), flows, seen) for one in shown],
    }


def _rule(number: int) -> Json:
    rule = CHECK_RULES[number]
    return {
        "id": rule.name,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.means},
        "help": {"text": f"{rule.means} To resolve: {rule.resolve}"},
        "defaultConfiguration": {"level": rule.with_base or rule.without or "note"},
    }


def _result(finding: Finding, access: Access | None, flows: int, seen: Counter[str]) -> Json:
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": _INDEX[finding.rule],
        "level": finding.level,
        "message": {"text": f"{finding.message}. To resolve: {finding.help}"},
        "locations": [_place_of(finding, access)],
        "partialFingerprints": {SCHEME: _fingerprint(finding, seen)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_place(site.file, site.line), "id": number, "message": {"text": site.note or "the same"}}
            for number, site in enumerate(finding.related[:100], start=1)
        ]
    if found := _flows(access, flows):
        result["codeFlows"] = found
    return result


def _place_of(finding: Finding, access: Access | None) -> Json:
    if access is None or (access.file, access.line) != (finding.file, finding.line):
        return _place(finding.file, finding.line)
    named = {"fullyQualifiedName": access.function, "kind": "function"}
    return {**_place(finding.file, finding.line, access.column), "logicalLocations": [named]}


def _place(file: str, line: int, column: int | None = None) -> Json:
    region = {"startLine": max(line, 1)} | ({"startColumn": column} if column else {})
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(file), "uriBaseId": "%SRCROOT%"},
            "region": region,
        }
    }


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """The identity of the access; of what is about none, the sentence. A second one of the kind gets a
    number.
    """
    stated = (finding.rule, finding.subject, finding.access or (finding.file, finding.message))
    digest = hashlib.sha256(msgspec.json.encode(json_value(stated))).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"


def _flows(access: Access | None, most: int) -> list[Json]:
    paths = access.paths if access is not None else ()
    shown = [path for path in paths if path.steps and path.flow != "implicit" and path.sink.kind in PEOPLE]
    return [{"threadFlows": [{"locations": _steps(path)}]} for path in shown[:most]]


def _steps(path: Path) -> list[Json]:
    return [
        {
            "location": {
                **_place(step.file, step.line, step.column),
                "message": {"text": step.note or "the value goes on"},
            }
        }
        for step in path.steps[:1000]
    ]


def _notes(report: Report, omitted: int) -> list[Json]:
    notes = [("note", sentences.found(report.found))]
    notes += [("warning", f"{place}: {reason}") for place, reason in sentences.unread(report.coverage)[:100]]
    if omitted:
        notes.append(("warning", f"{omitted:,} further findings are left out"))
    return [{"level": level, "message": {"text": text}} for level, text in notes]
