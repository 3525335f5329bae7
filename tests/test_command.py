"""The command line: options, where output goes, exit codes."""

import os
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest
from typer.testing import CliRunner

import audit
from audit.cli import outcome
from audit.cli.app import app
from audit.cli.screen import follows_links
from audit.model import Coverage, Damaged, Unanalysed, UserError
from reports.explain import as_text, explain
from reports.json import to_json
from reports.markdown import to_decisions
from reports.text import to_text
from tests.made import report
from tests.made_report import decisions_report

ROOT = Path(__file__).parents[1]
HERE = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def pipeline(monkeypatch):
    """The engine, replaced: it keeps what it was asked, and gives or raises what a test sets."""
    stand_in = types.ModuleType("audit.pipeline")
    stand_in.asked, stand_in.gives = [], report()

    def made(root, **options):
        stand_in.asked.append((root, options))
        if isinstance(stand_in.gives, BaseException):
            raise stand_in.gives
        return stand_in.gives

    stand_in.report = made
    stand_in.root_of = lambda root: root or "."
    monkeypatch.setitem(sys.modules, "audit.pipeline", stand_in)
    monkeypatch.setattr(audit, "pipeline", stand_in, raising=False)
    return stand_in


def ungated(*arguments):
    return CliRunner().invoke(app, arguments)


def child(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "audit.cli", *arguments], env=HERE, check=False, **options)


def test_the_json_report_goes_to_standard_output(pipeline):
    shown = ungated("report", "somewhere", "--format", "json")
    assert shown.exit_code == 0
    assert shown.stdout_bytes == to_json(report())
    assert shown.stderr == ""


def test_options_reach_the_engine(pipeline):
    ungated("report")
    ungated("report", "x", "--rules", "r.toml", "--no-cache", "--no-paths")
    asked = [(root, options["rules"], options["cache"], options["paths"]) for root, options in pipeline.asked]
    assert asked == [(None, None, True, True), ("x", "r.toml", False, False)]


def test_the_report_goes_to_a_file_when_asked(pipeline, tmp_path):
    shown = ungated("report", "--format", "json", "-o", str(tmp_path / "r.json"))
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert (tmp_path / "r.json").read_bytes() == to_json(report())


def test_a_file_that_cannot_be_written_is_the_users_to_mend(pipeline, tmp_path):
    shown = ungated("report", "-o", str(tmp_path / "no" / "r.json"))
    assert shown.exit_code == 2
    assert shown.stderr.startswith("ungated: cannot write ")
    assert shown.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [("report", "--format", "yaml"), ("report", "--no-such"), ("no-such",), ("report", "a", "b")]
)
def test_a_wrong_call_is_exit_code_2(pipeline, arguments):
    shown = ungated(*arguments)
    assert shown.exit_code == 2
    assert shown.stdout == ""
    assert pipeline.asked == []


def test_a_users_mistake_is_one_sentence_with_the_remedy(pipeline):
    pipeline.gives = UserError("no client in \x1b[31m", "name the rules with --rules")
    shown = ungated("report")
    assert shown.exit_code == 2
    assert shown.stderr == "ungated: no client in \\x1b[31m; name the rules with --rules.\n"


def test_our_own_bug_is_a_traceback(pipeline):
    pipeline.gives = ZeroDivisionError("ours")
    shown = ungated("report")
    assert shown.exit_code == 70
    assert "Traceback" in shown.stderr
    assert "ZeroDivisionError: ours" in shown.stderr
    assert shown.stdout == ""


def test_an_interruption_is_silent(pipeline):
    pipeline.gives = KeyboardInterrupt()
    shown = ungated("report")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (130, "", "")


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize(
    ("coverage", "code"),
    [
        (Coverage(), 0),
        (Coverage(unanalysed=(Unanalysed("a.ts", "timeout", in_scope=True),)), 3),
        (Coverage(unanalysed=(Unanalysed("a.ts", "timeout", in_scope=False),)), 0),
        (Coverage(unanalysed=(Unanalysed("a.vue", "language", in_scope=True),)), 0),
        (Coverage(damaged=(Damaged("a.ts", 1, "r", in_scope=True),)), 3),
        (Coverage(damaged=(Damaged("a.ts", 1, "r", in_scope=False),)), 0),
    ],
)
def test_what_was_not_read_is_exit_code_3_in_every_format(pipeline, style, coverage, code):
    pipeline.gives = report(coverage=coverage)
    assert ungated("report", "--format", style).exit_code == code


