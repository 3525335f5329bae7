"""Where the output of a run goes: several formats, committed documents, links."""

import re

import pytest

from audit.cli.screen import follows_links
from reports.json import to_json
from reports.markdown import to_decisions
from reports.text import to_text
from tests.checked import ungated
from tests.made import report
from tests.made_report import decisions_report


def test_the_json_report_goes_to_standard_output(pipeline):
    shown = ungated("report", "somewhere", "--format", "json")
    assert shown.exit_code == 0
    assert shown.stdout_bytes == to_json(report())
    assert shown.stderr == ""


def test_the_report_goes_to_a_file_when_asked(pipeline, tmp_path):
    shown = ungated("report", "--format", "json", "-o", str(tmp_path / "r.json"))
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert (tmp_path / "r.json").read_bytes() == to_json(report())


def test_a_file_that_cannot_be_written_is_the_users_to_mend(pipeline, tmp_path):
    shown = ungated("report", "-o", str(tmp_path / "no" / "r.json"))
    assert shown.exit_code == 2
    assert shown.stderr.startswith("ungated: cannot write ")
    assert shown.stderr.count("\n") == 1


def test_one_run_writes_several_formats(pipeline, tmp_path):
    made, text = tmp_path / "r.json", tmp_path / "r.txt"
    shown = ungated("report", "--output", f"json={made}", "-o", str(text), "--output", f"markdown={tmp_path / 'r.md'}")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert made.read_bytes() == to_json(report())
    assert text.read_text() == to_text(report())
    assert (tmp_path / "r.md").read_text() == to_decisions(report(), folder=None)
    assert len(pipeline.asked) == 1


@pytest.mark.parametrize("output", ["yaml=r.yaml", "json="])
def test_an_output_that_names_no_format_or_no_file_is_a_mistake(pipeline, output):
    shown = ungated("report", "-o", output)
    assert (shown.exit_code, pipeline.asked) == (2, [])


def test_a_file_with_an_equals_sign_is_a_file(pipeline, tmp_path):
    assert ungated("report", "-o", str(tmp_path / "a=b.txt")).exit_code == 0
    assert (tmp_path / "a=b.txt").read_text() == to_text(report())


def test_links_of_a_document_lead_from_its_folder_into_the_root(pipeline, tmp_path):
    pipeline.gives = decisions_report()
    (tmp_path / "docs").mkdir()
    ungated("report", str(tmp_path), "--format", "markdown", "-o", str(tmp_path / "docs/gate.md"))
    assert "](../apps/web/keys.ts)" in (tmp_path / "docs/gate.md").read_text()


def test_a_committed_document_is_compared(pipeline, tmp_path):
    pipeline.gives = decisions_report()
    document = tmp_path / "gate.md"
    ungated("report", str(tmp_path), "--format", "markdown", "-o", str(document))
    shown = ungated("report", str(tmp_path), "--check", str(document))
    assert (shown.exit_code, shown.stdout, shown.stderr) == (3, "", "")  # two places were not read
    document.write_text(document.read_text().replace("**live**", "gone"))
    shown = ungated("report", str(tmp_path), "--check", str(document))
    assert shown.exit_code == 1
    assert re.search(r"^-.*\| gone \|$", shown.stdout, re.MULTILINE)
    assert re.search(r"^\+.*\| \*\*live\*\* \|$", shown.stdout, re.MULTILINE)
    assert f"is out of date; write it anew: ungated report {tmp_path} --format markdown -o {document}\n" in shown.stderr


def test_a_document_that_is_not_there_is_the_users_to_write(pipeline, tmp_path):
    shown = ungated("report", str(tmp_path), "--check", str(tmp_path / "no.md"))
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert f"write it first: ungated report {tmp_path} --format markdown -o " in shown.stderr


def test_nothing_can_be_pinned_without_a_commit(pipeline):
    shown = ungated("report", "--format", "markdown", "--pin")
    assert (shown.exit_code, shown.stdout) == (2, "")


def test_excerpts_are_in_the_json_for_those_who_ask(pipeline):
    pipeline.gives = report(excerpts={"a.ts": {"1": "f();"}})
    assert '"f();"' not in ungated("report", "--format", "json").stdout
    assert '"f();"' in ungated("report", "--format", "json", "--excerpts").stdout


@pytest.mark.parametrize(
    ("environment", "follows"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"VTE_VERSION": "7002"}, True),
        ({"WT_SESSION": "x"}, True),
        ({"VTE_VERSION": "4200"}, False),
        ({"VTE_VERSION": "new"}, False),
        ({"TERM": "xterm-256color"}, False),
    ],
)
def test_only_terminals_that_say_who_they_are_get_links(environment, follows):
    assert follows_links(environment) is follows
