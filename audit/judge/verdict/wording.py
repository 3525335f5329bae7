"""The sentences of proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.judge.verdict.live import is_dormant
from audit.judge.verdict.matching import SEEN
from audit.model import strongest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.judge.verdict.facts import Row
    from audit.model import Access, KeyKind, Path, Reach

_KINDS: dict[KeyKind, str] = {
    "other-row": "rows of other tables",
    "request": "an id that the client sends",
    "constant": "a constant",
    "free-text": "free text",
    "catalogue-row": "rows that cannot be flagged",
    "unknown": "something unknown",
}
_ENDS: dict[Reach, str] = {
    "renders": "It is shown.",
    "escapes": "It was lost from sight.",
    "stores": "It is stored, and read by nobody.",
    "decides": "It only decides, and nothing of it is shown.",
    "contained": "Nothing of it is shown, kept or decides anything.",
    "unreachable": "Nothing calls what asks for it.",
}


def keyed_by(rows: Iterable[Row], aside: tuple[str, ...]) -> str:
    """What keys accesses, in words."""
    words = (f"`{one.key.column}` alone" if one.key.column in aside else _KINDS[one.key.kind] for one in rows)
    return " and ".join(dict.fromkeys(words))


def queries(count: int) -> str:
    """How many queries resolve a key."""
    return "the key is resolved by one query" if count == 1 else f"the key is resolved by {count} queries"


def stated(accesses: tuple[Access, ...]) -> list[str]:
    """Where flagged data is shown today, and where it would be."""
    paths = [path for one in accesses for path in one.paths if path.flagged is not None and path.flagged.state == "yes"]
    seen = [path for path in paths if path.sink.kind in SEEN and path.flow != "implicit"]
    live, dormant = _names([one for one in seen if not is_dormant(one)]), _names([o for o in seen if is_dormant(o)])
    said = [f"A flagged row's data is shown at {_listed(live)}."] if live else []
    dormant = [one for one in dormant if one not in live]
    if dormant:
        columns = dict.fromkeys(c.name for path in seen for c in path.conditions if c.kind == "dormant")
        said.append(f"Dormant: {_listed(dormant)}; nothing writes {', '.join(columns)}.")
    columns_ = sorted({column for path in paths if path.flow != "implicit" for column in path.sink.columns})
    return said or ([f"A flagged row's data is stored in {_listed(columns_)}."] if columns_ else [])


def shown(accesses: tuple[Access, ...]) -> list[str]:
    """Where people see what accesses give, else how far it comes."""
    paths = [path for one in accesses for path in one.paths if path.sink.kind in SEEN and path.flow != "implicit"]
    names = _names(paths)
    if names:
        return [f"It is shown at {_listed(names)}."]
    reach = strongest(one.reach for one in accesses if one.reach is not None)
    return [_ENDS[reach]] if reach is not None else []


def _names(paths: list[Path]) -> list[str]:
    return sorted({name for path in paths for name in path.sink.routes or ((path.sink.channel or path.sink.kind),)})


def _listed(names: list[str], most: int = 3) -> str:
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")
