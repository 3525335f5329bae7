"""The history of a repository along first parents."""

from __future__ import annotations

import os
from typing import NamedTuple

from audit.model.errors import UserError
from audit.source import git

_START = "\x01"
_FORMAT = f"{_START}%H%x02%P%x02%cI%x02%s"


class Commit(NamedTuple):
    """A commit, its first parent ("" for the first of all), and the paths that it touched, below the root.

    `when` is the committer's time as ISO 8601; `renames` leads from the parent's path to that at the commit.
    """

    id: str
    parent: str
    when: str
    title: str
    paths: tuple[str, ...]
    renames: dict[str, str]


def first_parents(root: str, since: str | None = None) -> list[Commit]:
    """The commits behind `since` up to HEAD, oldest first. Raises UserError where git cannot tell them."""
    until = git.commit_of(root, "HEAD")
    wanted = [until] if since is None else [f"{git.commit_of(root, since)}..{until}"]
    found = git.output_of(
        git.start(
            root, "log", "--first-parent", "-m", "--reverse", "--name-status", "-M", "--relative",
            "--no-ext-diff", "-z", f"--format={_FORMAT}", *wanted, "--",
        )
    )  # fmt: skip
    if found is None:
        raise UserError(
            "git cannot list the commits here", "fetch what is missing of this clone: git fetch --unshallow"
        )
    return [_commit(text) for text in os.fsdecode(found[0]).split(_START)[1:]]


def _commit(text: str) -> Commit:
    head, _, rest = text.partition("\0")
    name, parents, when, title = head.split("\x02")
    words = [word for word in rest.lstrip("\n").split("\0") if word]
    paths: list[str] = []
    renames: dict[str, str] = {}
    at = 0
    while at + 1 < len(words):
        status, path = words[at].strip(), words[at + 1]
        if status[:1] in ("R", "C"):
            paths += [path, words[at + 2]]
            if status[0] == "R":
                renames[path] = words[at + 2]
            at += 3
        else:
            paths.append(path)
            at += 2
    return Commit(name, parents.split(" ")[0], when, title, tuple(paths), renames)
