"""What comes through a class of Python's by its fields, or through a written type that names such a class.

A model gives the fields that it declares and leaves out what else it is given (pydantic: "Models", *Extra data*),
unless it says so (`opens` in vocabulary): then all comes through.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.annotations import top_level
from audit.flow.backward.values import ClassValue, Instance, Outside
from audit.flow.projections.model import ALL, Projection

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.rulebook import Vocabulary

_LISTED = re.compile(
    r"^(?:[\w.]+\.)?(?:[Ll]ist|[Ss]et|[Ff]rozen[Ss]et|Sequence|Iterable|Collection)\[(.*)\]$", re.DOTALL
)
_SAME = re.compile(r"^(?:[\w.]+\.)?(?:Optional|Annotated|Final|Required|NotRequired)\[(.*)\]$", re.DOTALL)
_NAME = re.compile(r"^[A-Za-z_][\w.]*$")
_DEEPEST = 6


class Models:
    """Projections of classes. `bases` are the last names of the classes outside that make a model of those below."""

    def __init__(self, origins: Origins, vocabulary: Vocabulary) -> None:
        self._origins, self._code = origins, origins.code
        rows = [row for row in vocabulary.records if row.strips]
        self._bases = frozenset(name for row in rows for name in row.export)
        self._openers = frozenset(name for row in rows for name in row.opens)
        self._hiding = frozenset(row.hides for row in vocabulary.records if row.hides is not None)
        self._of: dict[tuple[ClassValue, bool], Projection] = {}

    def of_type(self, file: str, text: str, depth: int = 0, *, shown: bool = False) -> Projection:
        """What comes through what is written as a type; `shown`: where objects are written, not where they are made."""
        text = text.strip().strip("'\"")
        parts = [one.strip() for one in top_level(text, "|") if one.strip() not in ("None", "")]
        if len(parts) != 1 or depth > _DEEPEST:
            return ALL
        if same := _SAME.match(parts[0]):
            return self.of_type(file, top_level(same[1], ",")[0], depth + 1, shown=shown)
        if listed := _LISTED.match(parts[0]):
            return Projection(members={}, items=self.of_type(file, listed[1], depth + 1, shown=shown))
        values = self._origins.types.value(file, parts[0]) if _NAME.match(parts[0]) else ()
        classes = [ClassValue(one.file, one.at) for one in values if isinstance(one, Instance)]
        return self.of_class(classes[0], depth + 1, shown=shown) if len(classes) == len(values) == 1 else ALL

    def of_class(self, one: ClassValue, depth: int = 0, *, shown: bool = False) -> Projection:
        """What comes through a class."""
        key = (one, shown)
        if key not in self._of:
            self._of[key] = ALL  # a class that has itself as a field lets all of that through
            members = self._members(one, depth, shown=shown)
            if members is not None:
                self._of[key] = Projection(members)
        return self._of[key]

    def _members(self, one: ClassValue, depth: int, *, shown: bool) -> dict[str, Projection] | None:
        """The fields of a model with those of the models it extends; None for any other class."""
        unit = self._code.class_unit(one.file, one.at)
        found = self._code.graph(one.file, unit).classes.get(one.at) if unit >= 0 and depth <= _DEEPEST else None
        if found is None or found.decorators or not found.bases:
            return None
        members: dict[str, Projection] = {}
        for base in self._origins.classes.bases(one.file, one.at):
            above = self._members(base, depth + 1, shown=shown) if isinstance(base, ClassValue) else None
            if above is None and not (isinstance(base, Outside) and base.path.rpartition(".")[2] in self._bases):
                return None
            members.update(above or {})
        for member in found.members:
            if self._opens(member):
                return None
            if isinstance(member, code.Field) and member.type and not (shown and self._hides(member.value)):
                members[member.name] = self.of_type(one.file, member.type, depth + 1, shown=shown)
        return members

    def _hides(self, value: code.Expr | None) -> bool:
        """Does a field say that it is left out where the object is written?"""
        names = value.names if isinstance(value, code.Call) else ()
        given = zip(names, value.args[-len(names) :], strict=False) if isinstance(value, code.Call) and names else ()
        return any(name in self._hiding and isinstance(one, code.Literal) and one.value is True for name, one in given)

    def _opens(self, member: code.Function | code.Field) -> bool:
        """Does a member say that more comes through, or that it does under another name?"""
        if isinstance(member, code.Function):
            return any(_named(one) in self._openers for one in member.decorators)
        value = member.value
        keys = value.names if isinstance(value, code.Call) else ()
        if isinstance(value, code.Object):
            keys = tuple(one.key for one in value.properties if isinstance(one.key, str))
        return member.name in self._openers or not self._openers.isdisjoint(keys)


def _named(decorator: code.Expr) -> str:
    """The last name of a decorator."""
    one = decorator.callee if isinstance(decorator, code.Call) else decorator
    return one.key if isinstance(one, code.Member) else one.name if isinstance(one, code.Name) else ""
