"""All formats say the same: any report renders in each of them, and they agree on what they count."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings

from audit.model import Report
from reports import columns, facts
from reports.check_text import to_check_text
from reports.comment import to_markdown
from reports.explain import as_text, explain
from reports.github import to_github
from reports.html import to_html
from reports.json import to_json
from reports.markdown import can_pin, to_decisions
from reports.safe import safe_terminal
from reports.sarif import to_sarif
from reports.terminal import lines_on_terminal, to_terminal
from reports.text import to_text
from reports.words import sentences
from tests import made
from tests.made_report import decisions_report
from tests.random_reports import reports

# Building such a report takes longer than rendering it; shrinking one takes minutes, and reads no better.
SLOW = settings(
    max_examples=30,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
EXTREMES = {"empty": made.report(), "failures": made.full_report(), "decisions": decisions_report()}


def everything(report):
    """The report in every format, by name."""
    shown = {
        "text": to_text(report),
        "terminal": to_terminal(report, width=100, color=True, root="/work"),
        "narrow": to_terminal(report, width=20, color=False),
        "verbose": to_terminal(report, width=80, color=False, verbose=True),
        "json": to_json(report, excerpts=True).decode(),
        "markdown": to_decisions(report, folder="docs"),
        "nowhere": to_decisions(report, folder=None),
        "html": to_html(report),
        "comment": to_markdown(report),
        "github": to_github(report),
        "sarif": to_sarif(report).decode(),
        "check": to_check_text(report),
    }
    if can_pin(report):
        shown["pinned"] = to_decisions(report, pin=True)
    asked = [one.id for several in (report.subjects, report.groups, report.accesses) for one in several]
    for question in asked:
        shown[f"explain {question}"] = as_text(explain(report, question))
        whole = explain(report, question, every_step=True)
        shown[f"explain {question} --full"] = lines_on_terminal(whole, width=60, color=False)
    return shown


@SLOW
@given(reports())
def test_any_report_renders_in_every_format(report):
    for name, shown in everything(report).items():
        assert shown or name.startswith("explain")
        assert not re.search("[\ud800-\udfff]", shown), name


@pytest.mark.parametrize("report", EXTREMES.values(), ids=EXTREMES)
def test_the_empty_report_and_the_one_of_failures_render_everywhere(report):
    for name, shown in everything(report).items():
        assert shown
        assert name in ("html", "sarif") or not re.search(r"\bNone\b(?! of the)", shown), name


STATES = ("live", "env", "dormant", "unknown", "no", None)
NAMES = {"live": "live", "env": "behind a variable", "dormant": "dormant"}


def stated(report):
    """What the tables have to say of each row, worked out from the JSON report alone: accesses, and places by state."""
    told = json.loads(to_json(report))
    counted = [one for one in told["accesses"] if one["scope"] == "production" and not one["wrapper"]]
    listed = {one["id"]: [each for each in counted if each["subject"] == one["id"]] for one in told["subjects"]}
    grouped = {one["id"]: [each for each in counted if each["id"] in one["accesses"]] for one in told["groups"]}
    asked = [one["id"] for one in told["subjects"] if one["listed"]] + list(grouped)
    return {safe_terminal(name): _row({**listed, **grouped}[name]) for name in asked}


def _row(accesses):
    worst = {}
    for access in accesses:
        for path in access["paths"] if access["reach"] != "unreachable" else ():
            sink = path["sink"]
            if path["flow"] == "implicit" or sink["kind"] not in ("http", "view", "message"):
                continue
            at = STATES.index(_state(path))
            for name in _names(sink):
                worst[name] = min(at, worst.get(name, at))
    states = [STATES[at] for at in worst.values()]
    return len(accesses), {said: states.count(state) for state, said in NAMES.items() if state in states}


def _names(sink):
    if sink["kind"] == "message":
        return [f"message {sink['channel'] or 'unknown'}"]
    return sink["routes"] or [f"{sink['kind']} at {sink['file']}"]


def _state(path):
    if path["flagged"] is None or path["flagged"]["state"] != "yes":
        return path["flagged"] and path["flagged"]["state"]
    kinds = {one["kind"] for one in path["conditions"]}
    return "dormant" if "dormant" in kinds else "env" if "env" in kinds else "live"


def _leaks(cell):
    """What a cell says of places that show a flagged row's data: {"live": 2}."""
    parts = re.findall(r"(\d+) (live|behind a variable|dormant)", cell) if cell.startswith("yes: ") else []
    return {name: int(count) for count, name in parts}


