"""Members that constant texts at a call name: `get(item, "a.b")`, `pick(item, ["id", "title"])`, `omit(item, "id")`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.values import Func, ObjectValue, Text
from audit.flow.contexts import ELEMENT, Path
from audit.flow.graph import LACKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.projections.model import Part
    from audit.rulebook import Flow
    from audit.rulebook import Place as Words

_NAMING = re.compile(r"\{(?P<but>!?)(?:arg(?P<one>\d)|args\[(?P<first>\d):\])\}")
_APART = re.compile(r"[.:]")


def spelled_out(flow: Flow, given: int, values: Callable[[int], Iterable[Value]], origins: Origins) -> tuple[Flow, ...]:
    """A flow with members in the place of the texts that name them, one flow for each. `given` is the number of
    arguments, `values` what one of them may be.

    A step that stands in source and target is the same member in both. Under texts that are not known it may be any
    member, and what keeps its name may go on. A function names no member.
    """
    steps = dict.fromkeys(one for place in (*flow.sources, *flow.targets) for one in place.path if one[:1] == "{")
    step = next(filter(_NAMING.fullmatch, steps), None)
    match = _NAMING.fullmatch(step) if step else None
    if step is None or match is None:
        return (flow,)
    first = int(match["one"] or match["first"])
    found = [one for at in range(first, given if match["first"] else min(first + 1, given)) for one in values(at)]
    if found and all(isinstance(one, Func) for one in found):
        return ()
    names = _names(found, origins)
    if match["but"]:
        only = names is not None and all(len(one) == 1 for one in names)
        left: Path = (LACKING + ",".join(sorted({one[0] for one in names})),) if names and only else ()
        return (replace(_with(flow, step, left, ()), guess=flow.guess or not only),)
    if names is None:
        kept = all(any(step in place.path for place in places) for places in (flow.sources, flow.targets))
        unsure = _with(flow, step, (), ()) if kept else _with(flow, step, ("*",), ("*",))
        return (replace(unsure, guess=True),)
    return tuple(_with(flow, step, one, one) for one in names)


def in_parts(flow: Flow, parts: Iterable[Part]) -> list[Flow]:
    """A flow of some parts of a value alone, each to its own place, a guess where it is not sure that it comes there.
    What only decides does so as a whole.
    """
    if flow.implicit or not flow.sources:
        return [flow]
    return [
        replace(
            flow,
            sources=tuple(replace(one, path=(*one.path, *part.given)) for one in flow.sources),
            targets=tuple(replace(one, path=(*one.path, *part.into)) for one in flow.targets),
            guess=flow.guess or not part.sure,
        )
        for part in parts
    ]


def _names(values: Iterable[Value], origins: Origins) -> list[Path] | None:
    """The members that texts, or lists of them, name; None where one of them is not known."""
    found: dict[Path, None] = {}
    for value in values:
        listed = origins.member(value, ELEMENT) if isinstance(value, ObjectValue) else (value,)
        if not listed or not all(isinstance(one, Text) for one in listed):
            return None
        found.update((tuple(_APART.split(one.text)), None) for one in listed if isinstance(one, Text))
    return list(found) or None


def _with(flow: Flow, step: str, source: Path, target: Path) -> Flow:
    """A flow with other steps in the place of one, in its sources and in its targets."""

    def put_in(place: Words, steps: Path) -> Words:
        if step not in place.path:
            return place
        at = place.path.index(step)
        return replace(place, path=(*place.path[:at], *steps, *place.path[at + 1 :]))

    return replace(
        flow,
        sources=tuple(put_in(one, source) for one in flow.sources),
        targets=tuple(put_in(one, target) for one in flow.targets),
    )
