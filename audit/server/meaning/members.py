"""What reading from a value gives: its members, its elements, and what `with` takes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.server.meaning.filling import filled
from audit.server.meaning.model import (
    PLAIN,
    UNKNOWN,
    ClassRef,
    Cls,
    Gives,
    Instance,
    Many,
    Method,
    Module,
    Outside,
    Plain,
    Several,
    Thing,
    Vals,
    Value,
    union,
)
from audit.server.meaning.scopes import ELEMENT, ENTER

if TYPE_CHECKING:
    from audit.server.meaning.scopes import Scope
    from audit.server.meaning.values import Values

_TAKES = frozenset(("get", "pop", "popleft", "setdefault", "__getitem__", "__next__", "__anext__", "popitem"))
_SAME = frozenset(("copy", "values", "union", "difference", "intersection"))
_BAGS = frozenset(("state",))
"""Members of outside objects in which anybody may put anything: `request.app.state`."""
_ENTERS = ("__aenter__", "__enter__")
_ITERATES = ("__getitem__", "__iter__", "__aiter__")


class Members:
    """Questions about parts of values."""

    def __init__(self, values: Values) -> None:
        self._values = values

    def of(self, held: Vals, key: str, scope: Scope) -> Vals:
        """What reading a member gives."""
        return union(*(self._member(one, key, scope) for one in held))

    def element(self, held: Vals) -> Vals:
        """What an element is."""
        return union(*map(self._element, held))

    def of_container(self, held: Value, key: str) -> Vals:
        """What a method of a list, a dict or a text gives."""
        if isinstance(held, Plain):
            return (PLAIN,)
        items = self.element((held,))
        if key in _TAKES:
            return items
        if key == "items":
            return (Many((Several(((PLAIN,), items)),)),)
        return (Many(items),) if key in _SAME else (PLAIN,)

    def step(self, held: Vals, step: str | int) -> Vals:
        """What a pattern takes: a position, an element, or what a context manager gives."""
        if step == ENTER:
            return union(*map(self._entered, held))
        if isinstance(step, int):
            places = [one.items[step] for one in held if isinstance(one, Several) and step < len(one.items)]
            rest = tuple(one for one in held if not (isinstance(one, Several) and step < len(one.items)))
            return union(*places, self.element(rest))
        assert step == ELEMENT
        return self.element(held)

    def _element(self, held: Value) -> Vals:
        match held:
            case Many(items=items):
                return items
            case Several(items=many):
                return union(*many)
            case Plain() | Thing() | Outside() | ClassRef():  # `Repository[Release]` is still the class
                return (held,) if not isinstance(held, Plain) else (PLAIN,)
            case Instance(cls=cls):
                made = [one for key in _ITERATES for one in self._values.classes.methods(cls, key)]
                given = union(*(self._values.results.returned(one, held, None, one.scope) for one in made))
                return self.element(given) or (UNKNOWN,)
            case _:
                return (UNKNOWN,)

    def _member(self, held: Value, key: str, scope: Scope) -> Vals:
        match held:
            case Instance(cls=cls):
                return self._of_object(held, cls, key)
            case ClassRef(cls=cls):
                found = self._values.classes.methods(cls, key)
                return tuple(Method(one) for one in found) or self._values.field(cls, key) or (UNKNOWN,)
            case Module(file=file):
                tree = self._values.tree
                return self._values.linked(tree.meaning(file, key), tree.module(file)) or (UNKNOWN,)
            case Outside():
                return (self._values.tree.within(held, key, scope.file),)
            case Many() | Several():
                return self.element((held,))
            case Thing():
                return (held,) if key not in _BAGS else (UNKNOWN,)
            case Plain() | Gives() | Method():
                return (PLAIN,)
            case _:
                return (UNKNOWN,)

    def _of_object(self, held: Instance, cls: Cls, key: str) -> Vals:
        methods = self._values.classes.methods(cls, key)
        getters = [one for one in methods if one.node.kind == "get"]
        if getters:
            return union(*(self._values.results.returned(one, held, None, one.scope) for one in getters))
        if methods:
            return tuple(Method(one, held) for one in methods)
        made = self._values.field(cls, key)
        if made:
            return filled(made, dict(zip(cls.parameters, held.args, strict=False)), held)
        if self._values.classes.has_outside_base(cls) and not self._values.classes.is_protocol(cls):
            return (Thing(()),)
        return (UNKNOWN,)

    def _entered(self, held: Value) -> Vals:
        """What `with` gives to its name."""
        if isinstance(held, Many):
            return held.items  # a generator that was made a context manager
        if isinstance(held, Instance):
            found = [one for key in _ENTERS for one in self._values.classes.methods(held.cls, key)]
            if found:
                return union(*(self._values.results.returned(one, held, None, one.scope) for one in found))
        return (held,)
