"""Calls of code outside the tree that get the address of the service: a client of another package may send by itself.

What vocabulary says of a call is known; of the rest only what was given. So the place is told, never an access.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from audit.find.direct.chains import Open
from audit.find.direct.endpoints import path_of
from audit.find.names.work import Lost
from audit.flow.backward.values import ClassValue, Method, Outside, Typed
from audit.flow.code import Spot
from audit.flow.graph import CallSite, Op
from audit.flow.outside.rows import section_rows
from audit.flow.outside.rows_of_calls import is_element

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from audit.flow.backward.backwards import Backwards
    from audit.flow.backward.values import Value
    from audit.flow.contexts import Path
    from audit.flow.frames import Call, Env
    from audit.flow.text.texts import Texts

_DEEPEST = 6
_USED = frozenset((Op.LOAD, Op.RECEIVER, Op.CALLEE))


class HandedOut:
    """The calls, noted while a value is followed; what they were given is read backwards afterwards."""

    def __init__(self, backwards: Backwards, variables: Container[str]) -> None:
        self._backwards, self._code, self._origins = backwards, backwards.code, backwards.origins
        self._variables = variables
        self._given: dict[Call, dict[tuple[int, Path], None]] = {}
        self._returned: dict[Call, dict[tuple[int, Path, Path], None]] = {}

    def takes(self, call: Call, node: int, path: Path) -> bool:
        """Is this a call that may keep or use an address that it is given here? It is noted."""
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        if not self.keeps(call, node, path) and (path or not self._is_outside(call) or not self._works(call, site)):
            return False
        self._given.setdefault(call, {})[node, path] = None
        return True

    def keeps(self, call: Call, node: int, path: Path) -> bool:
        """Does the call make something of an option that it is given, and not another text of the text?"""
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        named = node in site.arguments[len(site.arguments) - len(site.names) :]
        option = (
            named or site.new
            if not path
            else len(path) == 1 and path[0].isidentifier() and path[0] not in self._variables
        )
        return bool(option and node in site.arguments) and self._is_outside(call)

    def gives(self, call: Call, argument: int, function: Path, path: Path) -> bool:
        """Does a function among the options of such a call give it an option (`{ useFactory: () => ({ baseURL }) }`)?
        It is noted.
        """
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        option = len(path) == 1 and path[0].isidentifier() and path[0] not in self._variables
        callees = self._origins.callees(file, unit, site) if function and option else ()
        if not callees or not self._is_outside(call):
            return False
        if any(section_rows(self._origins.vocabulary.envs, one) for one in callees):
            return False
        self._returned.setdefault(call, {})[site.arguments[argument], function, path] = None
        return True

    def asked(self, texts: Texts, call: Call, env: Env) -> list[Open]:
        """The address that a call is given, seen in frames: nothing where it is only something made from one."""
        found: dict[Open, None] = {}
        given = (texts.part(Spot(*call[:2], node), path, env) for node, path in self._given.get(call, ()))
        back = (
            texts.returned(Spot(*call[:2], node), path, rest, env) for node, path, rest in self._returned.get(call, ())
        )
        for way in chain.from_iterable((*given, *back)):
            told, functions = path_of(way, "")
            if told is not None:
                found[Open(told, functions)] = None
        return list(found)

    def lost(self, call: Call, does: str) -> Lost:
        """The place, and why it is not known what is requested there; `does` says what the code may do."""
        file, unit, number = call
        graph = self._code.graph(file, unit)
        site = graph.calls[number]
        module = self._module(call, site)
        reason = f"the address is given to code of {module}, which is not read and may {does} by itself"
        return Lost(file, graph.at[site.callee], reason)

    def _is_outside(self, call: Call) -> bool:
        """Is it code outside the tree of which vocabulary says nothing?"""
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        callees = self._origins.callees(file, unit, site)
        opens = any(section_rows(self._origins.vocabulary.databases, one) for one in callees)
        library = self._backwards.library
        unknown = opens or library.flows(*call) is None or library.is_named(call)
        return unknown and not is_element(site) and bool(self._module(call, site))

    def _module(self, call: Call, site: CallSite) -> str:
        """The module outside the tree whose code a call runs, also as a method of what that code has made; else ""."""
        file, unit, _ = call
        callees = self._origins.callees(file, unit, site)
        sources = (self._source(one) for one in callees)
        found = next((one for one in sources if one), "")
        if found or site.receiver < 0 or any(map(self._tells, callees)):
            return found
        makers = (self._source(one) for one in self._makers(Spot(file, unit, site.receiver)))
        return next((one for one in makers if one), "")

    def _makers(self, spot: Spot) -> Iterator[Value]:
        """What was called, of which nothing is known, to make what is at a node."""
        for end in self._backwards.ends(spot):
            file, unit = end.spot.file, end.spot.unit
            graph = self._code.graph(file, unit)
            call = graph.results.get(end.spot.node, -1) if not end.path else -1
            if call >= 0 and self._backwards.library.flows(file, unit, call) is None:
                yield from self._origins.callees(file, unit, graph.calls[call])

    def _tells(self, callee: Value) -> bool:
        """Is a callee more than a method of a type of which nothing is known?"""
        return not isinstance(callee, (Typed, Method)) or bool(self._origins.results.rows_for(callee))

    def _works(self, call: Call, site: CallSite) -> bool:
        """Is what the call gives more than another text: an object whose members are used?"""
        spots = self._backwards.callers.uses(Spot(call[0], call[1], site.result))
        return any(edge.op in _USED for spot in spots for edge in self._code.graph(spot.file, spot.unit).out[spot.node])

    def _source(self, callee: Value, depth: int = 0) -> str:
        """The module outside the tree that a callee comes from, also as what its class extends; else ""."""
        if isinstance(callee, Outside):
            return callee.module
        if not isinstance(callee, ClassValue) or depth > _DEEPEST:
            return ""
        if self._origins.classes.constructor(callee) is not None:
            return ""
        bases = self._origins.classes.bases(callee.file, callee.at)
        return next((module for one in bases if (module := self._source(one, depth + 1))), "")
