"""`ungated init`: a commented `ungated.toml` to start from."""

# ruff: noqa: PTH118, PTH123

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from audit.model import UserError
from audit.pipeline import root_of
from audit.review.sides import tree_of, work_for
from audit.rulebook import ROOT_FILE, builtin_names, builtin_rules, load_rules
from audit.source import WorkTree

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD = """\
# Rules of `ungated` for this repository. Format: docs/rules.md. Without this file the built-in rules apply.
version = 1
"""
_EXTENDING = """\
extends = "{name}"                # start from the built-in rules of that name; later keys win
name    = "{name}"
title   = "{title}"
"""
_OWN = """\
name    = "ours"
title   = "Access outside the gate"

[client]                          # the module whose exports reach the service
package = "@acme/client"          # and/or modules = ["src/client.ts"]
audited = []                      # exports outside the gate
gated   = []                      # exports that take the flag

[scope]                           # what is not production: its accesses are listed and not followed
test = ["tests/**", "**/__tests__/**", "**/__mocks__/**", "**/*.test.*", "**/*.spec.*", "**/test_*.py"]
"""
_REST = """
# [service]                       # how the service is reached without the client
# url_env      = ["SERVICE_URL"]
# database_env = []

# [gate]                          # what keeps flagged rows away
# flags   = ["unavailable"]
# columns = ["items.unavailable"]

# [[group]]                       # accesses that people decide about as one thing
# id    = "job:nightly"
# paths = ["jobs/nightly/**"]

# [[except]]                      # what needs no decision, and why
# endpoint = "GET /health"
# because  = "carries no data"

[check]
decisions = "gate-decisions"      # one file for each decision, written by `ungated decide`
# levels  = {{ reach-widened = "warning", drift = "off" }}

# A decision report (`ungated report --format markdown -o docs/gate.md`) is compared byte for byte by
# `ungated report --check docs/gate.md`: list the file in .prettierignore, and let no other formatter touch it.
"""


class Started(NamedTuple):
    """The file that was written, and the built-in rules that it starts from."""

    path: str
    builtin: str | None


def init(root: str | None, builtin: str | None = None, note: Callable[[str], None] = lambda _: None) -> Started:
    """Write `ungated.toml` at the root. Raises UserError.

    `builtin` names the rules to start from; else those whose client is in the tree, whose place the file would take.
    """
    chosen = root_of(root)
    path = os.path.join(chosen, ROOT_FILE)
    if os.path.lexists(path):
        raise _there(path)
    start = builtin or _fitting(chosen, note)
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(text_for(start))
    except FileExistsError:
        raise _there(path) from None
    except OSError as error:
        raise UserError(f"cannot write {path}: {error.strerror}", "choose a folder in which you may write") from error
    return Started(path, start)


def _there(path: str) -> UserError:
    return UserError(f"{path} is already there", "edit it; the format is described in docs/rules.md")


def _fitting(root: str, note: Callable[[str], None]) -> str | None:
    """The built-in rules whose client or service is in the tree."""
    known = {name: data for name in builtin_names() if (data := builtin_rules(name)) is not None}
    rules = {name: load_rules(f"{name}.toml", data, builtin_rules) for name, data in known.items()}
    with WorkTree(root) as files, work_for(root, note, cache=True) as work:
        side = tree_of(files, work).side(list(rules.values()), "found")
    return next((name for name, one in rules.items() if side is not None and side.rules is one), None)


def text_for(builtin: str | None) -> str:
    """The text of a new rules file. Raises UserError for unknown built-in rules."""
    if builtin is None:
        return f"{_HEAD}{_OWN}{_REST.format()}"
    data = builtin_rules(builtin)
    if data is None:
        raise UserError(f"there are no built-in rules {builtin!r}", f"known: {', '.join(builtin_names())}")
    rules = load_rules(f"{builtin}.toml", data, builtin_rules)
    return f"{_HEAD}{_EXTENDING.format(name=builtin, title=rules.title)}{_REST.format()}"
