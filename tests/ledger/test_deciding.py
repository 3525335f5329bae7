"""Decisions in a folder: which file one goes to, who may write when, what merges."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit.ledger import Request, decide
from audit.ledger.keeping import write_whole, writing_in
from audit.ledger.reading import records_in
from audit.model import UserError
from audit.source import WorkTree
from tests.ledger_made import access, side
from tests.repository import commit, git, git_succeeds, repository


def request(**changed):
    return Request(
        **{
            "subject": "getRelease", "decision": "stay-ungated", "reason": "R.", "decided_by": "x",
            "decided_on": "2026-05-01", "review_by": "2026-12-01", **changed,
        }
    )  # fmt: skip


def read(root):
    with WorkTree(root) as tree:
        return records_in(tree, "gate-decisions")


def test_one_file_for_the_subject_and_one_for_a_further_site(tmp_path):
    one, two = access("load"), access("show", "getRelease(x)")
    assert decide(str(tmp_path), "gate-decisions", side(one), request()).path == "gate-decisions/get-release.toml"
    later = side(one, two, records=read(tmp_path))
    written = decide(str(tmp_path), "gate-decisions", later, request(sites=("apps/a.ts#show",)))
    assert written == ("gate-decisions/get-release--show.toml", False)


def test_the_same_decision_is_amended(tmp_path):
    one = access("load")
    decide(str(tmp_path), "gate-decisions", side(one), request())
    again = side(one, records=read(tmp_path))
    assert decide(str(tmp_path), "gate-decisions", again, request(reason="Other.")).amended
    (found,) = read(tmp_path)
    assert found.stated.reason == "Other."


def test_a_decision_about_more_sites_is_not_changed_for_one_of_them(tmp_path):
    one, two = access("load"), access("show", "getRelease(x)")
    decide(str(tmp_path), "gate-decisions", side(one, two), request())
    again = side(one, two, records=read(tmp_path))
    with pytest.raises(UserError, match=r"decides about apps/a\.ts#show too"):
        decide(str(tmp_path), "gate-decisions", again, request(sites=("apps/a.ts#load",)))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"subject": "getRelaese"}, "no access of getRelaese in production; did you mean getRelease"),
        ({"sites": ("apps/z.ts",)}, "apps/z.ts names no access of getRelease; name one of apps/a.ts#load"),
        ({"review_by": None}, "needs `review_by`"),
        ({"review_by": "2029-01-01"}, "more than a year"),
        ({"reason": ""}, "`reason` is empty"),
    ],
)
def test_what_cannot_be_decided_is_a_sentence_and_writes_nothing(tmp_path, changed, sentence):
    with pytest.raises(UserError) as refused:
        decide(str(tmp_path), "gate-decisions", side(access("load")), request(**changed))
    assert sentence in str(refused.value)
    assert not list(tmp_path.rglob("*.toml"))


@pytest.mark.parametrize("name", ["apps/a.ts", "apps/a.ts#load", "apps/a.ts:3", "./apps/a.ts#load"])
def test_a_site_is_named_by_file_function_or_line(tmp_path, name):
    assert decide(str(tmp_path), "gate-decisions", side(access("load")), request(sites=(name,))).path


def test_a_folder_outside_of_the_root_is_refused(tmp_path):
    root = tmp_path / "root"
    root.mkdir()
    (root / "gate-decisions").symlink_to(tmp_path)
    with pytest.raises(UserError, match="not below the root"):
        decide(str(root), "gate-decisions", side(access("load")), request())


def test_a_write_that_fails_leaves_the_old_file_and_no_draft(tmp_path, monkeypatch):
    place = tmp_path / "d.toml"
    place.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        write_whole(str(place), b"new")
    assert place.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["d.toml"]


def test_an_interrupted_write_leaves_nothing_that_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        decide(str(tmp_path), "gate-decisions", side(access("load")), request())
    assert read(tmp_path) == ()


def test_a_second_writer_waits_and_is_then_told(tmp_path):
    with (
        writing_in(str(tmp_path)),
        pytest.raises(UserError, match="another ungated is writing"),
        writing_in(str(tmp_path), wait=0),
    ):
        pass


WRITER = """
import sys
from audit.ledger import Request, Side, decide
from audit.ledger.reading import records_in
from audit.source import WorkTree
from tests.ledger_made import access, side
root, number = sys.argv[1:]
mine = [access(f"f{n}", f"getRelease({n})") for n in range(8)]
for n in range(int(number), 8, 2):
    with WorkTree(root) as tree:
        records = records_in(tree, "gate-decisions")
    asked = Request(
        "getRelease", "gate", f"R{n}.", "x", "2026-05-01", (f"apps/a.ts#f{n}",), due="2026-12-01"
    )
    decide(root, "gate-decisions", side(*mine, records=records), asked)
"""


def test_two_processes_that_write_lose_nothing(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    started = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), number], env=environment)
        for number in ("0", "1")
    ]
    assert [one.wait(60) for one in started] == [0, 0]
    assert sorted(found.stated.reason for found in read(tmp_path)) == [f"R{n}." for n in range(8)]


def test_branches_that_decide_different_things_merge(tmp_path):
    """Two branches, one to three decisions each; the issue asks for 100 trials without a conflict, here
    are six.
    """
    accesses = [access(f"f{n}", f"getRelease({n})", file=f"jobs/{n % 3}/lml-fetch.ts") for n in range(9)]
    accesses += [access("f", "resolve()", subject=f"GET /{n}") for n in range(3)]
    repository(tmp_path)
    for trial in range(6):
        chosen = [(trial * 5 + n * 7) % len(accesses) for n in range(6)]
        for branch, mine in (("one", chosen[: 1 + trial % 3]), ("two", chosen[3 : 4 + trial % 3])):
            git(tmp_path, "checkout", "-q", "-B", branch, "main")
            for number in mine:
                one = accesses[number]
                tree = side(*accesses, records=read(tmp_path))
                decide(
                    str(tmp_path),
                    "gate-decisions",
                    tree,
                    request(subject=one.subject, sites=(f"{one.file}#{one.function}",)),
                )
            commit(tmp_path, branch)
        git(tmp_path, "merge", "-q", "--no-edit", "one")
        assert len(read(tmp_path)) == len({*chosen[: 1 + trial % 3], *chosen[3 : 4 + trial % 3]})


def test_branches_that_amend_the_same_decision_conflict(tmp_path):
    decide(str(tmp_path), "gate-decisions", side(access("load")), request())
    repository(tmp_path)
    for branch in ("one", "two"):
        git(tmp_path, "checkout", "-q", "-b", branch, "main")
        decide(
            str(tmp_path),
            "gate-decisions",
            side(access("load"), records=read(tmp_path)),
            request(reason=branch),
        )
        commit(tmp_path, branch)
    assert not git_succeeds(tmp_path, "merge", "-q", "--no-edit", "one")
    with pytest.raises(UserError, match="conflict markers"):
        read(tmp_path)


def test_a_lock_is_let_go(tmp_path):
    started = time.monotonic()
    for _ in range(3):
        with writing_in(str(tmp_path)):
            pass
    assert time.monotonic() - started < 5
