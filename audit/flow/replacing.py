"""What a decorator of TypeScript does with a method, as its own code says: whether something else stands for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from audit.extract.facts import code
from audit.flow.graph.descriptors import VALUE, descriptor_of
from audit.flow.pieces import everything, inside
from audit.link.names import Declared, External, Names, Namespace
from audit.rulebook import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.link.names import Meaning
    from audit.link.program import Program

Kind = Literal["keeps", "returned", "assigned", "described", "unknown"]
"""The method stays; what the decorator returns stands for it; what it writes into the descriptor, or what it returns
as one, does; or nobody knows what callers get: what unknown code makes of the method, and what a wrapper gives on.
"""
_DEEPEST = 4
_GETTING = (VALUE, "get")


class Replacing:
    """Decorators of one program, each read once."""

    def __init__(self, program: Program) -> None:
        self._program, self._names = program, Names(program)
        self._known: dict[tuple[str, str, bool], Kind] = {}
        self._packages: frozenset[str] | None = None

    def of(self, file: str, decorator: code.Expr, depth: int = 0) -> Kind:
        """What a decorator that is written in a file does."""
        called = isinstance(decorator, code.Call)
        named = decorator.callee if isinstance(decorator, code.Call) else decorator
        name = _spelled(named)
        if not name or depth > _DEEPEST:
            return "unknown"
        key = (file, name, called)
        if key not in self._known:
            self._known[key] = "keeps"
            self._known[key] = self._find(self._meaning(file, name), called=called, depth=depth)
        return self._known[key]

    def _meaning(self, file: str, name: str) -> Meaning | None:
        first, *rest = name.split(".")
        meaning = self._names.meaning(file, first)
        for step in rest:
            meaning = self._names.exported(meaning.file, step) if isinstance(meaning, Namespace) else meaning
        return meaning

    def _find(self, meaning: Meaning | None, *, called: bool, depth: int) -> Kind:
        if isinstance(meaning, External):
            return "keeps" if _package(meaning.module) in self._known_packages() else "unknown"
        if not isinstance(meaning, Declared):
            return "unknown"
        value = self._declared(meaning)
        if isinstance(value, code.Call):  # made by another function
            return "keeps" if self.of(meaning.file, value, depth + 1) == "keeps" else "unknown"
        if not isinstance(value, code.Function):
            return "unknown"
        for one in _given_back(value) if called else (value,):
            if isinstance(one, code.Function) and (kind := _kind(one)) != "keeps":
                return kind
            if isinstance(one, code.Call) and self.of(meaning.file, one, depth + 1) != "keeps":
                return "unknown"
        return "keeps"

    def _declared(self, one: Declared) -> code.Expr | None:
        facts = self._program.facts(one.file)
        units = facts.outline().units if facts is not None else ()
        number = next((at for at, unit in enumerate(units) if unit.start <= one.at < unit.end), -1)
        for it in facts.body(number) if facts is not None and number >= 0 else ():
            if isinstance(it, code.Declare) and isinstance(it.target, code.Name) and it.target.name == one.name:
                return it.value
        return None

    def _known_packages(self) -> frozenset[str]:
        """Packages of which vocabulary says anything: it would say if their decorators changed what methods give."""
        if self._packages is None:
            vocabulary = load_vocabulary()
            sections = (vocabulary.routes, vocabulary.library, vocabulary.holders, vocabulary.envs, vocabulary.queries)
            self._packages = frozenset(
                _package(module) for rows in sections for row in rows for module in row.module if module
            )
        return self._packages


def _kind(it: code.Function) -> Kind:
    """What a function does that is called with a method, or with what describes it."""
    descriptor, first = descriptor_of(it), it.params[0].target if it.params else None
    for one in everything(it.body):
        target = one.target if isinstance(one, code.Assign) else None
        if isinstance(one, code.Assign) and isinstance(target, code.Member) and isinstance(target.object, code.Name):
            if target.object.name == descriptor and target.key == VALUE:
                return "assigned" if _keeps_all_back(one.value) else "unknown"
            if target.key in _GETTING and any(target.object == each.target for each in it.params[2:3]):
                return "unknown"
        if isinstance(one, code.Call) and _spelled(one.callee).endswith("defineProperty"):
            return "unknown"
        if isinstance(target, code.Index) and isinstance(first, code.Name) and _spelled(target.object) == first.name:
            return "unknown"
    for given in _given_back(it):
        if isinstance(given, code.Function):
            return "returned" if _keeps_all_back(given) else "unknown"
        instead = [one for one in given.properties if one.key in _GETTING] if isinstance(given, code.Object) else []
        if instead:
            return "described" if all(one.key == VALUE and _keeps_all_back(one.value) for one in instead) else "unknown"
        if isinstance(given, code.Call):
            return "unknown"
    return "keeps"


def _keeps_all_back(it: code.Expr) -> bool:
    """Does a function give back nothing but constants, and so nothing of what the method gives?"""
    given = [one.value for one in everything(it) if isinstance(one, code.Return)]
    return isinstance(it, code.Function) and all(
        isinstance(each, (code.Literal, code.Object, code.Array, code.Property))
        for value in given
        if value is not None
        for each in everything(value)
    )


def _given_back(it: code.Function) -> Iterator[code.Expr]:
    """What a function returns; functions that have a name there are told themselves."""
    named = {
        one.target.name: one.value
        for one in inside(it)
        if isinstance(one, code.Declare) and isinstance(one.target, code.Name)
    }
    for one in inside(it):
        if isinstance(one, code.Return) and one.value is not None:
            value = named.get(one.value.name) if isinstance(one.value, code.Name) else one.value
            if value is not None:
                yield value


def _package(module: str) -> str:
    """The package of a module, or the scope that its packages share."""
    return module.split("/", 1)[0].removeprefix("node:")


def _spelled(it: code.Expr) -> str:
    """The names of an expression: `Reflect.defineProperty`; "" for any other."""
    if isinstance(it, code.Name):
        return it.name
    if isinstance(it, code.Member) and (whole := _spelled(it.object)):
        return f"{whole}.{it.key}"
    return ""
