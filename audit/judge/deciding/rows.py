"""What is known of rows where the flag of one is set: their members, and whether queries give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId
from audit.flow.contexts import ELEMENT
from audit.flow.graph import Op
from audit.flow.pieces import inside
from audit.judge.deciding.called import Called
from audit.judge.deciding.kinds import ANYTHING, NOT_TRUE, SOMETHING, TRUE, UNDEFINED, Kind, Kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.frames import Call, End, Env
    from audit.flow.graph import Graph
    from audit.judge.deciding.rewritten import Rewritten
    from audit.judge.deciding.unrun import Unrun
    from audit.judge.deciding.unwaited import Unwaited


class Rows(Called):
    """Answers as the decisions stand."""

    unrun: Unrun
    unwaited: Unwaited
    rewritten: Rewritten

    # members

    def _member(self, spot: Spot, env: Env) -> Kinds:
        """A member of the flag's name: the flag, or what the code has put there."""
        if self._is_taken_away(spot) or self._may_lack_row(spot) or self._is_of_flag(spot, env):
            return ANYTHING
        found = self.engine.backwards.ends(spot, (), env)
        ends = [end for end in found if not self.foreign.is_unselected(end)]
        lacking = found and (not ends or (len(ends) < len(found) and self._may_be_without(spot, env)))
        if lacking or any(end.path and self.foreign.is_at(end) for end in ends):
            return ANYTHING
        if ends and all(end.path and self._is_literal(end) for end in ends):
            return self._missed(spot)
        own = [end for end in ends if not end.path and end.spot != spot]
        kept = [end.spot for end in own if not self._is_gone(end, spot)]
        put = (self.at(self._operator_of(end.spot), end.env) for end in own if end.spot in kept)
        rows = [self._of_row(spot, end) for end in ends if end not in own]
        others = self.rewritten.at(spot, [end for end in ends if end not in own], env)
        rows += [self.at(self._operator_of(one), frames) if one is not None else UNDEFINED for one, frames in others]
        kinds = frozenset[Kind]().union(*put, *(rows or ([] if own else [self._flag])))
        return kinds | UNDEFINED if self.unwaited.is_read_of(spot, env) else kinds

    def _is_of_flag(self, spot: Spot, env: Env) -> bool:
        """Is it read of a flag itself (`row.flag.flag`), which has no members?"""
        graph, ends = self.engine.code.graph(spot.file, spot.unit), self.engine.backwards.ends
        held = (replace(spot, node=node) for node, op, _ in graph.back[spot.node] if op is Op.LOAD)
        return any(end.path[-1:] and end.path[-1] in self.called for one in held for end in ends(one, (), env))

    def _may_be_without(self, spot: Spot, env: Env) -> bool:
        """May it be read of a row whose query does not give it? An object may have been given it of another row."""
        graph, ends = self.engine.code.graph(spot.file, spot.unit), self.engine.backwards.ends
        read = [(replace(spot, node=node), key) for node, op, key in graph.back[spot.node] if op is Op.LOAD]
        flags = (ends(end.spot, (*end.path, key), end.env) for one, key in read for end in ends(one, (), env))
        return any(found and all(map(self.foreign.is_unselected, found)) for found in flags)

    def _may_lack_row(self, spot: Spot) -> bool:
        """May the name that a member is read of not have been given its row yet?"""
        holders = (
            node for node, op, _ in self.engine.code.graph(spot.file, spot.unit).back[spot.node] if op is Op.LOAD
        )
        return any(self.unrun.may_lack(replace(spot, node=node)) for node in holders)

    def _is_literal(self, end: End) -> bool:
        return isinstance(self.engine.code.graph(end.spot.file, end.spot.unit).source[end.spot.node], lowered.Literal)

    def _missed(self, spot: Spot) -> Kinds:
        """A member of nothing: asking for it throws, but for `row?.flag`."""
        source = self.engine.code.graph(spot.file, spot.unit).source[spot.node]
        return UNDEFINED if isinstance(source, lowered.Member) and source.optional else frozenset()

    def _is_taken_away(self, spot: Spot) -> bool:
        """Is a member deleted from its object before it is read, or may `Object.assign` have put another one there?"""
        graph = self.engine.code.graph(spot.file, spot.unit)
        for holder, op, name in graph.back[spot.node]:
            held = _before(graph, holder) if op is Op.LOAD else set[int]()
            if any(name in graph.rests[node].split(",") for node in held if node in graph.rests):
                return True
            if any(held & _before(graph, node) for node in _robbed(graph, name, graph.at[spot.node])):
                return True
        return False

    def _operator_of(self, put: Spot) -> Spot:
        """The `row.flag ?? false` that a value is one side of; else the value itself."""
        graph = self.engine.code.graph(put.file, put.unit)
        near = (edge.to for edge in graph.out[put.node] if edge.op is Op.COPY)
        operator = next(
            (node for node in near if isinstance(graph.source[node], (lowered.Logical, lowered.Cond))), None
        )
        return put if operator is None else replace(put, node=operator)

    def _of_row(self, spot: Spot, end: End) -> Kinds:
        """The flag of a row. Where a query gave no row there is none."""
        return self.given(end) if end.spot not in self._missing else self._missed(spot)

    def given(self, end: End) -> Kinds:
        """The flag as a query gives it, which may have made something else of it (`NOT flag AS flag`)."""
        if (end.spot, end.env) in self._apart:
            return ANYTHING
        made = self.made_of(end)
        if made == "true":
            return self._flag
        return NOT_TRUE if made == "false" and self._flag == TRUE else ANYTHING

    def _is_gone(self, put: End, read: Spot) -> bool:
        """Is what was put under a name not there where it is read: is it put there later, or a row's put over it?"""
        if self.is_later(put.spot, read):
            return True
        graph = self.engine.code.graph(put.spot.file, put.spot.unit)
        held = [put.spot.node, *(edge.to for edge in graph.out[put.spot.node] if edge.op is Op.COPY)]
        for edge in (edge for node in held for edge in graph.out[node] if edge.op is Op.STORE):
            back = graph.back[edge.to]
            at = next((at for at, (node, _, key) in enumerate(back) if node in held and key == edge.key), 0)
            for node, op, _ in back[at + 1 :]:
                ends = self.engine.backwards.ends(replace(put.spot, node=node), (edge.key,), put.env)
                if op is Op.COPY and ends and all(map(self.is_column, ends)):
                    return True
        return False

    def is_later(self, put: Spot, read: Spot) -> bool:
        """Was a value made further down in the function in which a member is read, and in no loop?"""
        graph = self.engine.code.graph(read.file, read.unit)
        if (put.file, put.unit) != (read.file, read.unit) or graph.function[put.node] != graph.function[read.node]:
            return False
        number, at = graph.function[read.node], graph.at[put.node]
        if at <= graph.at[read.node]:  # it may be made of what is read
            return any(one is graph.source[read.node] for one in inside(graph.source[put.node]))
        loops = self.places.structure(FunctionId(read.file, read.unit, number)).loops
        return not any(first <= graph.at[read.node] and at <= last for first, last in loops)

    # whole rows

    def _there(self, end: End) -> Kinds | None:
        """A row of a query that is asked for by what it is called, and by its flag: it is there, or it is not. None
        where that is not known, and for another end.
        """
        if len(end.path) > 1 or not (end.path[0].startswith("[") if end.path else True):
            return None
        if end.spot in self._missing:
            return UNDEFINED
        has = self.chosen(end.spot)
        if has is None:
            return None
        if not end.path and self.gives_list(end.spot):
            return SOMETHING if has else frozenset(("empty",))
        return SOMETHING if has else UNDEFINED

    def is_missing(self, listed: Spot, env: Env) -> bool:
        """Is a list one of rows that the flagged one is not among?"""
        ends = self.engine.backwards.ends(listed, (), env) if self._missing else ()
        return any(end.spot in self._missing for end in ends)

    def chosen(self, spot: Spot) -> bool | None:
        """Does a query that asks for one row, by what it is called, give that with the flag? None where it may."""
        number = self.engine.code.graph(spot.file, spot.unit).results.get(spot.node)
        if number is None or self._flag != TRUE or not self.engine.queries.keys(spot, self.ties, several=False):
            return None
        call, queries = (spot.file, spot.unit, number), self.engine.queries
        if queries.left_out(*call, self.columns, self.is_linked) is not None:
            return False
        others = queries.left_out(*call, self.columns, self.is_linked, flagged=False)
        return True if others is not None and not self.may_lack(call) else None

    def gives_list(self, spot: Spot) -> bool:
        """Is what a query gives a list of rows?"""
        number = self.engine.code.graph(spot.file, spot.unit).results[spot.node]
        return any(one.path[:1] == (ELEMENT,) for one in self.engine.queries.reads(spot.file, spot.unit, number))

    def may_lack(self, call: Call) -> bool:
        """May a row that is asked for be missing in what a query gives, though it is there? One condition by which it
        is asked for does not leave it out.
        """
        asked = [
            one for one in self.engine.queries.filters(*call) if one.clause != "on" and one.column not in self.columns
        ]
        if len({one.column for one in asked}) > 1 or any(
            one.op not in ("=", "in")
            or not one.positive
            or one.arm
            or not (one.holes or tuple(one.column) in self.ties)
            for one in asked
        ):
            return True
        several = not asked or any(one.op == "in" for one in asked)
        return several and self.engine.queries.is_part(*call)


def _robbed(graph: Graph, name: str, until: int) -> Iterator[int]:
    """The nodes of objects of which a member is deleted, or may be replaced by `Object.assign`, before an offset."""
    for site in graph.calls:
        if site.method == "assign" and site.arguments and site.at < until:
            given = (graph.source[node] for node in site.arguments[1:])
            if not all(isinstance(one, lowered.Object) and _is_without(one, name) for one in given):
                yield site.arguments[0]
    for source in graph.source:
        deleted = source.value if isinstance(source, lowered.Unary) and source.op == "delete" else None
        if isinstance(deleted, lowered.Member) and deleted.key == name and deleted.at < until:
            read = graph.named.get(deleted.at)
            yield from (node for node, op, _ in (graph.back[read] if read is not None else ()) if op is Op.LOAD)


def _before(graph: Graph, node: int) -> set[int]:
    """The nodes that a value is copied from, within the statement."""
    found, stack = {node}, [node]
    while stack:
        near = [before for before, op, _ in graph.back[stack.pop()] if op is Op.COPY]
        stack.extend(one for one in near if one not in found)
        found.update(near)
    return found


def _is_without(it: lowered.Object, name: str) -> bool:
    return all(isinstance(one.key, str) and one.key != name for one in it.properties)
