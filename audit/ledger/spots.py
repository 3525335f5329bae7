"""How people name a site: `file`, `file#function` or `file:line`. Nobody types an id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.model import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.model import Access


def chosen(names: Sequence[str], among: Sequence[Access], subject: str) -> tuple[Access, ...]:
    """The accesses that `names` mean, in order; all of them without names. Raises UserError for one that
    means none.
    """
    if not names:
        return tuple(among)
    wanted: set[str] = set()
    for name in names:
        found = [one.id for one in among if _fits(name, one)]
        if not found:
            raise UserError(f"{name} names no access of {subject}", f"name one of {_listed(among)}")
        wanted.update(found)
    return tuple(one for one in among if one.id in wanted)


def name_of(access: Access) -> str:
    """The name that a person would type: `file#function`."""
    return f"{access.file}#{access.function}"


def _fits(name: str, access: Access) -> bool:
    name = name.removeprefix("./")
    if name == access.file or name == name_of(access):
        return True
    numbered = re.fullmatch(r"(.+?):(\d+)(?::\d+)?", name)
    return numbered is not None and numbered[1] == access.file and int(numbered[2]) == access.line


def _listed(accesses: Sequence[Access], most: int = 8) -> str:
    names = list(dict.fromkeys(map(name_of, accesses)))
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest
