"""Running git on a repository that is not ours: nothing is written, nothing fetched, no hook run."""

# Plain strings: pathlib would take longer than the questions.
# ruff: noqa: PTH118, PTH120

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from audit.model.errors import UserError
from audit.source.remotes import chosen_remote

if TYPE_CHECKING:
    from collections.abc import Mapping
    from subprocess import Popen

_KEPT = ("GIT_EXEC_PATH", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT")
_KEPT_STARTS = ("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")
# Older gits know no GIT_NO_LAZY_FETCH; without an allowed protocol they cannot fetch either.
_FORCED = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# A repository's own configuration may name programs to run; `git diff` would write the index anew, locks or not.
_SETTINGS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "diff.autoRefreshIndex=false")
_COMMAND = ("git", *(word for setting in _SETTINGS for word in ("-c", setting)))


class UnknownRevisionError(UserError):
    """A revision that the repository does not have."""


def git_top_level(path: str) -> str | None:
    """The root of the git checkout that `path` lies in, as a real path; None outside. Starts no process."""
    folder = os.path.realpath(path)
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def merge_base(root: str, one: str, other: str) -> str | None:
    """The commit where two revisions part, None when they share none. Raises UnknownRevisionError."""
    commits = [commit_of(root, revision) for revision in (one, other)]
    found = output_of(start(root, "merge-base", *commits))
    return None if found is None else os.fsdecode(found[0]).strip() or None


def commit_of(root: str, revision: str) -> str:
    """The full id of the commit that `revision` names. Raises UnknownRevisionError."""
    asked = start(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = output_of(asked)
    if found is None:
        raise UnknownRevisionError(
            f"git knows no commit {revision!r} here", "name one that `git log` shows, or fetch it first"
        )
    return os.fsdecode(found[0]).strip()


def is_shallow(root: str) -> bool:
    """Does the history of this clone end early?"""
    found = output_of(start(root, "rev-parse", "--is-shallow-repository"))
    return found is not None and found[0].strip() == b"true"


def start_remote(root: str) -> Popen[bytes] | None:
    """Ask for the remotes; `remote_of` takes the answer."""
    return start(root, "config", "-z", "--get-regexp", r"^remote\..*\.url$")


def remote_of(process: Popen[bytes] | None) -> str | None:
    """The public address of the remote that `start_remote` asked for."""
    found = output_of(process)
    return None if found is None else chosen_remote(os.fsdecode(found[0]))


def start(root: str, *arguments: str, answers: bool = False) -> Popen[bytes] | None:
    """Start git in the folder `root`; None when there is no git. With `answers` its input stays open."""
    from subprocess import DEVNULL, PIPE, Popen

    try:
        return Popen(
            (*_COMMAND, *arguments),
            cwd=root,
            env=_environment(os.environ),
            stdin=PIPE if answers else DEVNULL,
            stdout=PIPE,
            stderr=DEVNULL if answers else PIPE,
        )
    except OSError:
        return None


def output_of(process: Popen[bytes] | None) -> tuple[bytes, bytes] | None:
    """Wait for the end: standard output and error, None when git failed or is not there."""
    if process is None:
        return None
    output, errors = process.communicate()
    return (output, errors) if process.returncode == 0 else None


def end(process: Popen[bytes] | None) -> None:
    """End a process whose answer is no longer wanted."""
    if process is None:
        return
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    if process.poll() is None:
        process.kill()
    process.wait()


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """`given` without what a hook or a wrapper of git leaks: GIT_DIR, GIT_INDEX_FILE, GIT_WORK_TREE …"""
    kept = {
        name: value
        for name, value in given.items()
        if not name.startswith("GIT_") or name in _KEPT or name.startswith(_KEPT_STARTS)
    }
    return {**kept, **_FORCED}
