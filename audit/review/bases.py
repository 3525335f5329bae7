"""Where a change began, or the command that brings it here."""

from __future__ import annotations

import re
import shlex

from audit.model import UserError
from audit.source import UnknownRevisionError, commit_of, git_top_level, is_shallow, merge_base


def base_commit(root: str, base: str) -> str:
    """The commit where the change began: the merge base of `base` and HEAD. Raises UserError with what
    fetches it.
    """
    if git_top_level(root) is None:
        raise UserError(f"{root} is not in a git checkout", "leave out --base to check the tree as it stands")
    try:
        commit_of(root, base)
    except UnknownRevisionError as error:
        raise UserError(
            f"the base {base!r} is not in this clone", f"fetch it with `{_fetching(root, base)}`"
        ) from error
    found = merge_base(root, base, "HEAD")
    if found is not None:
        return found
    if is_shallow(root):
        raise UserError(
            f"this shallow clone ends before {base!r} and HEAD part",
            "fetch the rest with `git fetch --unshallow`",
        )
    raise UserError(f"{base!r} and HEAD have no commit in common", "name a base of the same history")


def _fetching(root: str, base: str) -> str:
    if re.search(r"[~^@]", base) or base == "HEAD":
        return "git fetch --deepen=1" if is_shallow(root) else "git fetch"
    remote, slash, branch = base.removeprefix("refs/remotes/").partition("/")
    if slash and remote == "origin":
        return f"git fetch origin {shlex.quote(f'{branch}:refs/remotes/origin/{branch}')}"
    return f"git fetch origin {shlex.quote(base)}"
