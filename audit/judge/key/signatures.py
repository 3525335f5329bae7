"""What a call's arguments are for: the parameter that each fills, as it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered

if TYPE_CHECKING:
    from audit.flow.frames import Call, Env
    from audit.trace import Engine

_WORD = r"(?:string|number|boolean|bigint|null|undefined|'[^']*'|\"[^\"]*\"|\d+)"
_PLAIN = re.compile(rf"\s*\|?\s*{_WORD}(?:\s*\|\s*{_WORD})*\s*")
_LIST = re.compile(r"(?:readonly\s+)?(?:(?:Array|ReadonlyArray|Set|Iterable)<(?P<of>.*)>|(?P<item>.*)\[\])", re.DOTALL)
_ID = re.compile(r"(?:^i|I|_i)ds?$")


class Taken(Struct, frozen=True, order=True):
    """A parameter, or a member of one: its name, its type as written in a file; `optional` where it may be left out.

    Empty where the function is not known.
    """

    name: str = ""
    type: str = ""
    file: str = ""
    optional: bool = False

    @property
    def plain(self) -> bool:
        """Is it a text, a number or the like, which holds no members?"""
        return _PLAIN.fullmatch(self.type) is not None

    @property
    def items(self) -> Taken | None:
        """What a list holds; None where it is none."""
        found = _LIST.fullmatch(self.type.strip())
        return replace(self, type=found["of"] or found["item"] or "", optional=False) if found else None

    @property
    def matched(self) -> bool:
        """Is it a text that is matched with something, and no id?"""
        return re.search(r"\bstring\b", self.type) is not None and not self.is_id

    @property
    def is_id(self) -> bool:
        """Does its name say that it is an id?"""
        return _ID.search(self.name) is not None

    @property
    def is_setting(self) -> bool:
        """Is it a number or a truth value that may be left out and is no id: a limit, a switch?"""
        words = re.findall(r"[a-z]+", self.type)
        return self.optional and not self.is_id and bool(words) and set(words) <= {"number", "boolean", "undefined"}


class Signatures:
    """Parameters of the functions that calls run."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[tuple[Call, Env], tuple[Taken, ...]] = {}

    def of(self, call: Call, env: Env) -> tuple[Taken, ...]:
        """What each argument of a call is for; `env` says what is called where that came in by a parameter."""
        key: tuple[Call, Env] = (call, ())
        if key not in self._known:
            self._known[key] = self._find(call, ())
        if env and all(one == Taken() for one in self._known[key]):
            key = (call, env)
            if key not in self._known:
                self._known[key] = self._find(call, env)
        return self._known[key]

    def member(self, holder: Taken, key: str) -> Taken:
        """A member of what a parameter takes."""
        for file, written in self._engine.origins.types.member(holder.file, holder.type, key):
            return Taken(key, written, file, optional=True)
        return Taken(key)

    def has(self, holder: Taken, key: str) -> bool:
        """Does what a parameter takes have a member of that name?"""
        return bool(self._engine.origins.types.member(holder.file, holder.type, key))

    def _find(self, call: Call, env: Env) -> tuple[Taken, ...]:
        file, unit, number = call
        site = self._engine.code.graph(file, unit).calls[number]
        for target in self._engine.backwards.targets(file, unit, site, env):
            there = target.function
            source = self._engine.code.graph(there.file, there.unit).functions[there.number].source
            if source is not None:
                taken = [_taken(one, there.file) for one in source.params]
                return tuple(taken[: len(site.arguments)]) + (Taken(),) * (len(site.arguments) - len(taken))
        return (Taken(),) * len(site.arguments)


def _taken(one: lowered.Parameter, file: str) -> Taken:
    default = one.target if isinstance(one.target, lowered.Default) else None
    held = default.target if default is not None else one.target
    name = held.name if isinstance(held, lowered.Name) else ""
    written = one.type or _type_of(default.value if default is not None else None)
    return Taken(name, written, file, one.optional or default is not None)


def _type_of(value: lowered.Expr | None) -> str:
    """The type that a default says."""
    held = value.value if isinstance(value, lowered.Literal) else None
    return "boolean" if isinstance(held, bool) else "number" if isinstance(held, (int, float)) else ""
