"""How a run ends: what a terminal is shown meanwhile, and what is left when somebody stops it."""

import contextlib
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from audit.cli import outcome
from audit.cli.progress import progress
from audit.cli.writing import write
from audit.model import UserError

ROOT = Path(__file__).parents[2]
HERE = {**os.environ, "PYTHONPATH": str(ROOT)}
on_a_terminal = pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
WATCHED = """
import signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may have been told to ignore it
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


def test_nothing_is_shown_of_a_short_run_nor_where_nobody_looks(capfd):
    with progress():
        pass
    assert capfd.readouterr().err == ""


def test_a_text_that_comes_in_pieces_is_written_as_a_whole(tmp_path):
    file = tmp_path / "report.json"
    write(iter((b"one, ", b"", b"two")), file)
    assert file.read_bytes() == b"one, two"


def test_a_text_that_breaks_off_leaves_the_file_as_it_was(tmp_path):
    def pieces():
        yield b"new"
        raise KeyboardInterrupt

    file = tmp_path / "report.json"
    file.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write(pieces(), file)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]
