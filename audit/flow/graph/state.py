"""What the builder knows while it walks: the scope, the versions of locals, the function it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeGuard

from audit.extract.facts import code
from audit.flow.graph.alike import Alike, Choices
from audit.flow.graph.model import Graph, Op, Place
from audit.flow.graph.moving import MOVING
from audit.flow.graph.records import Above
from audit.flow.graph.rounds import Rounds
from audit.flow.graph.scopes import ASSIGNING, Binding, Scope, assigned_names, hoisted, names_of, walk

Around = tuple[list[int], list[object]]
"""The conditions and loops around a point."""
Versions = dict[Binding, tuple[int, ...]]
"""For every local the nodes whose value it can have."""


class State:
    """The walk's state, and how names are read and written."""

    scope: Scope

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.python = graph.file.endswith(".py")
        self.decorates: Callable[[str], bool] = lambda _: False
        """Does code of the tree stand behind a name by which a function is decorated?"""
        self.inherits: Callable[[code.Class], Above | None] = lambda _: None
        """What a class of Python has of the records that it extends."""
        self.replaced: Mapping[int, str] = {}
        """What decorators of methods do with these, by where they stand."""
        self.descriptor = ("", 0)  # what the decorator around is given to describe a method, and that decorator
        self.receiver = ""  # in Python the name of the method's first parameter: it stands for `this`
        self.used: dict[tuple[int, int], frozenset[str]] = {}  # by span of the function, the names that stand in it
        self.function = 0
        self.class_at = -1
        self.this = -1  # the node `this` stands for in an object's method; -1: an instance of the class
        self.static = False
        self.this_of = -1  # the function whose `this` is meant; FIELD: that of a field's initial value
        self.versions: Versions | None = {}  # None: this point is never reached
        self.breaks: list[list[Versions]] = []
        self.continues: list[list[Versions]] = []
        self.labels: dict[str, tuple[list[Versions], list[Versions]]] = {}  # what `break` and `continue` go to by name
        self.undone = -1  # the function whose returns here a `finally` takes back
        self.catchers: list[int] = []  # nodes of what the `try`s around this point catch
        self.handling: list[int] = []  # nodes of what the handlers around this point have caught
        self.controls: list[int] = []  # conditions that decide whether this point is reached
        self.throwing: set[int] = set()  # of these, those that decide by throwing
        self.choices = Choices()
        self.rounds: list[Rounds] = []  # the loops around this point
        self.rounds_of: dict[int, list[Rounds]] = {}  # those around functions that are called for each element
        self.writes: dict[Binding, int] = {}
        self.later: list[tuple[int, Binding]] = []
        self.seen: dict[Binding, set[int]] = {}  # versions of shared names that other functions can come to see
        self.alone: set[int] = set()  # versions that are an object made here, which nothing else holds yet
        self.lists: set[int] = set()  # of these, those that are lists
        self.listed: dict[int, Around] = {}  # these, with what was around this point when the list was made

    def node(self, source: code.Node) -> int:
        """A new node for a piece of code."""
        return self.graph.node(source.at, self.function, source)

    def declare(self, body: tuple[code.Stmt, ...], *, shared: bool = False) -> None:
        """Declare the names of a block; find out which are used by other functions. Python has no blocks."""
        if self.python:
            if shared or self.scope.outer is None or self.scope.outer.function != self.function:
                for assigned in assigned_names(body):
                    self.scope.declare(assigned.name, assigned.at, shared=shared)
            return
        for name, kind in hoisted(body):
            self._home(kind).declare(name.name, name.at, shared=shared)

    def _home(self, kind: str) -> Scope:
        """`var` belongs to the function, everything else to the block."""
        scope = self.scope
        while kind == "var" and scope.outer is not None and scope.outer.function == scope.function:
            scope = scope.outer
        return scope

    @contextmanager
    def nested(self, body: tuple[code.Stmt, ...] = ()) -> Iterator[None]:
        """A block with its own names."""
        outer = self.scope
        self.scope = Scope(outer, self.function)
        self.declare(body)
        yield
        self.scope = outer

    def share(self, function: code.Function) -> None:
        """Mark the names around a function that its code uses: from now on they are places."""
        for name in self.used.get((function.at, function.end), ()):
            binding = self.scope.find(name)
            if binding is not None:
                binding.shared = True
                known = self.versions.get(binding, ()) if self.versions is not None else self.all_writes(binding)
                self.seen.setdefault(binding, set()).update(known)

    def is_this(self, it: object) -> bool:
        """Does an expression stand for the instance whose method this is?"""
        if isinstance(it, code.Name):
            return bool(self.receiver) and it.name == self.receiver and self.scope.find(it.name) is None
        return isinstance(it, code.This)

    def place(self, binding: Binding | None, name: str) -> Place:
        """The place of a shared name, or of one that this statement does not declare."""
        return Place("name", name, binding.at, binding.function) if binding is not None else Place("name", name, -1)

    def read(self, name: code.Name) -> int:
        """A node for the use of a name."""
        made = self.node(name)
        self.graph.named[name.at] = made
        binding = self.scope.find(name.name)
        if binding is None or binding.shared:
            self.graph.read(made, self.place(binding, name.name))
            self.later.append((made, binding)) if binding is not None else None
        else:
            for version in (self.versions or {}).get(binding, ()):
                self.graph.edge(Op.COPY, version, made)
            self.later.append((made, binding))
        return made

    def write(self, target: code.Name, value: int, *, add: bool = False) -> None:
        """A name gets a value; `add` keeps the earlier one too."""
        binding = self.scope.find(target.name)
        made = self.node(target)
        self.graph.named.setdefault(target.at, made)
        self.graph.edge(Op.COPY, value, made)
        if binding is None or binding.at != target.at or self.python:  # a name that only the region has is not decided
            self.under_control(made)
        if binding is None or binding.shared or binding.function != self.function:
            if binding is not None:
                binding.shared = True
            self.graph.keep(made, self.place(binding, target.name))
            if binding is not None:
                self.seen.setdefault(binding, set()).add(made)
        if binding is not None and self.versions is not None:
            before = self.versions.get(binding, ()) if add else ()
            self.versions[binding] = (*before, made)
            self.writes.setdefault(binding, made)
            self.all_writes(binding).append(made)

    def under_control(self, node: int) -> None:
        """The conditions around this point decide what is at a node."""
        for test in self.controls:
            self.graph.edge(Op.DECIDE, test, node)

    def held_alone(self, it: object) -> Binding | None:
        """The name that an expression is, where nothing else holds the object in it."""
        binding = self.scope.find(it.name) if isinstance(it, code.Name) and self.alone else None
        if binding is None or binding.shared or binding.function != self.function:
            return None
        versions = (self.versions or {}).get(binding, ())
        return binding if len(versions) == 1 and versions[0] in self.alone else None

    def is_new(self, it: code.Name, *, listed: bool) -> None:
        """A name was just given an object that was made there."""
        binding = self.scope.find(it.name)
        if binding is not None and self.versions is not None:
            self.alone.update(self.versions.get(binding, ()))
            if listed:
                self.lists.update(self.versions.get(binding, ()))
                around: Around = [*self.controls], [*self.breaks]
                self.listed.update((one, around) for one in self.versions.get(binding, ()))

    def comes_once(self, it: object) -> bool:
        """Is an expression the name of a list that this function has made, with the same conditions and loops around it
        as this point has? Then what is put into it here is put there once, whatever it is.
        """
        binding = self.scope.find(it.name) if isinstance(it, code.Name) and self.listed else None
        if binding is None or binding.function != self.function:
            return False
        around = [self.listed.get(one) for one in (self.versions or {}).get(binding, ())]
        if len(around) != 1 or around[0] is None:
            return False
        controls, loops = around[0]
        same = len(loops) == len(self.breaks) and all(one is two for one, two in zip(loops, self.breaks, strict=True))
        return same and controls == self.controls

    def list_alone(self, it: object) -> Binding | None:
        """The same as `held_alone` of a list."""
        binding = self.held_alone(it)
        return binding if binding is not None and self.lists.issuperset((self.versions or {})[binding]) else None

    def given_away(self, it: object) -> None:
        """An object may be held by others from now on."""
        binding = self.held_alone(it)
        if binding is not None and self.versions is not None:
            self.alone.difference_update(self.versions[binding])

    def without(self, binding: Binding, key: str, op: Op = Op.REST) -> int:
        """A new version of an object that is held alone, without a part; of a list what it is after a move."""
        assert self.versions is not None
        made = self.graph.node(binding.at, self.function, None)
        for version in self.versions[binding]:
            self.graph.edge(op, version, made, key)
        self.graph.rests[made] = key
        self.lists.update((made,) if self.lists.issuperset(self.versions[binding]) else ())
        self.versions[binding] = (made,)
        self.alone.add(made)
        self.all_writes(binding).append(made)
        return made

    def all_writes(self, binding: Binding) -> list[int]:
        """Every node that was written to a binding so far."""
        return self._all.setdefault(binding, [])

    @property
    def _all(self) -> dict[Binding, list[int]]:
        if not hasattr(self, "_every"):
            self._every: dict[Binding, list[int]] = {}
        return self._every

    def finish(self) -> None:
        """Names that turned out to be shared after they were read or written: join them with their place."""
        for binding, nodes in self._all.items():
            if binding.shared:
                for made in (node for node in nodes if node in self.seen.get(binding, ())):
                    place = self.place(binding, binding.name)
                    self.graph.keep(made, place)
        for made, binding in self.later:
            if binding.shared:
                place = self.place(binding, binding.name)
                if made not in self.graph.reads.get(place, ()):
                    self.graph.read(made, place)
        writes = {self.place(one, one.name): len(nodes) for one, nodes in self._all.items() if one.shared}
        Alike(self.graph, self.choices, writes).settle()

    def merge(self, *ways: Versions | None) -> Versions | None:
        """The versions after several ways meet; ways that end are left out."""
        alive = [way for way in ways if way is not None]
        if not alive:
            return None
        merged: Versions = dict(alive[0])
        for way in alive[1:]:
            for binding, nodes in way.items():
                old = merged.get(binding)
                if old is None:
                    merged[binding] = nodes
                elif old != nodes:
                    merged[binding] = tuple(dict.fromkeys((*old, *nodes)))
        return merged

    def fork(self) -> Versions | None:
        """The versions at this point, to go another way with."""
        return dict(self.versions) if self.versions is not None else None

    def assigned(self, *parts: object) -> set[Binding]:
        """Bindings that the code assigns to, or to parts of the object that such a one holds alone."""
        found: set[Binding] = set()
        for inner in walk(parts):
            if type(inner) in ASSIGNING:
                target = inner.target  # type: ignore[attr-defined]
                bindings = (self.scope.find(name.name) for name in names_of(target))
                found.update(one for one in bindings if one is not None)
            elif isinstance(inner, code.Unary) and inner.op == "delete":
                target = inner.value
            elif isinstance(inner, code.Call) and getattr(inner.callee, "key", "") in MOVING:
                target = inner.callee
            else:
                continue
            for held in _holders(target) if self.alone else ():
                binding = self.held_alone(held)
                if binding is not None:
                    found.add(binding)
        return found


def _holders(pattern: object) -> Iterator[object]:
    """The objects into which a pattern puts something, of lists at a known place."""
    if _is_part(pattern):
        yield pattern.object
    elif pattern is not None and not isinstance(pattern, code.Name):
        yield from (inner.object for inner in walk(pattern) if _is_part(inner))


def _is_part(it: object) -> TypeGuard[code.Member | code.Index]:
    return isinstance(it, code.Member) or (isinstance(it, code.Index) and isinstance(it.key, code.Literal))
