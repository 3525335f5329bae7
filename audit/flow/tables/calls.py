"""Nodes that are results of calls: what is called, with what, and which query rows fit."""

from __future__ import annotations

from audit.extract.facts import code as lowered
from audit.flow.backward.origins import Origins
from audit.flow.backward.values import Value
from audit.flow.code import Code, Spot
from audit.flow.graph import CallSite
from audit.flow.outside.rows import section_rows
from audit.rulebook import LibraryRow, QueryRow
from audit.rulebook.words import QueryMeaning

_SAME = (("arg0 -> result",), ("arg0 => result",))
_LISTED = "arg0.* -> result[*]"


class Calls:
    """Plain questions about one node."""

    def __init__(self, origins: Origins) -> None:
        self.origins = origins
        self.code: Code = origins.code
        self._rows: dict[tuple[str, int, int], tuple[QueryRow, ...]] = {}
        rows = origins.vocabulary.queries.rows
        self.declaring = tuple((row, method) for row in rows if row.means == "class" for method in row.method)
        """The methods that declare the class that they are called on."""

    def site(self, spot: Spot) -> CallSite | None:
        """The call whose result a node is."""
        graph = self.code.graph(spot.file, spot.unit)
        number = graph.results.get(spot.node)
        return graph.calls[number] if number is not None else None

    def called_at(self, spot: Spot) -> int:
        """The offset of the last name of the callee whose result a node is; -1 for what is no call."""
        site = self.site(spot)
        return self.code.graph(spot.file, spot.unit).at[site.callee] if site is not None else -1

    def source(self, spot: Spot) -> lowered.Node | None:
        """The code at a node."""
        return self.code.graph(spot.file, spot.unit).source[spot.node]

    def rows(self, spot: Spot) -> tuple[QueryRow, ...]:
        """The query rows that fit the call whose result a node is, by what it calls."""
        site = self.site(spot)
        if site is None:
            return ()
        number = self.code.graph(spot.file, spot.unit).results[spot.node]
        key = (spot.file, spot.unit, number)
        if key not in self._rows:
            section = self.origins.vocabulary.queries
            callees = self.origins.callees(spot.file, spot.unit, site)
            rows = [row for callee in callees for row in section_rows(section, callee)]
            self._rows[key] = tuple(dict.fromkeys(row for row in rows if row.tag == site.tag))
        return self._rows[key]

    def means(self, spot: Spot) -> QueryMeaning | None:
        """What a row says that the method called at a node does, by its name alone: receivers that put SQL together
        have no type that is known.
        """
        site = self.site(spot)
        rows = self.origins.vocabulary.queries.methods(site.method) if site is not None and site.receiver >= 0 else ()
        return next((row.means for row in rows if row.means), None)

    def callees(self, spot: Spot) -> tuple[Value, ...]:
        """What the call whose result a node is may call."""
        site = self.site(spot)
        return self.origins.callees(spot.file, spot.unit, site) if site is not None else ()

    def given_back(self, spot: Spot) -> Spot | None:
        """The argument that the call at a node gives back as it is (`Object.freeze(names)`)."""
        rows = self._library(spot)
        same = bool(rows) and all(row.flows in _SAME and not row.gives for row in rows) and not self.rows(spot)
        return self.argument(spot, 0) if same else None

    def listed(self, spot: Spot) -> Spot | None:
        """The argument whose members the call at a node lists (`Object.values(names)`)."""
        rows = self._library(spot)
        return self.argument(spot, 0) if any(_LISTED in row.flows for row in rows) else None

    def _library(self, spot: Spot) -> list[LibraryRow]:
        section = self.origins.vocabulary.library
        return [row for callee in self.callees(spot) for row in section_rows(section, callee)]

    def argument(self, spot: Spot, position: int) -> Spot | None:
        """An argument of the call whose result a node is."""
        site = self.site(spot)
        given = site.argument(position) if site is not None else -1
        return Spot(spot.file, spot.unit, given) if given >= 0 else None

    def receiver(self, spot: Spot) -> Spot | None:
        """What the method of the call is read from."""
        site = self.site(spot)
        return Spot(spot.file, spot.unit, site.receiver) if site is not None and site.receiver >= 0 else None
