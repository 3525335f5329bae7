"""Git repositories that tests make: nothing of the machine's own settings reaches them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_SETTINGS = ("user.name=Ada", "user.email=ada@example.org", "init.defaultBranch=main", "commit.gpgsign=false")
_COMMAND = ("git", *(word for setting in _SETTINGS for word in ("-c", setting)))


def git(folder: Path, *words: str, given: bytes = b"") -> str:
    """What git says in a folder; a failure fails the test."""
    return _run(folder, words, given, check=True).stdout.decode().strip()


def git_succeeds(folder: Path, *words: str) -> bool:
    """The same where failing is an answer."""
    return _run(folder, words, b"", check=False).returncode == 0


def commit(root: Path, message: str = "change") -> str:
    """Commit all that is there; the id of the commit."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "HEAD")


def repository(root: Path) -> Path:
    """Make a folder a repository with one commit of all that it holds."""
    git(root, "init", "-q")
    commit(root, "start")
    return root


def _run(folder: Path, words: tuple[str, ...], given: bytes, *, check: bool) -> subprocess.CompletedProcess[bytes]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    clean |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run([*_COMMAND, *words], cwd=folder, check=check, capture_output=True, input=given, env=clean)
