"""The names of a pass: what they stand for, and what is read from parameters by them.

Names keep the values that are given to them in the order of the source; branches are not told apart, so a
value says what may arrive.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from audit.extract.facts.code import ArrayPattern, Default, Member, Name, ObjectPattern
from audit.find.inside.records import Read
from audit.find.inside.values import ELEMENT, UNKNOWN, Value, either, spread

if TYPE_CHECKING:
    from audit.find.inside.records import Surroundings


class Scopes(ABC):
    """Scopes inside one another; the surroundings know names from outside. `names` are those of interest."""

    def __init__(self, names: frozenset[str], around: Surroundings) -> None:
        self._names = names
        self._around = around
        self._scopes: list[dict[str, Value]] = [{}]
        self.reads: list[Read] = []

    @abstractmethod
    def value(self, node: Any) -> Value:
        """The value of an expression."""

    def _lookup(self, name: str) -> Value:
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        return self._around.named(name)

    def bind(self, target: Any, value: Value) -> None:
        """Give a value to the names of a pattern."""
        if isinstance(target, Name):
            self._scopes[-1][target.name] = value
        elif isinstance(target, Default):
            default = self.value(target.value)
            self.bind(target.target, value if default == UNKNOWN else either([value, default]))
        elif isinstance(target, ObjectPattern):
            for key, inner in target.entries:
                self.bind(inner, self._read(value, key) if isinstance(key, str) else UNKNOWN)
            self.bind(target.rest, value)
        elif isinstance(target, ArrayPattern):
            for item in target.items:
                self.bind(item, value.read(ELEMENT))
            self.bind(target.rest, value)

    def _assign(self, target: Any, value: Value) -> None:
        if isinstance(target, Name):
            scope = next((one for one in reversed(self._scopes) if target.name in one), self._scopes[0])
            known = scope.get(target.name)
            scope[target.name] = either([known, value]) if known is not None and known != UNKNOWN else value
        elif isinstance(target, Member) and isinstance(target.object, Name):
            holder = self._lookup(target.object.name)
            self._assign(target.object, spread(holder, Value(properties={target.key: value})))
        elif isinstance(target, (ObjectPattern, ArrayPattern)):
            self.bind(target, value)
        else:
            self.value(target)

    def _read(self, value: Value, key: str) -> Value:
        found = value.read(key)
        if key in self._names:
            self.reads.extend(Read(key, origin) for origin in sorted(found.origins))
        return found
