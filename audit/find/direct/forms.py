"""The rows of a vocabulary section that a call fits, and the call as each of them sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.find.direct.handing import behind, comes_in, given
from audit.flow.backward.values import ClassValue, Func, Global, Method, ObjectValue, Typed
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import Call, Env, Frame, Path, frame_of
from audit.flow.graph import CallSite, Op
from audit.flow.outside.places import last_name, placed
from audit.flow.outside.rows import section_rows
from audit.rulebook import DatabaseRow, RequestRow, places_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.flow.backward.backwards import Backwards
    from audit.flow.backward.values import Value
    from audit.rulebook import Index
    from audit.rulebook import Place as Words

_REFLECT = Global("Reflect.apply")
_INDIRECT = ("call", "apply", "bind")
_DEEPEST = 3
"""Functions above each other that hand on what is called."""


Sends = RequestRow | DatabaseRow
"""A row of a call that sends something, or opens what does."""


class Form(Struct, frozen=True, order=True):
    """A call as a row sees it: `f.call(this, url)` and `limit(f, url)` are calls of `f` with fewer arguments.

    `name` is the last one of what is called, `key` its node where it is computed. `inside` are the parts that the
    arguments are of their nodes: elements in `map(f, urls)`. `callee` where it is a parameter, of which only some
    callers make what the row speaks of. `made`: unknown code made what is called, or its receiver, of such a one.
    `guess`: unknown code is given the function and what it may call it with.
    """

    row: Sends
    site: CallSite
    name: str = ""
    inside: tuple[Path, ...] = ()
    callee: Spot | None = None
    key: int = -1
    made: bool = False
    guess: bool = False

    def placed(self, place: Words) -> list[tuple[int, Path]]:
        """The nodes that a place of the row means, each with the part of it."""
        if not self.inside or place.root not in ("arg", "args"):
            return placed(self.site, place)
        first = place.number if place.number is not None else len(self.inside)
        last = first + 1 if place.root == "arg" else len(self.inside)
        return list(zip(self.site.arguments[first:last], self.inside[first:last], strict=False))


class Seen(Struct, frozen=True, order=True):
    """A form, with the functions whose callers say whether the call has it."""

    form: Form
    opened: tuple[FunctionId, ...]


class Forms:
    """Forms of calls, each found once."""

    def __init__(self, backwards: Backwards, section: Index[Sends]) -> None:
        self._backwards, self._origins, self._code = backwards, backwards.origins, backwards.code
        self._section = section
        self._forms: dict[Call, tuple[Form, ...]] = {}
        self._given: dict[Call, tuple[Form, ...]] = {}
        words = [text for row in section.rows for text in (row.url, getattr(row, "base", None)) if text]
        places = [place for text in words for place in places_of(text)]
        self._paths = frozenset(place.path for place in places)
        self.bases = frozenset(place.path for place in places if place.root == "this" and place.path)
        """Parts of clients that are their base URL."""

    def of(self, call: Call) -> tuple[Form, ...]:
        """The rows that a call fits, each with the call as the row sees it."""
        if call not in self._forms:
            self._forms[call] = tuple(self._find(call))
        return self._forms[call]

    def given(self, call: Call, path: Path) -> tuple[Form, ...]:
        """The same of a call of what comes in by a parameter, where a row takes such a part of an argument."""
        if path not in self._paths and path[1:] not in self._paths:
            return ()
        if call not in self._given:
            self._given[call] = tuple(self._find_given(call))
        return self._given[call]

    def _find_given(self, call: Call) -> list[Form]:
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        may_send = not site.method or self._section.methods(site.method)
        if not may_send or not self._is_unknown(call):
            return []
        if any(map(self._tells, self._origins.callees(file, unit, site))):
            return []
        is_parameter = comes_in(self._code.graph(file, unit), site.callee)
        return self._by_callers(Spot(file, unit, site.callee), site) if is_parameter else []

    def _tells(self, callee: Value) -> bool:
        """Is a callee more than a type of which nothing is known?"""
        return not isinstance(callee, (Typed, Method)) or bool(self._origins.results.rows_for(callee))

    def _is_unknown(self, call: Call) -> bool:
        """Does no row speak of the call, or only one of a method of that name?"""
        library = self._backwards.library
        return library.flows(*call) is None or library.is_named(call)

    def _find(self, call: Call) -> list[Form]:
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        callees = self._origins.callees(file, unit, site)
        found = [Form(row, site, last_name(callee)) for callee in callees for row in self._rows(callee, site)]
        if not found and (site.method in _INDIRECT or _REFLECT in callees):
            found = self._indirect(Spot(file, unit, site.result), site, reflects=_REFLECT in callees)
        if not found and site.callee in self._code.graph(file, unit).keys:
            found = self._chosen(Spot(file, unit, site.callee), site)
        if not found and (site.receiver >= 0 or not callees):
            found = self._by_maker(Spot(file, unit, site.receiver if site.receiver >= 0 else site.callee), site)
        if not found and not any(isinstance(one, (Func, ClassValue)) for one in callees):
            found = self._handed(call, site)
        return list(dict.fromkeys(found))

    def _rows(self, callee: Value, site: CallSite) -> list[Sends]:
        return [row for row in section_rows(self._section, callee) if row.new <= site.new]

    def _indirect(self, spot: Spot, site: CallSite, *, reflects: bool) -> list[Form]:
        """`f.call(this, …)`, `f.bind(this, …)`, `f.apply(this, […])`, `Reflect.apply(f, this, […])`."""
        function, *rest = site.arguments if reflects else (site.receiver, *site.arguments)
        if len(rest) < 2:
            return []
        listed = reflects or site.method == "apply"
        given = tuple(rest[1:2] if listed else rest[1:])
        spread = (True,) if listed else site.spread[1:]
        seen = replace(site, callee=function, receiver=rest[0], method="", arguments=given, spread=spread, new=False)
        return self._called(replace(spot, node=function), seen)

    def _called(
        self, function: Spot, seen: CallSite, inside: tuple[Path, ...] = (), *, unknown: bool = False
    ) -> list[Form]:
        """The forms of a call of what is at a node: that of a method has its receiver. Whether `unknown` code that is
        given a client calls it nobody knows.
        """
        found: list[Form] = []
        for value in self._origins.of(function):
            method = value.name if isinstance(value, Method) else ""
            one = replace(seen, method=method, receiver=seen.receiver if method else -1)
            rows = [row for row in self._rows(value, one) if not (unknown and _is_of_client(row))]
            found.extend(Form(row, one, last_name(value), inside, guess=unknown) for row in rows)
        return found

    def _chosen(self, callee: Spot, site: CallSite) -> list[Form]:
        """`client[verb](url)`: whichever of the methods that are named as their verbs."""
        graph = self._code.graph(callee.file, callee.unit)
        holder, key = self._holder(callee), graph.keys[callee.node]
        found: list[Form] = []
        for value in self._origins.of(replace(callee, node=holder)):
            for method in ("get", "post"):
                inner = replace(site, receiver=holder, method=method)
                rows = [row for one in self._origins.member(value, method) for row in self._rows(one, inner)]
                found.extend(Form(row, inner, method, key=key) for row in rows if getattr(row, "verb", "") == "name")
        return found

    def _by_maker(self, maker: Spot, site: CallSite) -> list[Form]:
        """The type of the receiver, or of the callee, is what the call that made it gives; unknown code gives back what
        it was given (`rateLimit(axios.create(…))`, `retrying(fetch)`).
        """
        found: list[Form] = []
        for end in self._backwards.ends(maker):
            known = [one for one in self._origins.of(end.spot) if isinstance(one, Typed)] if not end.path else []
            found.extend(self._methods(known, site, made=False))
            inner = [one for spot in self._backwards.made_of(end) for one in self._origins.of(spot)]
            found.extend(self._methods(inner, site, made=True))
        return found

    def _methods(self, held: Sequence[Value], site: CallSite, *, made: bool) -> list[Form]:
        values = [one for value in held for one in self._origins.member(value, site.method)] if site.method else held
        return [Form(row, site, last_name(one), made=made) for one in values for row in self._rows(one, site)]

    def _handed(self, call: Call, site: CallSite) -> list[Form]:
        """A function that sends is handed to outside code, which calls it with other arguments: `limit(fetch, url)`.

        Of code of which nothing is known that is what stands behind the function.
        """
        file, unit, number = call
        flows = self._backwards.library.flows(file, unit, number)
        found: list[Form] = []
        for slot, node in enumerate(site.arguments):
            function = Spot(file, unit, node)
            whole = flows is None or self._backwards.library.gives_rest(file, unit, number, slot)
            seen, inside = behind(site, slot) if whole else given(flows or (), site, slot)
            if seen.arguments and not (flows is None and self._is_object(Spot(file, unit, seen.arguments[0]))):
                seen = replace(seen, receiver=self._holder(function))
                found.extend(self._called(function, seen, inside, unknown=flows is None))
        return found

    def _is_object(self, spot: Spot) -> bool:
        """Is it options of the code that is given it, and no address for the function beside it?"""
        return any(isinstance(one, ObjectValue) for one in self._origins.of(spot))

    def _by_callers(self, callee: Spot, site: CallSite) -> list[Form]:
        """The called function comes in by a parameter: it is what any caller gives."""
        found: list[Form] = []
        for value in self.values(callee, self._around(callee)):
            found.extend(Form(row, site, last_name(value), callee=callee) for row in self._rows(value, site))
        return found

    def any(self, call: Call) -> tuple[Form, ...]:
        """All the forms that were found of a call."""
        return self.of(call) or self._given.get(call, ())

    def seen(self, call: Call, env: Env) -> list[Seen]:
        """The forms of a call that are ones in these frames."""
        found: list[Seen] = []
        for form in self.any(call):
            opened = self._opened(form.callee, env) if form.callee is not None else ()
            if form.callee is None or opened or any(self._is(form, one) for one in self.values(form.callee, env)):
                found.append(Seen(form, opened))
        return found

    def _is(self, form: Form, value: Value) -> bool:
        return last_name(value) == form.name and form.row in self._rows(value, form.site)

    def values(self, spot: Spot, env: Env) -> list[Value]:
        """What is at a node, seen in frames."""
        found: dict[Value, None] = {}
        for end in self._backwards.ends(spot, (), env):
            values = list(self._origins.of(end.spot))
            for step in end.path:
                values = [inner for value in values for inner in self._origins.member(value, step)]
            found.update(dict.fromkeys(values))
        return list(found)

    def _around(self, spot: Spot) -> Env:
        """Frames of any caller, for the functions that leave open what is at a node."""
        env: Env = ()
        for _ in range(_DEEPEST):
            more = [one for one in self._opened(spot, env) if frame_of(env, one) is None]
            if not more:
                break
            env = (*env, *(Frame(one, None, ()) for one in more))
        return env

    def _opened(self, spot: Spot, env: Env) -> tuple[FunctionId, ...]:
        found: dict[FunctionId, None] = {}
        for end in self._backwards.ends(spot, (), env):
            parameters = self._code.graph(end.spot.file, end.spot.unit).of_parameter
            if end.spot.node in parameters:
                found[FunctionId(end.spot.file, end.spot.unit, parameters[end.spot.node][0])] = None
        return tuple(found)

    def _holder(self, method: Spot) -> int:
        """What a method is read from."""
        back = self._code.graph(method.file, method.unit).back[method.node]
        return next((node for node, op, _ in back if op is Op.LOAD), -1)


def _is_of_client(row: Sends) -> bool:
    return "this" in (getattr(row, "base", None) or "")
