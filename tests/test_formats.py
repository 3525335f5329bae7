"""All formats say the same: any report renders in each of them, and they agree on what they count."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from audit.model import Report
from reports import columns, facts
from reports.comment import to_markdown
from reports.explain import as_text, explain
from reports.github import to_github
from reports.html import to_html
from reports.json import to_json
from reports.markdown import can_pin, to_decisions
from reports.safe import safe_terminal
from reports.sarif import to_sarif
from reports.terminal import to_terminal
from reports.text import to_text
from reports.verdict import to_check_text
from tests import made
from tests.gfm import NODE, Parser
from tests.made_report import decisions_report
from tests.random_reports import reports

# Building such a report takes longer than rendering it; shrinking one takes minutes, and reads no better.
SLOW = settings(
    deadline=None,
    max_examples=60,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
EXTREMES = {"empty": made.report(), "failures": made.full_report(), "decisions": decisions_report()}


@pytest.fixture(scope="module")
def gfm():
    if NODE is None:
        pytest.skip("needs node")
    parser = Parser()
    yield parser
    parser.close()


def everything(report):
    """The report in every format, by name."""
    shown = {
        "text": to_text(report),
        "terminal": to_terminal(report, width=100, color=True, root="/work"),
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
    return shown | {f"explain {question}": as_text(explain(report, question)) for question in asked}


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


@SLOW
@given(reports())
def test_formats_agree_on_how_many_accesses_there_are(gfm, report):
    rows = facts.rows(report)
    stated = json.loads(to_json(report))
    counted = [one for one in stated["accesses"] if one["scope"] == "production" and not one["wrapper"]]
    in_json = {safe_terminal(row.id): _in_json(row, counted) for row in rows}
    in_text = {line[1]: int(line[2].replace(",", "")) for line in columns.table(rows)[1:]} if rows else {}
    table = gfm.read(to_decisions(report)).rows[1 : len(rows) + 1] if rows else []
    in_markdown = {row[0].strip().removeprefix("group").strip(): int(row[1]) for row in table}
    assert {safe_terminal(name): count for name, count in in_text.items()} == in_json
    assert in_markdown == {name.strip(): count for name, count in in_json.items()}


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


def _in_json(row, counted):
    about = msgspec.to_builtins(row.about)
    if "accesses" in about:
        return sum(one["id"] in set(about["accesses"]) for one in counted)
    return sum(one["subject"] == about["id"] for one in counted)
