"""The rows of a vocabulary section that a call fits, and the call as each of them sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.flow.code import Spot
from audit.flow.frames import Call
from audit.flow.graph import CallSite
from audit.flow.places import placed
from audit.flow.rows import section_rows
from audit.flow.values import Global, Outside, Typed

if TYPE_CHECKING:
    from audit.flow.backwards import Backwards


class Form(NamedTuple):
    """A call as a row sees it: `f.call(this, url)` and `limit(f, url)` are calls of `f` with fewer arguments."""

    row: object
    site: CallSite


class Forms:
    """Forms of calls, each found once."""

    def __init__(self, backwards: Backwards, section: object) -> None:
        self._backwards, self._origins, self._code = backwards, backwards.origins, backwards.code
        self._section = section
        self._forms: dict[Call, tuple[Form, ...]] = {}

    def of(self, call: Call) -> tuple[Form, ...]:
        """The rows that a call fits, each with the call as the row sees it."""
        if call not in self._forms:
            self._forms[call] = tuple(self._find(call))
        return self._forms[call]

    def _find(self, call: Call) -> list[Form]:
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        callees = self._origins.callees(file, unit, site)
        found: list[Form] = [Form(row, site) for callee in callees for row in self._rows(callee, site)]
        for callee in callees:
            found.extend(self._called_by(callee, site))
        if not found and site.receiver >= 0:
            found.extend(self._by_maker(call, site))
        return list(dict.fromkeys(found)) or list(self._handed(call, site))

    def _rows(self, callee: object, site: CallSite) -> list[object]:
        return [row for row in section_rows(self._section, callee) if row.new <= site.new]  # type: ignore[arg-type, attr-defined]

    def _called_by(self, callee: object, site: CallSite) -> list[Form]:
        """`f.call(this, …)`."""
        if site.method != "call" or not isinstance(callee, Global | Outside):
            return []
        inner = (
            Global(callee.name.removesuffix(".call"))
            if isinstance(callee, Global)
            else Outside(callee.module, callee.path.removesuffix(".call"))
        )
        seen = site._replace(arguments=site.arguments[1:], spread=site.spread[1:], receiver=-1, method="")
        return [Form(row, seen) for row in self._rows(inner, seen)]

    def _by_maker(self, call: Call, site: CallSite) -> list[Form]:
        """The receiver's type is what the call that made it gives."""
        file, unit, _ = call
        found: list[Form] = []
        for end in self._backwards.ends(Spot(file, unit, site.receiver), (), ()):
            for value in self._origins.of(end.spot) if not end.path else ():
                if isinstance(value, Typed):
                    found.extend(Form(row, site) for row in self._section.on(value.type, site.method))  # type: ignore[attr-defined]
        return found

    def _handed(self, call: Call, site: CallSite) -> list[Form]:
        """A function that sends is handed to outside code, which calls it with other arguments: `limit(fetch, url)`."""
        file, unit, number = call
        found: list[Form] = []
        for flow in self._backwards.library.flows(file, unit, number) or ():
            for target in flow.targets:
                if target.root != "call" or target.number != 0:
                    continue
                given = [node for source in flow.sources for node in placed(site, source) if not source.path]
                for node in [node for one in target.callee for node in placed(site, one)]:
                    seen = site._replace(
                        arguments=tuple(given), spread=(False,) * len(given), receiver=-1, method="", callee=node
                    )
                    for value in self._origins.of(Spot(file, unit, node)):
                        found.extend(Form(row, seen) for row in self._rows(value, seen))
        return found
