"""Maps and the like, iterated: what stands under their keys and their values comes as pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import Method, Typed
from audit.flow.contexts import DEEPEST, ELEMENT, KEY, VALUE, Path, is_value
from audit.flow.outside.rows import section_rows
from audit.rulebook import flow_of

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.code import Spot

_PAIR = {KEY: "[0]", VALUE: "[1]"}
_PART = {"[0]": KEY, "[1]": VALUE}


def paired(path: Path) -> Path:
    """A part of an object, as it is in what the object gives where it is iterated."""
    pair = _PAIR.get(VALUE if is_value(path[0]) else path[0]) if path else None
    return path if pair is None else (ELEMENT, pair, *path[1:])[:DEEPEST]


def of_pair(path: Path) -> Path | None:
    """Where a map holds a part of one of its pairs; None for what is no part of one."""
    part = _PART.get(path[0]) if path else None
    return (part, *path[1:]) if part is not None else None


class Pairs:
    """Which objects give pairs of key and value: those whose type has `entries` of its keys."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins
        self._known: dict[str, bool] = {}

    def held(self, spot: Spot, path: Path) -> Path | None:
        """Where the object at a node holds a part of its pairs; None where it gives none."""
        held = of_pair(path)
        return held if held is not None and self._gives(spot) else None

    def _gives(self, spot: Spot) -> bool:
        return any(self._of_type(value.type) for value in self._origins.of(spot) if isinstance(value, Typed))

    def _of_type(self, kind: str) -> bool:
        found = self._known.get(kind)
        if found is None:
            rows = section_rows(self._origins.vocabulary.library, Method(kind, "entries"))
            flows = [flow_of(text) for row in rows for text in row.flows]
            found = any(source.path == (KEY,) for flow in flows for source in flow.sources)
            self._known[kind] = found
        return found
