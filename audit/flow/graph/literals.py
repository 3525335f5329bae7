"""Values that are written out with their parts: objects, lists, comprehensions, several in a row."""

from __future__ import annotations

from audit.extract.facts import code
from audit.flow.graph.called import Called
from audit.flow.graph.model import COUNT, Op
from audit.flow.graph.moving import MIXED, move
from audit.flow.graph.patterns import ELEMENT, KEY


class Literals(Called):
    """Each gives the node of the value, into which its parts are put."""

    def object_(self, it: code.Object) -> int:
        made = self.node(it)
        last = {key: position for position, one in enumerate(it.properties) for key in _keys(one)}
        for position, one in enumerate(it.properties):
            outer, self.this = self.this, made if isinstance(one.value, code.Function) and one.kind else self.this
            value = self.value(one.value)
            self.this = outer
            if one.key is None:
                later = [key for key, at in last.items() if at > position]
                for node in self._chosen(one, value, made, later):
                    self.graph.edge(Op.REST if later else Op.COPY, node, made, ",".join(later))
            elif isinstance(one.key, str):
                held = self.graph.node(one.at, self.function, one)
                self.graph.edge(Op.COPY, value, held)
                if one.kind or last[one.key] == position:
                    self.graph.edge(Op.STORE, held, made, one.key)
                if one.kind in ("get", "set"):
                    self.graph.accessors.add((one.kind, one.key))
            else:
                self._under_key(one, value, self.value(one.key), made)
        return made

    def _chosen(self, it: code.Property, value: int, made: int, later: list[str]) -> tuple[int, ...]:
        """What is spread into an object: where a condition chooses between objects that are written there, these; it
        decides about the members that they name, and about no others.
        """
        chosen = it.value
        if isinstance(chosen, code.Cond):
            ways: tuple[code.Expr, ...] = (chosen.then, chosen.other)
        elif isinstance(chosen, code.Logical) and chosen.op == "&&":
            ways = (chosen.right,)
        else:
            return (value,)
        names = [name for way in ways if isinstance(way, code.Object) for name in map(_name, way.properties)]
        if not names or None in names or not all(isinstance(way, (code.Object, code.Literal)) for way in ways):
            return (value,)
        tests, objects = self.graph.deciding(value), [one for one, op, _ in self.graph.back[value] if op is Op.COPY]
        for name in dict.fromkeys(one for one in names if one is not None and one not in later):
            held = self.graph.node(it.at, self.function, it)
            for test in tests:
                self.graph.edge(Op.DECIDE, test, held)
            for source in (one for way in objects for one, op, key in self.graph.back[way] if key == name):
                self.graph.edge(Op.COPY, source, held)
            if names.count(name) < 2:
                self.graph.edge(Op.COPY, self.value(code.Literal(it.at, None, "undefined")), held)
            self.graph.edge(Op.STORE, held, made, name)
        return ()

    def array(self, it: code.Array) -> int:
        made = self.node(it)
        for position, item in enumerate(it.items):
            spread_before = any(isinstance(earlier, code.Spread) for earlier in it.items[:position])
            if isinstance(item, code.Spread):
                moves = MIXED if spread_before else move(0, 0, position) if position else ""
                self.graph.edge(Op.COPY, self.value(item.value), made, moves)
            else:
                self.graph.edge(Op.STORE, self.value(item), made, ELEMENT if spread_before else f"[{position}]")
        return made

    def spread(self, it: code.Spread) -> int:
        return self.value(it.value)

    def comprehension(self, it: code.Comprehension) -> int:
        made = self.node(it)
        with self.nested():
            for target, over in it.loops:
                held = self.value(over)
                items = self.part(it, held, ELEMENT)
                self.graph.edge(Op.DECIDE, held, made, COUNT)
                self.declare_pattern(target)
                self.give(target, items)
            for test in it.tests:
                self.graph.edge(Op.DECIDE, self.value(test), made)
            if it.kind == "dict" and isinstance(it.element, code.Array):
                key, value = map(self.value, it.element.items)
                self._under_key(it.element.items[1], value, key, made)
            else:
                self.graph.edge(Op.STORE, self.value(it.element), made, ELEMENT)
        return made

    def _under_key(self, it: code.Node, value: int, key: int, made: int) -> None:
        """A member of an object whose name is computed."""
        held = self.node(it)
        self.graph.edge(Op.COPY, value, held)
        self.graph.keys[held] = key
        self.graph.edge(Op.DECIDE, key, made)
        self.graph.edge(Op.STORE, held, made, ELEMENT)
        self.graph.edge(Op.WRITE, key, made, KEY)  # no part of what is written there

    def sequence(self, it: code.Sequence) -> int:
        nodes = [self.value(item) for item in it.items]
        made = self.node(it)
        for node in nodes if not it.known else nodes[-1:]:
            self.graph.edge(Op.COPY, node, made)
        return made


def _keys(one: code.Property) -> tuple[str, ...]:
    """The names that a part of an object gives anew, be it by an object that is spread there."""
    if isinstance(one.key, str):
        return (one.key,)
    inner = one.value.properties if one.key is None and isinstance(one.value, code.Object) else ()
    return tuple(key for each in inner for key in _keys(each))


def _name(it: code.Property) -> str | None:
    """The name that a property has; None where it is computed, or spread."""
    return it.key if isinstance(it.key, str) and not it.kind else None