def tables_of(report, gfm):
    """The rows of each format that has a table, by name: (accesses, the cell about flagged rows)."""
    rows = facts.rows(report)
    shown = gfm.read(to_decisions(report)).rows[1 : len(rows) + 1] if rows else []
    page = json.loads(re.search(r'id="report">(.*?)</script>', to_html(report), re.DOTALL)[1])["rows"]
    in_text = columns.table(rows)[1:] if rows else []
    return {
        "text": {safe_terminal(line[1]): (int(line[2].replace(",", "")), line[4]) for line in in_text},
        "markdown": {
            row[0].strip().removeprefix("group").strip(): (int(row[1]), row[4].replace("**", "")) for row in shown
        },
        "page": {row["id"]: (row["accesses"], row["flagged"][1]) for row in page},
        "explain": {safe_terminal(row.id): _explained(report, row.id) for row in rows},
        "screen": {safe_terminal(row.id): line for row, line in zip(rows, _on_screen(report, rows), strict=True)},
    }


def _explained(report, name):
    facts_of = next(line.text for line in explain(report, name) if " in production; shown at: " in line.text)
    count = re.match(r"([\d,]+) access", facts_of)[1]
    return int(count), re.search(r"; flagged [a-z]+: (.*?); gate: ", facts_of)[1]


def _on_screen(report, rows):
    lines = columns.stacked(rows, sentences.flagged(report), all_of_it=True)
    return [
        (
            int(re.match(r"accesses: (\d+)", said)[1]),
            (re.search(r"; flagged [a-z]+: (.*?)(; gate: |$|; )", said) or " x")[1],
        )
        for _, _, said in lines
    ]


@SLOW
@given(reports())
def test_formats_agree_on_accesses_and_on_what_is_shown_of_flagged_rows(gfm, report):
    wanted = stated(report)
    for name, table in tables_of(report, gfm).items():
        said = {row.strip(): cells for row, cells in table.items()}
        for row, (count, leaks) in wanted.items():
            assert said[row.strip()][0] == count, name
            if leaks or said[row.strip()][1].startswith("yes: "):
                assert _leaks(said[row.strip()][1]) == leaks, name


def test_random_reports_say_enough_to_disagree_about():
    """Else the tests above hold for reports in which nothing is shown, and prove nothing."""
    wanted = {
        "a flagged row's data is shown": lambda report: any(row.leaks for row in facts.rows(report)),
        "several accesses": lambda report: any(len(row.accesses) > 1 for row in facts.rows(report)),
        "a decision": lambda report: any(row.decisions and row.accesses for row in facts.rows(report)),
        "several findings": lambda report: len(report.findings) > 1,
    }
    seen = set()

    def has_all(report):
        """Whether all of them were seen by now."""
        seen.update(name for name, asked in wanted.items() if name not in seen and asked(report))
        return len(seen) == len(wanted)

    find(reports(), has_all, settings=settings(database=None, max_examples=400, phases=[Phase.generate]))


@SLOW
@given(reports())
def test_formats_of_a_check_agree_on_the_findings(gfm, report):
    found = json.loads(to_json(report))["findings"]
    levels = {level: sum(one["level"] == level for one in found) for level in ("error", "warning", "note")}
    counts = ", ".join(f"{count} {level}{'' if count == 1 else 's'}" for level, count in levels.items())
    text, commands, comment = to_check_text(report), to_github(report), to_markdown(report)
    assert text.splitlines()[-1] == commands.splitlines()[-1] == counts
    assert counts in gfm.read(comment).text
    for level, command in (("error", "error"), ("warning", "warning"), ("note", "notice")):
        assert sum(line.startswith(f"{level} new-access ") for line in text.splitlines()) == levels[level]
        assert sum(line.startswith(f"::{command} ") for line in commands.splitlines()) == min(10, levels[level])
    active = [one for one in found if one["state"] != "accepted"]
    assert len(json.loads(to_sarif(report))["runs"][0]["results"]) == len(active)


@SLOW
@given(reports())
def test_formats_agree_on_what_is_open(report):
    rows = facts.rows(report)
    verdict = to_decisions(report)
    due = [row for row in rows if row.is_due]
    assert f"Decided: {sum(not row.is_open for row in due)} of {len(due)}." in verdict
    marks = to_terminal(report, width=300, color=False).count("✗")
    assert marks == sum(row.leaks and row.is_open for row in rows)


@SLOW
@given(reports())
def test_the_same_report_gives_the_same_bytes(report):
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(_plain(report)), type=Report)
    assert to_decisions(again) == to_decisions(_plain(report))
    assert to_text(again) == to_text(_plain(report))


def _plain(report):
    """Without what no encoding of Unicode can hold."""
    return msgspec.json.decode(to_json(report, excerpts=True), type=Report)
