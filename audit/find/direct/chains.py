"""From the call that sends up to the call where it is settled what is reached: through functions that leave it open."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.find.accesses import Raw
from audit.find.names.work import Lost
from audit.flow.backward.values import Func, among
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import NOBODY, Call, Env, Frame
from audit.flow.graph import Graph, Op
from audit.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.find.direct.reached import Sent
    from audit.flow.backward.backwards import Backwards
    from audit.flow.backward.interfaces import Interfaces

_DEEPEST, _MOST = 5, 60
"""Functions above each other that leave open what is reached; answers that are waited for where one is enough."""
_FRAMES = 16
"""Frames that are told apart by how functions were made (methods of instances that are made in many places)."""


class Open(Struct, frozen=True, order=True):
    """What is reached, as far as it is known; `functions` are those whose parameters leave it open."""

    subject: str
    functions: tuple[FunctionId, ...]


class Link(Struct, frozen=True, order=True):
    """A call of a function that leaves open what is reached."""

    function: FunctionId
    call: Call


_ANYTHING = [Open("/{}", ())]
_SAYS = re.compile(r"/[^/{}]*\w")
"""A path of which anything is known."""
Chain = tuple[Call, ...]


class Chains:
    """Chains of calls, outermost first; the last one sends."""

    def __init__(self, backwards: Backwards, is_test: Callable[[str], bool], interfaces: Interfaces) -> None:
        self._backwards, self._code, self._origins = backwards, backwards.code, backwards.origins
        self._is_test, self._interfaces = is_test, interfaces
        self.lost: set[Lost] = set()

    def closed(self, sent: Sent, asked: Callable[[Env], list[Open]]) -> list[tuple[str, Chain]]:
        """What is reached, with the calls from where that is settled down to the one that sends."""
        return list(dict.fromkeys(self._follow(sent, asked, ())))

    def reaches(self, sent: Sent, asked: Callable[[Env], list[Open]]) -> bool:
        """Is anything reached? Where so many calls leave it open that this takes too long, it may be."""
        left = count(_MOST, -1)
        ways = self._follow(sent, lambda env: asked(env) if next(left) > 0 else _ANYTHING, ())
        return next(ways, None) is not None

    def raw(self, subject: str, kind: str, chain: Chain) -> Raw:
        """An access at the first call of a chain; the others are what it goes through."""
        file, unit, call = chain[0]
        graph = self._code.graph(file, unit)
        site = graph.calls[call]
        at = graph.at[site.callee] if not site.tag else site.at
        through = tuple(self._line(one) for one in chain[1:])
        return Raw(subject, kind, file, at, site.at, site.end, enclosing(graph, site.function), through)  # type: ignore[arg-type]

    def _follow(
        self,
        sent: Sent,
        asked: Callable[[Env], list[Open]],
        links: tuple[Link, ...],
    ) -> Iterator[tuple[str, Chain]]:
        """What is reached, each with its chain; a chain may come twice."""
        chain = (*(link.call for link in reversed(links)), sent.call)
        mine = self._parameters_of(chain[0])
        for one in self._asked(asked, links, mine):
            function = next((inner for inner in mine if inner in one.functions), None)
            if function is None or len(links) >= _DEEPEST:
                yield one.subject, chain
                continue
            callers = self._calls(function, sent)
            calls = [call for call in callers if all(link.call != call for link in links)]
            if callers and not calls:
                continue  # a circle: what it is entered with is asked for where it is entered
            closed = self._by_default(asked, links, function) if calls else frozenset()
            for call in calls:
                if closed and self._leaves_default(asked, (*links, Link(function, call)), closed):
                    yield from ((subject, chain) for subject in closed)
                else:
                    yield from self._follow(sent, asked, (*links, Link(function, call)))
            if all(self._is_test(call[0]) for call in calls):
                yield from self._without_callers(asked, links, function, chain, called=bool(calls))

    def _asked(self, asked: Callable[[Env], list[Open]], links: tuple[Link, ...], mine: list[FunctionId]) -> list[Open]:
        """The answers in the frames of the links; parameters of factories around are what anybody gives."""
        around: Env = ()
        answers: list[Open] = []
        for _ in range(4):
            answers = [one for env in self._frames(links, around) for one in asked(env)]
            known = {frame.function for frame in around}
            more = {inner for one in answers for inner in one.functions if inner not in mine and inner not in known}
            if not more:
                break
            around = (*around, *(Frame(function, None, ()) for function in sorted(more)))
        return list(dict.fromkeys(answers))

    def _frames(self, links: tuple[Link, ...], around: Env) -> list[Env]:
        envs: list[Env] = [around]
        for link in reversed(links):
            entered = [inner for env in envs for inner in self._entered(link.function, link.call, env)]
            envs = list(dict.fromkeys(entered)) if len(entered) <= _FRAMES else [self._any(link, env) for env in envs]
        return envs

    def _any(self, link: Link, env: Env) -> Env:
        """The frames of a function that is called, in whichever way it was made."""
        file, unit, number = link.call
        site = self._code.graph(file, unit).calls[number]
        this = (Spot(file, unit, site.receiver), env) if site.receiver >= 0 else None
        return (Frame(link.function, link.call, env, this), *env)

    def _entered(self, function: FunctionId, call: Call, env: Env) -> list[Env]:
        """The frames of a function that is called; several where it was made in several ways."""
        if call == NOBODY:
            return [(Frame(function, NOBODY, ()), *env)]
        if call in self._backwards.callers.handing(function):
            return [(Frame(function, call, env, handed=True), *env)]
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        targets = [one for one in self._backwards.targets(file, unit, site, env) if one.function == function]
        found = [self._backwards.entered(target, call, env) for target in targets]
        if not found and self._runs_others(Spot(file, unit, site.callee), env):
            return []
        return found or [self._any(Link(function, call), env)]

    def _runs_others(self, callee: Spot, env: Env) -> bool:
        """Is what is called there, seen in frames, nothing but functions of the tree?"""
        ends = self._backwards.ends(callee, (), env)
        return bool(ends) and all(
            not end.path
            and end not in self._backwards.cut
            and end.spot.node in self._code.graph(end.spot.file, end.spot.unit).made
            for end in ends
        )

    def _parameters_of(self, call: Call) -> list[FunctionId]:
        """The functions whose parameters decide what a call does: those around it that run while it does."""
        file, unit, number = call
        graph = self._code.graph(file, unit)
        inner, found = graph.calls[number].function, []
        while inner > 0:
            found.append(FunctionId(file, unit, inner))
            if _escapes(graph, inner):
                break
            inner = graph.functions[inner].parent
        return found

    def _calls(self, function: FunctionId, sent: Sent) -> list[Call]:
        """The calls that led the address here when it came in by them; else every call of the function, also by code
        outside of the tree that is given it.
        """
        callers = self._backwards.callers
        led = [call for call in sent.led if self._runs(call, function)]
        return led or [*callers.of(function), *callers.handing(function)]

    def _runs(self, call: Call, function: FunctionId) -> bool:
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        functions = [value for value in self._origins.callees(file, unit, site) if isinstance(value, Func)]
        if functions or site.receiver >= 0:
            return among(function, functions or self._interfaces.methods(call))
        return self._is_parameter(Spot(file, unit, site.callee))

    def _is_parameter(self, spot: Spot) -> bool:
        ends = self._backwards.ends(spot)
        return any(end.spot.node in self._code.graph(end.spot.file, end.spot.unit).of_parameter for end in ends)

    def _by_default(
        self, asked: Callable[[Env], list[Open]], links: tuple[Link, ...], function: FunctionId
    ) -> frozenset[str]:
        """What a function reaches by the defaults of its parameters alone; nothing where they leave it open."""
        source = self._code.graph(function.file, function.unit).functions[function.number].source
        if source is None or not any(isinstance(one.target, lowered.Default) for one in source.params):
            return frozenset()
        answers = self._asked(asked, (*links, Link(function, NOBODY)), [])
        return frozenset() if any(one.functions for one in answers) else frozenset(one.subject for one in answers)

    def _leaves_default(
        self, asked: Callable[[Env], list[Open]], links: tuple[Link, ...], closed: frozenset[str]
    ) -> bool:
        """Does a call reach what the function reaches without it?"""
        answers = self._asked(asked, links, self._parameters_of(links[-1].call))
        return {one.subject for one in answers} == closed and not any(one.functions for one in answers)

    def _without_callers(
        self, asked: Callable[[Env], list[Open]], links: tuple[Link, ...], function: FunctionId, chain: Chain,
        *, called: bool,
    ) -> Iterator[tuple[str, Chain]]:  # fmt: skip
        """Nobody calls it: with its defaults it may be closed, else it is not known what is reached."""
        answers = self._asked(asked, (*links, Link(function, NOBODY)), [])
        closed = [one for one in answers if not one.functions or _SAYS.search(one.subject)]
        if closed:
            yield from ((one.subject, chain) for one in closed)
        elif not called:
            file, unit, number = chain[0]
            graph = self._code.graph(file, unit)
            name = graph.functions[function.number].name or "a function"
            reason = f"what is requested here is decided by the callers of `{name}`, and none was found"
            self.lost.add(Lost(file, graph.at[graph.calls[number].callee], reason))

    def _line(self, call: Call) -> Evidence:
        file, unit, number = call
        graph = self._code.graph(file, unit)
        site = graph.calls[number]
        line = self._code.program.position(file, graph.at[site.callee]).line
        return Evidence(file, line, enclosing(graph, site.function))


def enclosing(graph: Graph, number: int) -> str:
    """The qualified name of a function, "<module>" at the top level."""
    names: list[str] = []
    while number > 0:
        function = graph.functions[number]
        if function.name:
            names.append(function.name)
        if function.class_at >= 0:
            names.append(graph.classes[function.class_at].name)
        number = function.parent
    return ".".join(reversed(names)) or "<module>"


def _escapes(graph: Graph, number: int) -> bool:
    """Is the function handed out of the one it is made in, to be called later by others?"""
    stack, seen = [graph.functions[number].node], set()
    while stack:
        node = stack.pop()
        seen.add(node)
        for edge in graph.out[node]:
            if edge.op in (Op.RETURN, Op.STORE, Op.WRITE) or (
                edge.op is Op.KEEP and graph.places[edge.to].kind == "field"
            ):
                return True
            near = [edge.to] if edge.op is Op.COPY else []
            if edge.op is Op.KEEP:
                near = graph.reads.get(graph.places[edge.to], [])
            stack.extend(one for one in near if one not in seen)
    return False
