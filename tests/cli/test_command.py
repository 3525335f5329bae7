"""The command line: options, exit codes, questions, what a shell completes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import audit
from audit.cli import outcome
from audit.model import Coverage, Damaged, Unanalysed, UserError
from reports.explain import as_text, explain
from tests.checked import ungated
from tests.made import report
from tests.made_report import decisions_report

ROOT = Path(__file__).parents[2]
HERE = {**os.environ, "PYTHONPATH": str(ROOT)}


def child(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "audit.cli", *arguments], env=HERE, check=False, **options)


def test_options_reach_the_engine(pipeline):
    ungated("report")
    ungated("report", "x", "--rules", "r.toml", "--no-cache", "--no-paths")
    asked = [(root, options["rules"], options["cache"], options["paths"]) for root, options in pipeline.asked]
    assert asked == [(None, None, True, True), ("x", "r.toml", False, False)]


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


@pytest.mark.parametrize(
    ("arguments", "kept", "ahead"),
    [
        (["report"], False, True),
        (["check", "x"], False, True),
        (["report", "x"], True, False),  # most likely it takes over what there is
        (["report", "x", "--no-cache"], True, True),
        (["doctor"], False, False),
        ([], False, False),
    ],
)
def test_pythons_reader_is_started_ahead_where_all_is_read(tmp_path, arguments, kept, ahead):
    if kept:
        (tmp_path / "facts-1.sqlite").touch()
    asked = (
        "import sys; from audit import cli; cli.start_ahead = lambda: print('ahead')\n"
        "import audit.cli.app; audit.cli.app.main = lambda: None; cli.main()"
    )
    environment = {**HERE, "UNGATED_CACHE_DIR": str(tmp_path)}
    shown = subprocess.run(
        [sys.executable, "-c", asked, *arguments], env=environment, check=True, capture_output=True, text=True
    )
    assert ("ahead" in shown.stdout) is ahead


def test_a_parent_that_ignores_its_children_is_no_bug_of_ours():
    """It hands that down: processes of ours would be gone before anybody could wait for them."""
    asked = "import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)\nimport audit.cli; audit.cli.main()"
    arguments = ("report", str(ROOT / "tests/projects/backend-service"), "--no-cache", "--no-paths")
    shown = subprocess.run(
        [sys.executable, "-c", asked, *arguments], env=HERE, check=False, capture_output=True, text=True
    )
    assert (shown.returncode, shown.stderr) == (0, "")


def test_several_mistakes_stand_on_lines_of_their_own(capsys):
    outcome.complain("one\ntwo\r")
    assert capsys.readouterr().err == "ungated: one\n  two\n"


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


def test_a_client_in_python_is_not_called_absent(tmp_path):
    (tmp_path / "client.py").write_text('import os\n\n\ndef get_item():\n    return os.environ["ACME_URL"]\n')
    rules = 'version = 1\nname = "a"\ntitle = "a"\n[client]\nmodules = ["client.py"]\naudited = ["get_item"]\n'
    (tmp_path / "ungated.toml").write_text(rules)
    shown = child("report", str(tmp_path), "--no-cache", capture_output=True, text=True)
    assert shown.returncode == 2
    assert "a client is looked for in TypeScript and JavaScript, and client.py is neither; name the" in shown.stderr
    (tmp_path / "ungated.toml").write_text(f'{rules}[service]\nurl_env = ["ACME_URL"]\n')
    shown = child("report", str(tmp_path), "--no-cache", capture_output=True, text=True)
    assert "client not found: client.py is neither TypeScript nor JavaScript; only its variables" in shown.stdout


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