def test_a_closed_pipe_ends_quietly_with_the_code_of_the_run():
    asked = "from audit.cli.outcome import deliver; deliver(b'x' * 1_000_000); raise SystemExit(3)"
    reader, writer = os.pipe()
    os.close(reader)
    shown = subprocess.run([sys.executable, "-c", asked], env=HERE, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (shown.returncode, shown.stderr) == (3, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_no_bug_of_ours():
    asked = "from audit.cli.outcome import deliver, ended; raise SystemExit(ended(lambda: deliver(b'x')))"
    with Path("/dev/full").open("wb") as full:
        shown = subprocess.run(
            [sys.executable, "-c", asked],
            env=HERE,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert shown.returncode == 2
    assert shown.stderr.startswith("ungated: cannot write the report: ")


@pytest.mark.parametrize("closed", [1, 2])
def test_closed_streams_are_no_bug_of_ours(closed):
    asked = "from audit.cli.outcome import complain, deliver; deliver(b'data'); complain('said')"
    shown = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -c "$1" {closed}>&-', sys.executable, asked],
        env=HERE,
        capture_output=True,
        check=False,
    )
    assert (shown.returncode, shown.stdout, shown.stderr) == (
        0,
        b"" if closed == 1 else b"data",
        b"" if closed == 2 else b"ungated: said\n",
    )


def test_version_and_help_need_no_engine():
    shown = child("--version", capture_output=True, text=True)
    assert (shown.returncode, shown.stdout) == (0, f"ungated {audit.__version__}\n")
    heavy = {"rich", "pydantic", "tree_sitter", "libcst", "tomlkit"}
    asked = f"import sys, audit.cli; print(sorted({heavy} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", asked], env=HERE, capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"


def test_several_mistakes_stand_on_lines_of_their_own(capsys):
    outcome.complain("one\ntwo\r")
    assert capsys.readouterr().err == "ungated: one\n  two\n"


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


def test_a_question_is_answered(pipeline):
    pipeline.gives = decisions_report()
    shown = ungated("explain", "getRelease")
    assert (shown.exit_code, shown.stdout) == (0, as_text(explain(decisions_report(), "getRelease")))


def test_a_question_is_answered_in_full_for_those_who_ask(pipeline):
    lines = {str(line): "code" for line in range(40)}
    pipeline.gives = decisions_report(excerpts={f"apps/web/{name}.ts": lines for name in ("service", "routes", "keys")})
    whole = as_text(explain(pipeline.gives, "getRelease", every_step=True))
    assert ungated("explain", "getRelease", "--full").stdout == whole != ungated("explain", "getRelease").stdout


def test_a_question_is_asked_of_the_service_too(pipeline):
    pipeline.gives = decisions_report()
    assert ungated("explain", "getRelease", "--server", "service").exit_code == 0
    assert [options["server"] for _, options in pipeline.asked] == ["service"]


def test_a_question_about_nothing_gets_suggestions(pipeline):
    pipeline.gives = decisions_report()
    shown = ungated("explain", "getRelaese")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "nothing in this report is called 'getRelaese'; perhaps 'getRelease'" in shown.stderr


def test_doctor_says_what_a_run_rests_on(tmp_path):
    sample = str(ROOT / "tests/projects/backend-service")
    environment = {**HERE, "UNGATED_CACHE_DIR": str(tmp_path)}
    asked = [sys.executable, "-m", "audit.cli", "doctor", sample]
    shown = subprocess.run(asked, env=environment, check=False, capture_output=True, text=True)
    assert (shown.returncode, shown.stderr) == (0, "")
    for said in (
        f"ungated {audit.__version__}, Python ",
        "tree-sitter-typescript ",
        f"root {sample}: ",
        " files in typescript\n",
        "rules lml (built in",
        f"cache: {tmp_path}/",
        "client @wxyc/lml-client found: 6 of 6 audited exports",
        "not read, language, out of scope: scripts/probe-lml.sh\n",
    ):
        assert said in shown.stdout


def test_doctor_says_what_it_can_before_a_mistake(tmp_path):
    shown = child("doctor", str(tmp_path), capture_output=True, text=True)
    assert shown.returncode == 2
    assert f"root {tmp_path}: no git checkout, so every file\n" in shown.stdout
    assert shown.stderr.startswith("ungated: neither the client nor the service's variables were found")


@pytest.mark.parametrize("asked", [["--format", "sarif"], ["-o", "sarif=r.sarif", "-o", "json=r.json"]])
def test_findings_are_not_made_without_paths(pipeline, asked):
    shown = ungated("report", "--no-paths", *asked)
    assert (shown.exit_code, shown.stdout, pipeline.asked) == (2, "", [])
    assert "which rest on where results end up; leave out --no-paths, or SARIF.\n" in shown.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ungated ex", ["explain"]),
        ("ungated report --format ma", ["markdown"]),
        ("ungated check --format g", ["github"]),
        ("ungated report --verb", ["--verbose"]),
    ],
)
def test_a_shell_completes_commands_options_and_formats(typed, offered):
    at = str(len(typed.split()) - 1)
    asked = {**HERE, "_UNGATED_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": at}
    shown = subprocess.run(
        [sys.executable, "-c", "from audit.cli import main; main()"],
        env=asked,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.split() == offered


def test_the_list_of_commands_says_each_in_a_line():
    listed = ungated("--help").stdout.partition("Commands:")[2].strip().splitlines()
    assert [line.split()[0] for line in listed][:2] == ["report", "explain"]
    assert len(listed) == 8
    assert not [line for line in listed if line.endswith("...")]
