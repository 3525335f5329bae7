"""The targets of package.json `exports` and `imports`: Node's PACKAGE_TARGET_RESOLVE without an environment.

The audited code runs in many environments, so no single branch of the conditions is right. All targets are
collected, each with a grade, and whoever asks takes the best one that is there.
"""

from collections.abc import Iterator

from msgspec import Struct

from audit.link.modules.patterns import Match, Patterns
from audit.link.questions import jsonc

SOURCE, PLAIN, DEVELOPMENT, OTHER = range(4)
_GRADES = {
    "source": SOURCE,
    "types": PLAIN,
    "import": PLAIN,
    "require": PLAIN,
    "node": PLAIN,
    "default": PLAIN,
    "development": DEVELOPMENT,
}


class Target(Struct, frozen=True, order=True):
    """One target as written, and how good the conditions are under which it holds (0 is best)."""

    text: str
    grade: int


def subpaths(declared: object) -> Patterns[object]:
    """`exports` by subpath without its dot: `""`, `"/testing"`, `"/*"`."""
    if not isinstance(declared, dict) or not any(key.startswith(".") for key in declared):
        return Patterns([("", declared)])
    return Patterns((_folded(key[1:]), value) for key, value in declared.items() if key.startswith("."))


def internal(declared: object) -> Patterns[object]:
    """`imports` by name: `"#db"`, `"#lib/*"`."""
    return Patterns((_folded(key), value) for key, value in jsonc.table(declared).items() if key.startswith("#"))


def targets(match: Match[object], custom: frozenset[str]) -> list[Target]:
    """The targets behind a match, best grade first, as written within a grade. None of them: not exported.

    `custom` are further conditions that lead to sources, from tsconfig's `customConditions`.
    """
    found = sorted(_leaves(match.value, PLAIN, custom), key=lambda target: target.grade)
    if match.star is None:
        return found
    return [Target(_filled(target.text, match.star), target.grade) for target in found]


def _leaves(value: object, grade: int, custom: frozenset[str]) -> Iterator[Target]:
    pending = [(value, grade)]
    while pending:
        value, grade = pending.pop()
        if isinstance(value, str):
            yield Target(value, grade)
        elif isinstance(value, list):
            pending += [(item, grade) for item in reversed(value)]
        elif isinstance(value, dict):
            pending += [(inner, _graded(grade, key, custom)) for key, inner in reversed(value.items())]


def _graded(outer: int, condition: str, custom: frozenset[str]) -> int:
    inner = SOURCE if condition in custom else _GRADES.get(condition.partition("@")[0] or condition, OTHER)
    if outer > PLAIN or inner > PLAIN:
        return max(outer, inner)
    return min(outer, inner)


def _folded(key: str) -> str:
    """`./lib/` is the old way to write `./lib/*`."""
    return f"{key}*" if len(key) > 1 and key.endswith("/") else key


def _filled(target: str, star: str) -> str:
    return target + star if target.endswith("/") else target.replace("*", star)
