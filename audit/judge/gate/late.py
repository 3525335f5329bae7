"""Checks that come too late: a function reads the flag of its row only behind the access."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.pieces import inside

if TYPE_CHECKING:
    from audit.flow.structure import Structure
    from audit.judge.chain.chains import Chain, Stand
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.local import Local
    from audit.model import Evidence


class Late:
    """Answers by chain."""

    def __init__(self, decisions: Decisions, local: Local) -> None:
        self._decisions, self._places, self._local = decisions, decisions.places, local
        self._named: dict[int, list[lowered.Member]] = {}

    def of(self, chain: Chain) -> Evidence | None:
        """Where the flag is read first, when that is behind the access; the innermost function of the chain counts."""
        for number, stand in enumerate(chain.stands):
            if not self._decisions.stands_in(*stand.call[:2]):
                continue
            structure = self._places.structure(stand.function)
            read = self._behind(stand, structure)
            if read is not None and not any(self._names_before(one) for one in chain.stands[number:]):
                note = "the flag is read here, after the access"
                return self._places.evidence(stand.call[0], read.at, note)
        return None

    def _behind(self, stand: Stand, structure: Structure) -> lowered.Member | None:
        """The first read of a row's flag behind a call."""
        if id(structure) not in self._named:
            nodes = (one for one in structure.nodes if isinstance(one, lowered.Member))
            self._named[id(structure)] = [one for one in nodes if one.key in self._decisions.aliases]
        end = self._end(stand)
        found = [one for one in self._named[id(structure)] if one.at > end]
        if not found:
            return None
        targets = {id(one.target) for one in structure.nodes if isinstance(one, lowered.Assign)}
        targets |= self._passed(stand, structure)
        return next((one for one in found if id(one) not in targets and self._is_of_row(one, stand)), None)

    def _passed(self, stand: Stand, structure: Structure) -> set[int]:
        """What is handed to a function that names the flag itself: it is asked about, not checked here."""
        file, unit, _ = stand.call
        found: set[int] = set()
        for one in structure.nodes:
            if (
                isinstance(one, lowered.Call)
                and self._decisions.mentions(inside(one.args))
                and self._local.asks(one, file, unit)
            ):
                found.update(id(part) for argument in one.args for part in inside(argument))
        return found

    def _is_of_row(self, it: lowered.Member, stand: Stand) -> bool:
        """Does a value come from the flag's column?"""
        spot = self._places.node(stand.call[0], stand.call[1], it)
        ends = self._decisions.engine.backwards.ends(spot, (), stand.env) if spot is not None else ()
        return any(self._decisions.is_column(end) for end in ends)

    def _names_before(self, stand: Stand) -> bool:
        """Does the function name the flag before the call, or in it?"""
        if not self._decisions.stands_in(*stand.call[:2]):
            return False
        structure = self._places.structure(stand.function)
        end = self._end(stand)
        nodes = [one for one in structure.nodes if one.at <= end]
        return self._decisions.mentions(nodes)

    def _end(self, stand: Stand) -> int:
        file, unit, number = stand.call
        return self._decisions.engine.code.graph(file, unit).calls[number].end
