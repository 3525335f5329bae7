"""What a request to an address is: a message, when the address is that of a chat or comes from such a variable."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from audit.flow.backwards import Backwards
from audit.flow.code import Spot
from audit.flow.places import placed
from audit.flow.texts import Texts
from audit.flow.variables import Variables
from audit.flow.ways import Hole
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.graph import CallSite
    from audit.flow.origins import Origins
    from audit.flow.ways import Way
    from audit.rulebook import RequestRow, SinkRow


class _Matching(frozenset[str]):
    """Every name that one of the patterns fits."""

    def __contains__(self, name: object) -> bool:
        return any(fnmatchcase(str(name), pattern) for pattern in self)


class Addresses:
    """Rows of the vocabulary's sinks that name addresses instead of calls."""

    def __init__(self, origins: Origins) -> None:
        self._code = origins.code
        self._rows = [row for row in origins.vocabulary.sinks.rows if row.url or row.env]
        backwards = Backwards(origins)
        variables = Variables(backwards, ())
        variables.asked = _Matching(pattern for row in self._rows for pattern in row.env)
        self._texts = Texts(backwards, variables)

    def of(self, spot: Spot, site: CallSite, row: RequestRow) -> tuple[SinkRow, ...]:
        """The rows that say what a request is, by the constant parts and the variables of its address."""
        ways: list[Way] = []
        for words in (row.url, row.base):
            for place in places_of(words) if words else ():
                for node in placed(site, place):
                    ways.extend(self._texts.part(spot._replace(node=node), place.path))
        return tuple(one for one in self._rows if any(_fits(one, way) for way in ways))


def _fits(row: SinkRow, way: Way) -> bool:
    text = "".join(piece if isinstance(piece, str) else "*" for piece in way)
    if any(_starts(pattern, text) for pattern in row.url):
        return True
    names = [piece.name for piece in way if isinstance(piece, Hole) and piece.kind == "variable"]
    return any(fnmatchcase(name, pattern) for name in names for pattern in row.env)


def _starts(pattern: str, text: str) -> bool:
    """`**` at a pattern's end stands for anything behind it."""
    fixed = pattern.removesuffix("**")
    return text.startswith(fixed) if fixed != pattern else re.split(r"[/?#]", text, maxsplit=1)[0] == pattern
