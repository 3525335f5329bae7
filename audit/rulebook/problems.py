"""What is wrong with a rules file, as data: every problem at once, each with its line and a suggestion."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

Key = tuple[str | int, ...]
"""The way to a value in a TOML file: table names, keys, and positions in arrays."""


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing to correct. `line` is 1-based; `suggestion` is "" when there is none."""

    file: str
    line: int
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        text = f"{self.file}:{self.line}: {self.message}"
        return f"{text} ({self.suggestion})" if self.suggestion else text


class Fault(NamedTuple):
    """What is wrong at `key`, before it has a line."""

    key: Key
    message: str
    suggestion: str = ""


class RulesError(Exception):
    """A rules or vocabulary file that is refused. `problems` is never empty and sorted by line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The sentence that offers the nearest known word, or "" when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else ""
