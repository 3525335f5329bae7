"""Which rules apply to a root: the file that was asked for, else the root's own, else the built-in ones."""

from collections.abc import Callable
from typing import Literal

import msgspec

from audit.rulebook.packaged import builtin_names, builtin_rules

ROOT_FILE = "ungated.toml"

Origin = Literal["explicit", "root", "builtin"]


class RulesFile(msgspec.Struct, frozen=True):
    """A rules file that has not been read yet; `name` is what messages call it."""

    name: str
    data: bytes


class FoundRules(msgspec.Struct, frozen=True):
    """The candidates. With origin `builtin`, each one applies only where its client or service is found."""

    origin: Origin
    files: tuple[RulesFile, ...]


def find_rules(
    read: Callable[[str], bytes | None], explicit: bytes | None = None, explicit_name: str = "--rules"
) -> FoundRules:
    """The rules files to load. `read` gives the bytes of a path relative to the root, or None."""
    if explicit is not None:
        return FoundRules("explicit", (RulesFile(explicit_name, explicit),))
    own = read(ROOT_FILE)
    if own is not None:
        return FoundRules("root", (RulesFile(ROOT_FILE, own),))
    named = ((name, builtin_rules(name)) for name in builtin_names())
    return FoundRules("builtin", tuple(RulesFile(f"{name}.toml", data) for name, data in named if data is not None))
