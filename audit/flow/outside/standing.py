"""Rows that speak of a call only where something stands at a place of it, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.backward.values import Global
from audit.flow.outside.places import placed
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.code import Spot
    from audit.flow.graph import CallSite
    from audit.rulebook import LibraryRow

_NOTHING = Global("undefined")
_WRITTEN_OUT = (code.Array, code.Object, code.Comprehension)


def is_meant(origins: Origins, row: LibraryRow, call: Spot, site: CallSite) -> bool:
    """Does a row speak of a call by what stands at places of it? `call`: the node of that."""
    if row.unless is not None and _stands(origins, row.unless, call, site):
        return False
    return row.when is None or _stands(origins, row.when, call, site)


def _stands(origins: Origins, places: str, call: Spot, site: CallSite) -> bool:
    """Is anything known to stand at one of some places of a call, or a list that is written out there?"""
    for place in places_of(places):
        for node, part in placed(site, place):
            values = origins.of(replace(call, node=node))
            source = origins.code.graph(call.file, call.unit).source[node]
            if isinstance(source, _WRITTEN_OUT) and not (*part, *place.path):
                return True
            for step in (*part, *place.path):
                values = tuple(one for value in values for one in origins.member(value, step))
            if any(one != _NOTHING for one in values):
                return True
    return False
