"""The formats of a check: what each says, and that no file name or code breaks out of it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import CHECK_RULES, Compared, Coverage, Evidence, Finding, Unanalysed
from reports import check_text
from reports.comment import MOST_CHARACTERS, to_markdown
from reports.escapes import github_data, github_property, uri
from reports.github import to_github
from reports.sarif import MOST_BYTES, to_sarif
from tests import made

SCHEMA = json.loads((Path(__file__).parent / "sarif-used.schema.json").read_text())
# Also what a file system may hold and Unicode does not: undecodable bytes, as lone surrogates.
FOREIGN = st.text(st.characters(codec=None), max_size=40) | st.text(
    "`|*_<>&:%,#@[]()\\ \n\r\t;~!$.-a\x1b\udc80", max_size=40
)


def finding(**changed):
    return Finding(
        **{
            "rule": "new-access",
            "level": "error",
            "subject": "getRelease",
            "file": "apps/a.ts",
            "line": 3,
            "message": "a call is outside the gate",
            "help": "ungated decide getRelease",
            "state": "new",
            **changed,
        }
    )


def report(*findings, **changed):
    return made.report(findings=findings, compared=Compared(base="c" * 40, added=1), **changed)


def hostile(text):
    related = (Evidence(text or "a", 2, text),)
    return report(finding(file=text or "a", message=text or "m", help=text or "h", subject=text, related=related))


@given(FOREIGN)
def test_a_workflow_command_stays_one_line(text):
    assert len(to_github(hostile(text)).splitlines()) == len(to_github(report(finding(related=()))).splitlines())
    assert "\n" not in github_data(text)
    assert not set(github_property(text)) & set(":,\n\r")
    assert github_data(text).replace("%25", "").count("%") == 0


@given(FOREIGN)
def test_a_comment_has_the_same_lines_whatever_is_in_it(text):
    assert to_markdown(hostile(text)).count("\n") == to_markdown(hostile("a")).count("\n")


@given(FOREIGN.filter(lambda text: "\0" not in text))
def test_a_path_comes_back_from_its_uri(text):
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return  # no file system gives such a name
    assert unquote_to_bytes(uri(text)) == raw
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]*", uri(text))


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=30) | st.text("a/\\%:#?\udc80\n", min_size=1))
def test_sarif_is_valid_whatever_is_in_it(text):
    log = json.loads(to_sarif(hostile(text.lstrip("/"))))
    jsonschema.validate(log, SCHEMA)


@given(FOREIGN)
def test_plain_text_stays_in_its_lines_and_starts_with_ours(text):
    lines = check_text.to_check_text(hostile(text)).split("\n")
    assert len(lines) == len(check_text.to_check_text(hostile("a")).split("\n"))
    assert not any(line.startswith("::") for line in lines)


def test_sarif_of_a_full_report():
    full = made.full_report()
    access = full.accesses[0]
    mine = finding(access=access.id, file=access.file, line=access.line)
    log = json.loads(to_sarif(made.report(accesses=full.accesses, findings=(mine,))))
    jsonschema.validate(log, SCHEMA)
    (result,) = log["runs"][0]["results"]
    assert result["codeFlows"][0]["threadFlows"][0]["locations"][-1]["location"]["message"]["text"] == "the sink"
    assert list(result["partialFingerprints"]) == ["callsite/v1"]
    assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "new-access"


def test_sarif_fingerprints_survive_line_moves_and_differ_for_twins():
    def prints(*findings):
        return [
            one["partialFingerprints"]["callsite/v1"]
            for one in json.loads(to_sarif(report(*findings)))["runs"][0]["results"]
        ]

    assert prints(finding(access="abc", line=3)) == prints(finding(access="abc", line=30))
    assert len(set(prints(finding(access="abc"), finding(access="abc"), finding(access="abd")))) == 3


def test_sarif_holds_active_findings_only():
    findings = (
        finding(),
        finding(rule="exempted-here", state="accepted"),
        finding(rule="improvement", level="note"),
    )
    assert len(json.loads(to_sarif(report(*findings)))["runs"][0]["results"]) == 1


def test_sarif_stays_inside_the_limits_and_counts_what_is_left_out():
    many = [finding(access=str(number), message="m" * 2000) for number in range(6000)]
    data = to_sarif(report(*many))
    log = json.loads(data)
    jsonschema.validate(log, SCHEMA)
    assert len(data) <= MOST_BYTES + 1
    left = 6000 - len(log["runs"][0]["results"])
    assert f"{left:,} further findings are left out" in data.decode()


def test_github_shows_ten_errors_and_says_how_many_more():
    shown = to_github(report(*[finding(line=number) for number in range(1, 14)]))
    assert shown.count("::error file=apps/a.ts,line=") == 10
    assert "3 more of level error" in shown


def test_a_comment_that_is_too_long_says_so():
    shown = to_markdown(report(*[finding(message="m" * 900) for _ in range(100)]))
    assert len(shown) <= MOST_CHARACTERS
    assert "further findings are not listed" in shown


def test_every_format_says_what_was_looked_at():
    said = "compared with cccccccc: 1 access new"
    for shown in (check_text.to_check_text(report()), to_github(report()), unescape(to_markdown(report()))):
        assert said in shown
        assert "client not found" in shown


def test_what_was_not_read_is_said():
    unread = Coverage(unanalysed=(Unanalysed("a.ts", "timeout", in_scope=True),))
    log = json.loads(to_sarif(report(coverage=unread)))
    assert "timeout" in json.dumps(log["runs"][0]["invocations"])
    assert "timeout" in check_text.to_check_text(report(coverage=unread))


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.name)
def test_every_rule_is_explained(rule):
    text = check_text.rule_text(rule)
    assert text.startswith(f"{rule.name}: ")
    assert rule.resolve in text
    assert check_text.rule_named(rule.name) is rule
