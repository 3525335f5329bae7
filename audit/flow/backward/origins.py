"""What a node may be, backwards: through copies, members, calls, parameters and places, as far as a question needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.annotations import Types
from audit.flow.backward.assigned import Assigned
from audit.flow.backward.callers import Callers
from audit.flow.backward.classes import Classes
from audit.flow.backward.dispatch import ANY, named, runnable, table
from audit.flow.backward.handing import Handing
from audit.flow.backward.parameters import parameter
from audit.flow.backward.prototypes import Prototypes
from audit.flow.backward.results import Results
from audit.flow.backward.syntax import by_syntax
from audit.flow.backward.values import (
    ClassValue,
    Func,
    Global,
    Instance,
    Made,
    Method,
    Module,
    ObjectValue,
    Outside,
    Text,
    Typed,
    Value,
    Values,
    inside,
)  # fmt: skip
from audit.flow.backward.written import Written
from audit.flow.code import Code, FunctionId, Spot
from audit.flow.contexts import ELEMENT
from audit.flow.graph import CallSite, Graph, Op, Place
from audit.link.names import Declared, External, Names, Namespace

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.projections.model import Part
    from audit.rulebook import VocabularyIndex

_MOST = 240
"""Values of one node that are followed; more say nothing: some of them would be taken for all there are."""
_MANY = 20_000
"""Questions that one leads to; from then on a part that was looked into is not looked into again for it: objects that
are made of each other's spreads have more ways than there is time for.
"""
_NEVER = 1 << 30
_OF_PROMISES = ("then", "catch", "finally")
"""Members of what a list is awaited from (`Promise.all`), and of no list."""


class Origins:
    """Answers are kept; a question that comes back to itself adds nothing."""

    def __init__(self, code: Code, names: Names, vocabulary: VocabularyIndex) -> None:
        self.code, self.names, self.vocabulary = code, names, vocabulary
        self.types = Types(code.program, names)
        self.classes, self.written, self.results = Classes(self), Written(self), Results(self)
        self.prototypes, self.assigned = Prototypes(self), Assigned(self)
        self.callers, self.handing = Callers(self), Handing(self)
        self.injected: Callable[[str, tuple[lowered.Expr, ...]], list[Spot]] = lambda *_: []
        """What a container gives for the decorators of a parameter in a file."""
        self.projected: Callable[[Spot], list[Part] | None] = lambda _: None
        """The parts of a value that the schema at a node lets through; None where it lets all."""
        self.listeners: dict[str, dict[tuple[str, int, int], tuple[Func, ...]]] = {}
        self._text = "str" if vocabulary.language == "python" else "String"
        self._known: dict[Spot, Values] = {}
        self._open: dict[Spot, int] = {}
        self._inside: set[tuple[Spot, str]] = set()
        self._again = _NEVER
        self._asked = 0
        self._looked: dict[Spot | tuple[Spot, str], Values] = {}

    def of(self, spot: Spot) -> Values:
        """The values a node may have."""
        found = self._known.get(spot)
        if found is not None:
            return found
        depth = self._open.get(spot)
        if depth is not None:
            self._again = min(self._again, depth)
            return ()
        if self._is_enough():
            found = self._looked.get(spot)
            if found is not None:
                self._again = 0
                return found
        depth, outer = len(self._open), self._again
        self._open[spot], self._again = depth, _NEVER
        values = _few(self._find(spot))
        del self._open[spot]
        if self._again >= depth:  # it rests on no question that is still open
            self._known[spot] = values
            self._again = outer
        else:
            self._again = min(outer, self._again)
            self._looked[spot] = values
        return values

    def _is_enough(self) -> bool:
        """Has the question that is asked from outside led to too many others?"""
        if not self._open and not self._inside:
            self._asked = 0
            self._looked.clear()
        self._asked += 1
        return self._asked > _MANY

    def callees(self, file: str, unit: int, site: CallSite) -> Values:
        """What a call may call. Reading or assigning a member of outside code is one of `.href` or `body=`."""
        if site.method[:1] == "." or site.method[-1:] == "=":
            held = self.of(Spot(file, unit, site.receiver))
            outside = (value for value in held if isinstance(value, (Typed, Method, Global)))
            above = (value for value in held if isinstance(value, Instance))
            return (
                *(one for value in outside for one in self.member(value, site.method)),
                *(one for value in above for one in self.classes.outside(value.file, value.at, site.method)),
            )
        return runnable(self, self.of(Spot(file, unit, site.callee)))

    def member(self, value: Value, key: str) -> Values:
        """What a member of a value may be."""
        if isinstance(value, ObjectValue):
            return self._property(value.spot, key)
        if isinstance(value, Instance):
            found = self.classes.member(value.file, value.at, key)
            return self.classes.overridden(value, key, found) if value.open else found
        if isinstance(value, ClassValue):
            found = self.classes.member(value.file, value.at, key)
            telling = any(not isinstance(one, Typed) for one in found)
            return found if telling else (*found, *self.assigned.of_class(value, key))
        if isinstance(value, Made):
            return self.prototypes.member(value.id, key)
        if isinstance(value, Module):
            return self.meaning(self.names.exported(value.file, key))
        if isinstance(value, (Outside, Global)):
            return inside(value, key)
        if isinstance(value, (Typed, Method)):
            owner = value.type if isinstance(value, Typed) else f"{value.type}.{value.name}"
            return (Method(owner, key),)
        if isinstance(value, Text):
            return (Method(self._text, key),)
        return ()

    # one node

    def _find(self, spot: Spot) -> Values:
        graph = self.code.graph(spot.file, spot.unit)
        node = spot.node
        if node in graph.made:
            return (Func(FunctionId(spot.file, spot.unit, graph.made[node])),)
        if node in graph.class_nodes:
            return (ClassValue(spot.file, graph.class_nodes[node]),)
        own = by_syntax(self, spot, graph)
        if own is not None:
            return own
        found: list[Value] = []
        if node in graph.of_parameter:
            found.extend(parameter(self, spot, graph))
        if node in graph.place_of:
            found.extend(self._place(spot, graph.place_of[node]))
        if node in graph.entered:
            found.extend(self.results.entered(Spot(spot.file, spot.unit, graph.entered[node])))
        for source, op, key in graph.back[node]:
            before = Spot(spot.file, spot.unit, source)
            if op is Op.COPY:
                found.extend(self.of(before))
            elif op is Op.LOAD:
                names = named(self, spot, graph) if key == ELEMENT else (key,)
                for value in self.of(before):
                    asked = (name for name in names if name != ANY or isinstance(value, ObjectValue))
                    found.extend(one for name in asked for one in self.member(value, name))
                if not any(map(self._says, found)):
                    found.extend(self.written.member(before, key))
        return tuple(found) or self._typed(spot, graph)

    def _typed(self, spot: Spot, graph: Graph) -> Values:
        """What a name is by the type that is written for it."""
        return self.types.value(spot.file, graph.typed[spot.node]) if spot.node in graph.typed else ()

    def _says(self, value: Value) -> bool:
        """Is anything known of a value but its name?"""
        return not isinstance(value, (Global, Outside, Typed, Method)) or bool(self.results.rows_for(value))

    # places

    def _place(self, spot: Spot, place: Place) -> Values:
        if place.kind == "field":
            found = self.classes.member(spot.file, place.at, place.name)
            return self.classes.overridden(Instance(spot.file, place.at), place.name, found)
        if place.at >= 0:
            return self.kept(spot.file, spot.unit, place)
        meaning = self.names.meaning(spot.file, place.name)
        return self.meaning(meaning) if meaning is not None else (Global(place.name),)

    def kept(self, file: str, unit: int, place: Place) -> Values:
        """What is put into a place by the statement that holds it."""
        graph = self.code.graph(file, unit)
        found = [value for node in graph.kept.get(place, ()) for value in self.of(Spot(file, unit, node))]
        return tuple(found)

    def meaning(self, meaning: object) -> Values:
        """What a name means, as values."""
        if isinstance(meaning, External):
            return (Outside(meaning.module, meaning.path),)
        if isinstance(meaning, Namespace):
            return (Module(meaning.file),)
        if isinstance(meaning, Declared):
            return self._declared(meaning)
        return ()

    def _declared(self, meaning: Declared) -> Values:
        unit = self.code.unit_at(meaning.file, meaning.at)
        if unit < 0:
            return ()
        found = list(self.kept(meaning.file, unit, Place("name", meaning.name, meaning.at)))
        for spot in self.code.assigned(meaning.file, meaning.name, meaning.at):
            found.extend(self.of(spot))
        return tuple(found)

    # objects and instances

    def _property(self, spot: Spot, key: str) -> Values:
        if (spot, key) in self._inside:  # a list that is made of itself: `[...all, one]`
            return ()
        if self._is_enough() and (spot, key) in self._looked:
            return self._looked[spot, key]
        self._inside.add((spot, key))
        found = self._looked[spot, key] = self._held(spot, key)
        self._inside.discard((spot, key))
        return found

    def _held(self, spot: Spot, key: str) -> Values:
        graph = self.code.graph(spot.file, spot.unit)
        if key == ANY:
            return table(self, spot)
        found: list[Value] = []
        listed = isinstance(graph.source[spot.node], lowered.Array)
        for source, op, name in reversed(graph.back[spot.node]):
            before = Spot(spot.file, spot.unit, source)
            if op is Op.STORE and (name == key or (key == "[*]" and name.startswith("["))):
                for value in self.of(before):
                    found.extend(self._got(value))
                if name == key and key[:1] != "[" and not listed:
                    break  # it stands behind all others of that name, and behind what is spread
            elif op is Op.COPY and (not listed or key[:1] == "["):  # a list has the elements of what is spread alone
                for value in self.of(before):
                    found.extend(self.member(value, key))
        if not found and listed and key not in _OF_PROMISES:
            return (Method("Array", key),)
        return tuple(found) or self.assigned.member(spot, key)

    def _got(self, value: Value) -> Values:
        """What a getter gives where a member turns out to be one."""
        if not isinstance(value, Func):
            return (value,)
        function = value.id
        kind = self.code.graph(function.file, function.unit).functions[function.number].kind
        return self.results.returned(function) if kind == "get" else (value,)


def _few(found: Values) -> Values:
    """Values without repetition; none where there are too many to be followed."""
    values = tuple(dict.fromkeys(found))
    return values if len(values) <= _MOST else ()
