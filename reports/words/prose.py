"""Numbers and lists of names, as prose has them."""

from collections.abc import Iterable
from typing import Final

_NUMBERS: Final = "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905


def number(count: int) -> str:
    """A number as in prose: up to twelve in words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def plural(count: int, noun: str, *, words: bool = False) -> str:
    """The number with its noun: "1 route", "2 queries"."""
    return f"{number(count) if words else f'{count:,}'} {noun if count == 1 else many(noun)}"


def many(noun: str) -> str:
    """The noun for more than one."""
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}es" if noun.endswith("s") else f"{noun}s"


def listed(names: Iterable[str], most: int) -> str:
    """The first few: "a, b and 3 more"."""
    several = list(names)
    if len(several) <= most:
        return joined(several)
    return f"{', '.join(several[:most])} and {len(several) - most:,} more"


def joined(names: Iterable[str]) -> str:
    """All of them: "a, b and c"."""
    several = list(names)
    return " and ".join([", ".join(several[:-1]), several[-1]] if len(several) > 1 else several)


def sentences(several: Iterable[str]) -> str:
    """Reasons one after the other, each with its full stop."""
    return " ".join(f"{one.rstrip('.')}." for one in several)
