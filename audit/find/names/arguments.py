"""What holds the client is passed to a call: on to the parameter of the function, or to what the call is
known to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.extract.facts.names import CALL, DYNAMIC, NEW, Use
from audit.find.names import injection, lists, uses
from audit.find.names.containers import KEEPS, known
from audit.find.names.declarations import Callee, callee, named
from audit.find.names.meanings import TOKEN
from audit.find.names.work import TYPED, Bound, Came, Field, Site, Work

if TYPE_CHECKING:
    from audit.extract.facts.names import Given
    from audit.find.names.meanings import Meaning

_FIRST = re.compile(rb"Object\.assign\(\s*([\w$]+)\s*,")
_DEEPEST = 4
"""Calls inside calls through which a value is followed as an argument."""


def follow(work: Work, site: Site, here: Meaning, found: Use) -> None:
    """Containers and calls that change nothing first, then functions of the tree; else the value is lost."""
    last, names = found.callee.rsplit(".", 1)[-1], known()
    asked = here.steps.get(TOKEN) or here.steps.get(NEW)
    if last in names.registers and injection.registered(work, site, here, found):
        return
    if asked is not None and found.outer is not None and (last in names.injects or last in names.getters):
        injection.injected(work, site, asked, found.outer)
    elif found.outer is not None and (found.callee in names.transparent or last in names.transparent):
        if found.callee == "Object.assign" and found.index > 0:
            _filled(work, site, here, found)
        uses.use(work, site, here, found.outer)
    elif last in names.contexts and found.outer is not None and here.live():
        uses.use(work, site, here.holding(TOKEN), found.outer)
    elif last in names.by_name:
        work.lose(site, found.at, f"what holds the client is passed to {found.callee}, which is not followed")
    elif found.callee in ("Object.values", "Object.entries") and found.outer is not None:
        for one in here.members():
            pair = one.holding("[1]") if last == "entries" else one
            uses.use(work, site, pair.holding(DYNAMIC), found.outer)
    elif found.index >= KEEPS.get(last, found.index + 1) and _kept(work, site, here, found, last):
        return
    elif last in names.results and CALL in here.steps and found.outer is not None:
        uses.use(work, site, here.steps[CALL], found.outer)
    elif not _listed(work, site, here, found) and not _keeps_nothing(found, last):
        _passed(work, site, here, found)


def _listed(work: Work, site: Site, here: Meaning, found: Use) -> bool:
    """What methods of lists give of their arguments, and what is made of a list. False: the call is none of these."""
    made = lists.made_of(found.callee, here) if found.index == 0 else None
    made = made or lists.argument_gives(found.callee, found.index, here)
    if made is not None and found.outer is not None:
        uses.use(work, site, made, found.outer)
    return made is not None


def _keeps_nothing(found: Use, last: str) -> bool:
    if last in ("call", "apply", "bind") and found.index == 0:
        return True  # what `this` is
    return found.callee in known().nothing or found.callee.startswith("console.")


def _filled(work: Work, site: Site, here: Meaning, found: Use) -> None:
    """`Object.assign(api, client)`: what stands first has the members from then on."""
    first = _FIRST.search(work.program.text(site.file, found.start, found.end))
    name = first[1].decode("utf-8", "replace") if first is not None else ""
    bound = named(work.program, site.file, name, found.start) if name else None
    if bound is not None and bound.shape != "import":
        work.add(Bound(site.file, name, bound.at, here, TYPED, site.came))


def _kept(work: Work, site: Site, here: Meaning, found: Use, method: str) -> bool:
    """`map.set(key, client)`, `list.push(client)`: the receiver holds it from then on.

    False where that has no name, or another one for the caller.
    """
    if not here.live() or "()" in found.callee or "." not in found.callee:
        return False
    root, *members = found.callee.split(".")[:-1]
    held = here.mapped() if method == "set" else here.holding(DYNAMIC)
    for step in reversed(members[1:] if root == "this" else members):
        held = held.holding(step)
    if root == "this" and members:
        work.add(Field(site.file, site.class_at, members[0], "public", held))
        return True
    bound = named(work.program, site.file, root, found.start)
    if bound is None or bound.shape == "import":
        return False
    work.add(Bound(site.file, root, bound.at, held, TYPED, site.came))
    return bound.shape != "parameter"  # what its caller has is lost


def give(work: Work, site: Site, here: Meaning, call: Use, given: Given) -> None:
    """A function that is given by its name: its parameters are what the call gives to functions at that argument."""
    start = f"@given{given.argument}."
    steps = [(int(step.removeprefix(start)), held) for step, held in here.steps.items() if step.startswith(start)]
    for position, held in steps:
        one = given.bindings[0]
        to = callee(work.program, site.file, site.class_at, Use("argument", one.at, one.at, one.at, callee=one.name))
        if to is not None and to.parameters is not None:
            _parameter(work, to, held, position, Came(site, call.outer))


def _passed(work: Work, site: Site, here: Meaning, found: Use) -> None:
    if found.bindings:
        work.bind(Site(site.file, came=Came(site, found.outer)), found.bindings, here)
        return
    to = callee(work.program, site.file, site.class_at, found)
    if to is None:
        if here.live():
            name = found.callee or "a call"
            work.lose(site, found.at, f"what holds the client is passed to {name}, which is not followed")
    elif to.passed is not None:
        step = f"@given{to.passed.index}.{found.index}"
        uses.use(work, site, here.holding(step), to.passed)
    elif to.parameters is not None:
        came = Came(site, found.outer)
        _parameter(work, to, here, found.index, came if came.deep() <= _DEEPEST else None)


def _parameter(work: Work, to: Callee, here: Meaning, index: int, came: Came | None) -> None:
    assert to.parameters is not None
    if index >= len(to.parameters) or came is None:
        return
    parameter = to.parameters[index]
    work.bind(Site(to.file, came=came), parameter.bindings, here)
    if parameter.access and parameter.bindings:
        work.add(Field(to.file, to.class_at, parameter.bindings[0].name, parameter.access, here))
