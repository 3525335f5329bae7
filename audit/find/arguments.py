"""What holds the client is passed to a call: on to the parameter of the function, or to what the call is
known to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.names import CALL, NEW
from audit.find import injection, uses
from audit.find.containers import GETTERS, GIVES_RESULT, INJECTS, KEEPS_NOTHING, TRANSPARENT_CALLS
from audit.find.declarations import Callee, callee
from audit.find.meanings import TOKEN
from audit.find.work import Came, Field, Site, Work

if TYPE_CHECKING:
    from audit.extract.facts.names import Use
    from audit.find.meanings import Meaning

_DEEPEST = 4
"""Calls inside calls through which a value is followed as an argument."""


def follow(work: Work, site: Site, here: Meaning, found: Use) -> None:
    """Containers and calls that change nothing first, then functions of the tree; else the value is lost."""
    last = found.callee.rsplit(".", 1)[-1]
    asked = here.steps.get(TOKEN) or here.steps.get(NEW)
    if asked is not None and found.outer is not None and (last in INJECTS or last in GETTERS):
        injection.injected(work, site, asked, found.outer)
    elif found.outer is not None and (found.callee in TRANSPARENT_CALLS or last in TRANSPARENT_CALLS):
        uses.use(work, site, here, found.outer)
    elif last in GIVES_RESULT and CALL in here.steps and found.outer is not None:
        uses.use(work, site, here.steps[CALL], found.outer)
    elif not _keeps_nothing(found, last):
        _passed(work, site, here, found)


def _keeps_nothing(found: Use, last: str) -> bool:
    if last in ("call", "apply", "bind") and found.index == 0:
        return True  # what `this` is
    return found.callee in KEEPS_NOTHING or found.callee.startswith("console.")


def _passed(work: Work, site: Site, here: Meaning, found: Use) -> None:
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
