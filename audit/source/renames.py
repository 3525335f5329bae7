"""What git knows of people and of files that changed their name."""

from __future__ import annotations

import os

from audit.source import git

_RENAMED = ("--name-status", "-M", "--diff-filter=R", "--relative", "--no-ext-diff", "-z")


def renames(root: str, base: str) -> dict[str, str]:
    """From paths at commit `base` to those in the work tree below `root`, for files that git sees as
    renamed.
    """
    return _parsed(git.output_of(git.start(root, "diff", *_RENAMED, base, "--", ".")))


def renames_between(root: str, base: str, head: str) -> dict[str, str]:
    """The same from one commit to another."""
    return _parsed(git.output_of(git.start(root, "diff-tree", "-r", *_RENAMED, base, head)))


def person(root: str) -> str | None:
    """The name that git would put on a commit, else the address; None when git knows neither."""
    for key in ("user.name", "user.email"):
        found = git.output_of(git.start(root, "config", "--get", key))
        if found is not None and found[0].strip():
            return found[0].decode(errors="replace").strip()
    return None


def _parsed(found: tuple[bytes, bytes] | None) -> dict[str, str]:
    """The names behind each `R…`, separated by NUL."""
    if found is None:
        return {}
    words = os.fsdecode(found[0]).split("\0")
    return {words[at + 1]: words[at + 2] for at in range(0, len(words) - 2, 3) if words[at].startswith("R")}
