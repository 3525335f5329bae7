"""What an access asks for: those of its arguments that select the answer, and not how it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.flow.backward.heap import put_into
from audit.flow.code import Spot
from audit.flow.contexts import ELEMENT
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.judge.key.signatures import Signatures, Taken
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.frames import Call, End, Env, Path
    from audit.rulebook import Rules
    from audit.trace import Engine

_DEEPEST = 2
"""Objects inside of objects whose members are told apart."""


class Part(Struct, frozen=True, order=True):
    """A part of what is asked for: where it stands, and what it is taken as."""

    spot: Spot
    path: Path
    env: Env
    taken: Taken


class Asking:
    """Answers by call."""

    def __init__(self, engine: Engine, rules: Rules) -> None:
        self._engine, self._rules, self._signatures = engine, rules, Signatures(engine)

    def parts(self, call: Call, env: Env) -> list[Part]:
        """The arguments that select an answer, taken apart where they are objects or lists."""
        file, unit, number = call
        sent = self.sent(call)
        if sent:
            return [Part(Spot(file, unit, node), path, env, Taken()) for node, path in sent]
        site = self._engine.code.graph(file, unit).calls[number]
        found: list[Part] = []
        for position, (node, taken) in enumerate(zip(site.arguments, self._signatures.of(call, env), strict=True)):
            if not self._is_option(position, taken):
                found.extend(self._members(Part(Spot(file, unit, node), (), env, taken), _DEEPEST))
        return found

    def sent(self, call: Call) -> list[tuple[int, Path]]:
        """The address and the body of a request."""
        file, unit, number = call
        site = self._engine.code.graph(file, unit).calls[number]
        found: dict[tuple[int, Path], None] = {}
        for callee in self._engine.origins.callees(file, unit, site):
            for row in section_rows(self._engine.origins.vocabulary.requests, callee):
                texts = [text for text in (row.url, *row.sent) if text]
                for place in (place for text in texts for place in places_of(text)):
                    if "headers" not in place.path:
                        found.update(dict.fromkeys((node, (*path, *place.path)) for node, path in placed(site, place)))
        return [one for one in found if one[1] or (one[0], ("url",)) not in found]

    def _is_option(self, position: int, taken: Taken) -> bool:
        """Is an argument a setting, or an object of such: one that may be left out, or that has the call's label?"""
        names = {*self._rules.gate.flags, *self._rules.gate.bypass, *self._labels()}
        if taken.name in names or taken.is_setting:
            return True
        if position == 0 or taken.plain or taken.items is not None or not taken.type:
            return False
        return taken.optional or any(self._signatures.has(taken, name) for name in names)

    def _labels(self) -> tuple[str, ...]:
        label = self._rules.client.label if self._rules.client is not None else None
        return (label,) if label else ()

    def _members(self, part: Part, deep: int) -> list[Part]:
        """The members of an object literal and the elements of a list, each by its own type; else the part itself."""
        items = part.taken.items
        if items is not None:
            return self._members(Part(part.spot, (*part.path, "[*]"), part.env, items), deep)
        if part.taken.plain or deep == 0:
            return [part]
        aside = {*self._rules.gate.flags, *self._rules.gate.bypass, *self._labels()}
        found: list[Part] = []
        for end in self._engine.backwards.ends(part.spot, part.path, part.env):
            names = self._names(end)
            for name in names if names is not None else ():
                member = Part(end.spot, (name,), end.env, self._signatures.member(part.taken, name))
                if name not in aside and not member.taken.is_setting:
                    found.extend(self._members(member, deep - 1))
            if names is None:
                found.append(Part(end.spot, end.path, end.env, part.taken))
        return found

    def _names(self, end: End) -> list[str] | None:
        """The members of an object literal that names them all, and what is written into it where it stands; None
        where it is something else.
        """
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        source = graph.source[end.spot.node]
        if end.path or not isinstance(source, lowered.Object):
            return None
        names = [name for name, _ in put_into(graph, end.spot.node)]
        if ELEMENT in names:
            return None
        for one in source.properties:
            spread = _spread_names(one.value) if one.key is None else None
            if isinstance(one.key, str):
                names.append(one.key)
            elif spread is not None:
                names.extend(spread)
            else:
                return None
        return list(dict.fromkeys(names))


def _spread_names(value: lowered.Expr) -> list[str] | None:
    """The members that a spread adds: of an object that is written in it, on a condition or not."""
    if isinstance(value, lowered.Object):
        names = [one.key for one in value.properties]
        return [one for one in names if isinstance(one, str)] if all(isinstance(one, str) for one in names) else None
    if isinstance(value, lowered.Cond):
        then, other = _spread_names(value.then), _spread_names(value.other)
        return [*then, *other] if then is not None and other is not None else None
    return _spread_names(value.right) if isinstance(value, lowered.Logical) and value.op == "&&" else None
