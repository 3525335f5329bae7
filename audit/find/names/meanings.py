"""What a name can mean, as far as the audited subjects are concerned.

A meaning says what is reached from a value by which steps: members, `@new` (an instance), `@call` (a result),
`@token` (what is injected for it), `@subclass` (what only subclasses see of an instance), `@given0.1` (what a
function written as its first argument gets second), `*` (any element). The meaning of a module namespace
leads by "getRelease" to the meaning of that export; the meaning of a class by "@new" to that of its
instances. So modules, classes, instances, factories and objects that hold any of them are followed by one
rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.names import AWAIT, CALL, DYNAMIC, NEW

if TYPE_CHECKING:
    from collections.abc import Callable

TOKEN = "@token"  # noqa: S105 - a step of a path
SUBCLASS = "@subclass"
DEEPEST = 8
"""Steps from a value to a subject; what holds the client deeper than this is not followed."""
_STAYS = frozenset((AWAIT, "...", "default"))


class Meaning:
    """A node of the tree of steps. Equal trees made by its methods are one object, so identity is equality.

    `loose`: a type that other things than the client may have as well.
    """

    __slots__ = ("_made", "depth", "loose", "steps", "subject")

    def __init__(
        self, subject: str | None = None, steps: dict[str, Meaning] | None = None, *, loose: bool = False
    ) -> None:
        self.subject = subject
        self.steps = steps or {}
        self.loose = loose
        self.depth: int = 1 + max((step.depth for step in self.steps.values()), default=0)
        self._made: dict[str, Meaning] = {}

    def holding(self, step: str) -> Meaning:
        """The meaning of something from which this one is reached by one step."""
        return self._once(step, lambda: Meaning(steps={step: self}))

    def typed(self) -> Meaning:
        """The meaning of a type that instances of this meaning have, and others too."""
        return self._once("a type", lambda: Meaning(steps={NEW: self}, loose=True))

    def mapped(self) -> Meaning:
        """The meaning of a map whose values have this one."""
        listed = self.holding(DYNAMIC).holding(CALL)
        pairs = self.holding("[1]")
        steps = {
            "get": self.holding(CALL),
            "values": listed,
            "entries": pairs.holding(DYNAMIC).holding(CALL),
            "forEach": self.holding("@given0.0"),
            DYNAMIC: pairs,
        }
        return self._once("a map", lambda: Meaning(steps=steps))

    def members(self) -> tuple[Meaning, ...]:
        """What members lead to by their names."""
        return tuple(meaning for step, meaning in sorted(self.steps.items()) if step[:1] not in ("@", DYNAMIC))

    def after(self, path: tuple[str, ...]) -> tuple[Meaning, tuple[str, ...]] | None:
        """What is meant after the steps, and the steps left over once a subject is reached; None when nothing
        is.
        """
        here = self
        for taken, step in enumerate(path):
            following = here._following(step)
            if following is not None:
                here = following
            elif step in _STAYS:
                continue
            elif here.subject is not None:
                return here, path[taken:]
            else:
                return None
        return here, ()

    def without(self, names: tuple[str, ...]) -> Meaning:
        """Without some members: those that a subclass or an object has of its own."""
        left = {name: meaning for name, meaning in self.steps.items() if name not in names}
        if len(left) == len(self.steps):
            return self
        return self._once("without " + " ".join(left), lambda: Meaning(self.subject, left, loose=self.loose))

    def subclass(self, names: tuple[str, ...]) -> Meaning:
        """The meaning of a subclass that has members of these names."""
        instance = self.steps[NEW].without(names)
        return self if instance is self.steps[NEW] else instance.holding(NEW)

    def live(self) -> bool:
        """Does the value itself lead to a subject, without being constructed or injected first?"""
        if self.subject is not None:
            return True
        if NEW in self.steps:
            return False
        return any(step not in (TOKEN, SUBCLASS) and meaning.live() for step, meaning in self.steps.items())

    def _following(self, step: str) -> Meaning | None:
        found = self.steps.get(step)
        if found is None and (step.startswith(DYNAMIC) or step.strip("[]").isdigit()):
            return self.steps.get(DYNAMIC)
        return found

    def _once(self, key: str, make: Callable[[], Meaning]) -> Meaning:
        """What was made under a key, which is a step, or words that are none: a member may be called `map`."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]


def meanings_of(subjects: tuple[str, ...]) -> dict[str, Meaning]:
    """Meanings by exported name: `getRelease` is a function, `Client.fetchItem` a method, of the class or an
    object.
    """
    members: dict[str, list[tuple[str, ...]]] = {}
    for subject in subjects:
        root, *path = subject.split(".")
        members.setdefault(root, []).append(tuple(path))
    return {root: _meaning(root, paths) for root, paths in members.items()}


def _meaning(root: str, paths: list[tuple[str, ...]]) -> Meaning:
    """Methods are reached from instances and, for static ones and for objects, from the name itself."""
    instance = _tree(root, [path for path in paths if path])
    subject = root if () in paths else None
    if not instance.steps:
        return Meaning(subject)
    return Meaning(subject, {**instance.steps, NEW: instance})


def _tree(name: str, paths: list[tuple[str, ...]]) -> Meaning:
    heads = dict.fromkeys(path[0] for path in paths if path)
    steps = {head: _tree(f"{name}.{head}", [path[1:] for path in paths if path[:1] == (head,)]) for head in heads}
    return Meaning(name if () in paths else None, steps)
