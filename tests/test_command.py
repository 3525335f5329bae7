"""The command line: options, where output goes, exit codes."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import types
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import audit
from audit.cli import outcome
from audit.cli.app import app
from audit.cli.progress import progress
from audit.cli.screen import follows_links
from audit.cli.writing import write
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


def test_nothing_is_shown_of_a_short_run_nor_where_nobody_looks(capfd):
    with progress():
        pass
    assert capfd.readouterr().err == ""


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


on_a_terminal = pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
WATCHED = """
import time
from audit.cli.outcome import ended
from audit.cli.progress import progress
from audit.stages import doing, each

def run():
    with progress():
        doing("following 9 accesses")
        time.sleep(1.3)
        for _ in each("judging gates", range(4)):
            time.sleep(0.3)
    return 0

raise SystemExit(ended(run))
"""


def watched(asked, *, interrupt_at=None):
    """What a terminal is shown on standard error, and the exit code."""
    mine, theirs = os.openpty()
    run = subprocess.Popen([sys.executable, "-c", asked], env={**HERE, "TERM": "xterm"}, stderr=theirs)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # Linux: nobody holds the other end any more
        while part := os.read(mine, 65536):
            shown += part
            if interrupt_at is not None and interrupt_at in shown:
                run.send_signal(signal.SIGINT)
                interrupt_at = None
    os.close(mine)
    return shown.decode(), run.wait()


@on_a_terminal
def test_a_long_run_shows_what_it_does_and_tidies_up():
    shown, code = watched(WATCHED)
    assert code == 0
    assert re.search(r" following 9 accesses, 1 s", shown)
    assert re.search(r" judging gates, [123] of 4, [12] s", shown)
    assert shown.endswith("\x1b[?25h\r\x1b[1A\x1b[2K")


@on_a_terminal
def test_an_interrupted_run_gives_the_terminal_back():
    shown, code = watched(WATCHED, interrupt_at=b"following")
    assert code == 130
    assert "judging" not in shown
    assert "Traceback" not in shown
    assert shown.endswith("\x1b[?25h\r\x1b[1A\x1b[2K")


@pytest.mark.parametrize("module", ["typer", "audit.cli.commands"])
def test_an_interruption_while_the_program_is_loaded_is_silent_too(module):
    asked = f"""
import builtins, sys
load = builtins.__import__
def interrupted(name, *rest):
    if name.startswith({module.rpartition(".")[0]!r} or {module!r}) and "audit.cli.app" in sys.modules:
        raise KeyboardInterrupt
    return load(name, *rest)
from audit.cli import main
builtins.__import__ = interrupted
main()
"""
    shown = subprocess.run([sys.executable, "-c", asked], env=HERE, capture_output=True, check=False)
    assert (shown.returncode, shown.stdout, shown.stderr) == (130, b"", b"")


def test_who_leaves_a_question_is_no_bug_of_ours(capsys):
    def leaves():
        raise typer.Abort

    assert outcome.ended(leaves) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("failure", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_file_is_written_as_a_whole_or_not_at_all(tmp_path, monkeypatch, failure):
    known = tmp_path / "report.md"
    known.write_text("as it was")

    def interrupted(*_):
        raise failure

    monkeypatch.setattr(Path, "replace", interrupted)
    for file in (known, tmp_path / "new.md"):
        with pytest.raises((KeyboardInterrupt, UserError)):
            write(b"half", file)
    assert [one.name for one in tmp_path.iterdir()] == ["report.md"]
    assert known.read_text() == "as it was"


def test_a_file_keeps_its_rights_and_what_leads_to_it(tmp_path):
    file, link = tmp_path / "report.md", tmp_path / "link.md"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write(b"new", link)
    assert (link.is_symlink(), file.read_text(), file.stat().st_mode & 0o777) == (True, "new", 0o640)


def test_what_is_no_file_is_written_to():
    reader, writer = os.pipe()
    write(b"data", Path(f"/dev/fd/{writer}"))
    os.close(writer)
    with os.fdopen(reader, "rb") as shown:
        assert shown.read() == b"data"


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
