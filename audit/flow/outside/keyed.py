"""Maps and caches: what is put under a key that is known stands apart from what is under other keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.code import Spot
from audit.flow.contexts import DEEPEST, UNDER, VALUE, is_position, same_part, step_of
from audit.flow.keys import HOLE
from audit.flow.outside.events import RowsOfEvents
from audit.flow.outside.matching import fits, given_to, inside_of, is_at, objects_in, position_in, steps_of
from audit.flow.outside.rows import section_rows
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Path
    from audit.flow.graph import CallSite
    from audit.rulebook import Flow
    from audit.rulebook import Place as Words


_MEMBER = "*"


class RowsUnderKeys(RowsOfEvents):
    """Calls are named by file, unit and number."""

    key_at: Callable[[Spot], str] | None = None
    """What is known of the key at a node (`audit.flow.keys`). Who follows values says it; all others keep the values of
    one map together.
    """

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self._under: dict[tuple[str, int, int], tuple[Flow, ...] | None] = {}

    def has_key(self, file: str, unit: int, call: int) -> bool:
        """Does a call keep or look up a value under a key?"""
        return self._position(file, unit, call) >= 0

    def key_node(self, file: str, unit: int, call: int) -> int:
        """The node of the key under which a call keeps or looks up a value; -1 where it has none, or none is known."""
        return self._site(file, unit, call).argument(self._position(file, unit, call))

    def _position(self, file: str, unit: int, call: int) -> int:
        site = self._site(file, unit, call)
        callees = self._origins.callees(file, unit, site)
        index = self._origins.vocabulary.library
        rows = [row for callee in callees for row in section_rows(index, callee) if fits(row, site)]
        found = {row.under for row in rows or self._by_method(site, callees) if row.under is not None}
        number = places_of(found.pop())[0].number if len(found) == 1 else None
        return number if number is not None and number < len(site.arguments) else -1

    def flows_under(self, file: str, unit: int, call: int) -> tuple[Flow, ...] | None:
        """The flows of every row that fits a call, in and out of what its map holds under the key that it names."""
        if self.key_at is None:
            return self.flows(file, unit, call)
        at = file, unit, call
        if at not in self._under:
            self._under[at] = self._find_under(self.key_at, *at)
        return self._under[at]

    def _find_under(self, key_at: Callable[[Spot], str], file: str, unit: int, call: int) -> tuple[Flow, ...] | None:
        flows = self.flows(file, unit, call)
        held = any(one.root == "this" and _is_keyed(one) for flow in flows or () for one in _places(flow))
        node = self.key_node(file, unit, call) if held else -1
        key = key_at(Spot(file, unit, node)) if node >= 0 else ""
        return tuple(_under(flow, key) for flow in flows) if flows is not None and key else flows

    def taken_from(self, file: str, unit: int, call: int, path: Path, *, held: int) -> list[tuple[int, Path, int]]:
        """Where an object that stands `held` steps deep in a call's result stands besides (`rows.filter(…)` holds the
        elements of `rows`), and how deep there.
        """
        site = self._site(file, unit, call)
        found: list[tuple[int, Path, int]] = []
        for flow, target, rest, deep in self._into_result(file, unit, call, path, held):
            positions = self._positions(file, unit, site, flow, path) or (position_in(path, target),)
            for source in flow.sources:
                if not steps_of(source) and (flow.same or _is_element(target)):
                    given = [(node, (*part, *rest)[:DEEPEST]) for node, part in given_to(site, source)]
                else:
                    given = [one for position in positions for one in objects_in(site, source, rest, position)]
                found.extend((*one, deep + len(steps_of(source))) for one in given)
        return found

    def returned_from(
        self, file: str, unit: int, call: int, path: Path, *, held: int
    ) -> list[tuple[int, Path, Path, int]]:
        """The same where functions that the call is given return it: which argument, where in it the function stands,
        which part of what that returns, and how deep.
        """
        return [
            (one.number, one.path, (*steps_of(source), *rest)[:DEEPEST], deep + len(steps_of(source)))
            for flow, _, rest, deep in self._into_result(file, unit, call, path, held)
            for source in flow.sources
            for one in (source.callee if source.root == "return" else ())
            if one.root == "arg" and one.number is not None
        ]

    def _into_result(
        self, file: str, unit: int, call: int, path: Path, held: int
    ) -> Iterator[tuple[Flow, Words, Path, int]]:
        """The flows, each with its target, by which an object that stands `held` steps deep in a call's result came
        there as it is; what is left of its path behind the target, and how deep it is there.
        """
        for flow in self.flows_under(file, unit, call) or ():
            for target in flow.targets if not (flow.implicit or flow.copied) else ():
                rest = inside_of(path, target.path) if target.root == "result" else None
                deep = held - len(steps_of(target))
                if rest is not None and deep >= 0:
                    yield flow, target, rest, deep

    def put(self, file: str, unit: int, call: int, slot: int) -> list[tuple[Path, int, Path]]:
        """What a call puts into an argument (the receiver is -1): behind which steps, the node of what it puts there,
        and the part of that.
        """
        site = self._site(file, unit, call)
        found: list[tuple[Path, int, Path]] = []
        for flow in self.flows_under(file, unit, call) or ():
            for target in flow.targets if not (flow.implicit or flow.copied) else ():
                steps = steps_of(target)
                if steps and is_at(target, site, slot):
                    found.extend((steps, *one) for source in flow.sources for one in given_to(site, source))
        return found

    def given_back(self, file: str, unit: int, call: int, slot: int) -> list[Path]:
        """The parts of an argument (the receiver is -1) that a call gives back as they are."""
        site = self._site(file, unit, call)
        return [
            steps_of(source)
            for flow in self.flows_under(file, unit, call) or ()
            if not (flow.implicit or flow.copied)
            for source in flow.sources
            if is_at(source, site, slot) and (slot < 0 or flow.same or steps_of(source))
            for target in flow.targets
            if target.root == "result" and not steps_of(target)
        ]

    def _positions(self, file: str, unit: int, site: CallSite, flow: Flow, path: Path) -> list[str]:
        """Where in a list of pairs that is written out those stand that may have a key (`new Map([["a", item]])`);
        nothing where that is not known.
        """
        first = path[0] if path else ""
        if not first.startswith(UNDER) or not any(VALUE in one.path for one in flow.targets):
            return []
        it = self._origins.code.graph(file, unit).source[site.arguments[0]] if site.arguments else None
        pairs = it.items if isinstance(it, code.Array) and not _is_spread(it.items) else ()
        keys = [_entry_key(it, str(number)) for number in range(len(pairs))]
        if not all(isinstance(key, code.Literal) and not key.kind for key in keys):
            return []
        return [
            f"[{number}]"
            for number, key in enumerate(keys)
            if isinstance(key, code.Literal) and same_part(f"{UNDER}{key.value}", first)
        ]

    def with_entry(self, flow: Flow, spot: Spot, site: CallSite, path: Path) -> Flow:
        """A flow out of a list of pairs into a map (`new Map([["a", item]])`), to the key that is written there."""
        if self.key_at is None or not any(one.root == "result" and VALUE in one.path for one in flow.targets):
            return flow
        it = self._origins.code.graph(spot.file, spot.unit).source[site.arguments[0]]
        key = _entry_key(it, path[0][1:-1] if path else "")
        if not isinstance(key, code.Literal) or key.kind:
            return flow
        step = f"{UNDER}{key.value}"
        into = (tuple(step if name == VALUE else name for name in one.path) for one in flow.targets)
        return replace(flow, targets=tuple(replace(one, path=to) for one, to in zip(flow.targets, into, strict=True)))


def _is_element(target: Words) -> bool:
    """Is a place what a list or map holds?"""
    return any(step[:1] == "[" or step == "*" for step in target.path)


def _entry_key(it: code.Node | None, at: str) -> code.Expr | None:
    """The key of a pair in a list that is written out; None where the list does not say where its pairs stand."""
    pairs = it.items if isinstance(it, code.Array) and is_position(at) else ()
    known = int(at) < len(pairs) and not _is_spread(pairs) if pairs else False
    pair = pairs[int(at)] if known else None
    return pair.items[0] if isinstance(pair, code.Array) and pair.items else None


def _is_spread(items: tuple[code.Expr, ...]) -> bool:
    return any(isinstance(one, code.Spread) for one in items)


def _places(flow: Flow) -> tuple[Words, ...]:
    return (*flow.sources, *flow.targets)


def _is_keyed(place: Words) -> bool:
    """Is a place what stands under a key, of a map or as a member of that name (`row.get("title")`)?"""
    return VALUE in place.path or place.path[:1] == (_MEMBER,)


def _under(flow: Flow, key: str) -> Flow:
    """A flow whose receiver holds its values by a step of their own: under a key, or as the member of that name."""
    sources, targets = (
        tuple(replace(one, path=_at(one.path, key)) if one.root == "this" else one for one in places)
        for places in (flow.sources, flow.targets)
    )
    return replace(flow, sources=sources, targets=targets)


def _at(path: Path, key: str) -> Path:
    named = path[:1] == (_MEMBER,) and HOLE not in key
    path = (step_of(key), *path[1:]) if named else path
    return tuple(f"{UNDER}{key}" if step == VALUE else step for step in path)
