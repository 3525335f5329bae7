"""What the closure of names works on: things that have a meaning, each followed once, and what was found on
the way.
"""

from __future__ import annotations

import re
from collections import deque
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts.names import Binding, Occurrence, Use
from audit.find.names.meanings import DEEPEST, Meaning
from audit.link.questions import every

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.link.program import Program

BUDGET = 20_000
"""Things that are followed in a run; past it only what is close to a subject is."""
_NEAR = 4
_NEW = re.compile(rb"new\s+(?:[\w$]+\.)*([\w$]+)")
DECLARED = -1
TYPED = -2


class Exported(Struct, frozen=True, order=True):
    """A module exports something under a name; "=" is the module itself (CommonJS)."""

    file: str
    name: str
    meaning: Meaning


class Bound(Struct, frozen=True, order=True):
    """A local name, declared at a byte offset.

    `given` is where the value came in: the offset of a write, DECLARED, or TYPED when its type says so.
    """

    file: str
    name: str
    at: int
    meaning: Meaning
    given: int = DECLARED
    came: Came | None = None


class Field(Struct, frozen=True, order=True):
    """A member of the instances of a class, which starts at a byte offset; `access` as in the source, or
    "static".
    """

    file: str
    class_at: int
    name: str
    access: str
    meaning: Meaning


class Site(Struct, frozen=True, order=True):
    """Where a value stands: its file, the innermost named function, the class around it (-1 outside of all).

    `came`: the call that brought the value into the function.
    """

    file: str
    at: int = -1
    enclosing: str = "<module>"
    class_at: int = -1
    came: Came | None = None


class Came(Struct, frozen=True, order=True):
    """A call that passed a value: where it stands, and what becomes of its result. What a function gives back
    goes there.
    """

    site: Site
    result: Use | None

    def deep(self) -> int:
        """How many calls brought the value."""
        return 1 + (self.site.came.deep() if self.site.came is not None else 0)


class Hit(Struct, frozen=True, order=True):
    """A use of a subject: where, and how ("call" or "reference")."""

    file: str
    at: int
    subject: str
    kind: str
    use: Use | None
    enclosing: str


class Lost(Struct, frozen=True, order=True):
    """A place where something with a meaning was handed to where names do not lead."""

    file: str
    at: int
    reason: str


Item = Exported | Bound | Field


class Work:
    """The work list and its results; `cut` counts what was over the budget. `is_test` tells files that say
    nothing about what runs in production.
    """

    def __init__(self, program: Program, is_test: Callable[[str], bool] = lambda _: False) -> None:
        self.program = program
        self.is_test = is_test
        self.cut = 0
        self._queues: tuple[deque[Item], ...] = tuple(deque() for _ in range(DEEPEST + 1))
        self.hits: dict[tuple[str, int, str], Hit] = {}
        self.lost: set[Lost] = set()
        self.members: dict[str, set[str]] = {}
        """By subjects: what production reads of them (`client.search` where `client` is the subject)."""
        self.resolved: set[tuple[str, int]] = set()
        self._seen: set[Item] = set()
        self._constructed: frozenset[bytes] | None = None

    def add(self, item: Item) -> None:
        """Follow something that has a meaning; once."""
        depth = item.meaning.depth
        if depth > DEEPEST or item in self._seen:
            return
        if len(self._seen) >= BUDGET and depth > _NEAR:
            self.cut += 1
            if self.cut == 1:
                at = item.class_at if isinstance(item, Field) else item.at if isinstance(item, Bound) else 0
                self.lose(Site(item.file), at, "too much holds the client: from here on not all of it is followed")
            return
        self._seen.add(item)
        self._queues[depth].append(item)

    def next(self) -> Item | None:
        """What to follow next: first what is close to a subject, then in the order in which it came."""
        for queue in self._queues:
            if queue:
                return queue.popleft()
        return None

    def bind(self, site: Site, bindings: tuple[Binding, ...], meaning: Meaning, given: int = DECLARED) -> None:
        """Follow the names that a pattern binds to parts of a value."""
        for binding in bindings:
            reached = meaning.after(binding.path)
            if reached is not None and not reached[1] and (reached[0].steps or reached[0].subject):
                self._bind_one(site, binding, reached[0], given)

    def exported(self) -> set[str]:
        """The modules that give something with a meaning to who imports them."""
        return {item.file for item in self._seen if isinstance(item, Exported)}

    def hit(self, site: Site, at: int, subject: str, kind: str, use: Use | None) -> None:
        """Note a use of a subject; the first one at a place counts."""
        self.hits.setdefault((site.file, at, subject), Hit(site.file, at, subject, kind, use, site.enclosing))

    def reads(self, site: Site, subject: str, path: tuple[str, ...]) -> None:
        """Note what is used of a subject, where the subject itself is what is looked for."""
        names = ".".join(takewhile(str.isidentifier, path))
        if names and not self.is_test(site.file):
            self.members.setdefault(subject, set()).add(names)

    def constructs(self, name: str) -> bool:
        """Does production code make instances of a class of this name itself?"""
        if self._constructed is None:
            files = self.program.holding("new ", self.program.files)
            made = (self.program.ask(file, every, _NEW) for file in files if not self.is_test(file))
            self._constructed = frozenset(name for names in made for name in names)
        return name.encode() in self._constructed

    def lose(self, site: Site, at: int, reason: str) -> None:
        """Note a place past which a value is not followed."""
        if not self.is_test(site.file):
            self.lost.add(Lost(site.file, at, reason))

    def _bind_one(self, site: Site, binding: Binding, meaning: Meaning, given: int) -> None:
        file, came = site.file, site.came
        facts = self.program.facts(file)
        for found in facts.occurrences(binding.name) if facts is not None else ():
            if found.at != binding.at:
                continue
            if found.role == "write":
                self.add(Bound(file, binding.name, found.bound, meaning, found.at, came))
            else:
                self.add(Bound(file, binding.name, found.at, meaning, given, came))


def site_of(file: str, found: Occurrence, came: Came | None = None) -> Site:
    """Where an occurrence stands."""
    return Site(file, found.at, found.enclosing, found.class_at, came)
