"""Whose flag an access is given: that of a row which it asks for, or of another one
(`lookupItem(row.title, { flag: other.flag })`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.frames import End
from audit.judge.gate.given import beside, given
from audit.judge.gate.sent import Sent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.code import Spot
    from audit.flow.frames import Path
    from audit.judge.chain.chains import Chain
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.gate.given import Keys
    from audit.judge.gate.tested import Tested


class Owners:
    """Answers by chain."""

    def __init__(self, decisions: Decisions, tested: Tested) -> None:
        self._engine, self._tested, self._sent = decisions.engine, tested, Sent(decisions)

    def are_others(self, read: Iterable[End], chain: Chain, places: list[tuple[Spot, Path]]) -> bool:
        """Is each row that a flag is read from another one than those that the access of a chain asks for by what else
        it is given? `places` are those of the flag in its arguments.
        """
        keys = beside(self._engine, given(self._engine, chain.access.call, chain.access.env), places)
        flags = [End(spot, path, chain.access.env) for spot, path in places]
        return all(self._is_other(one, keys, flags) for one in read)

    def is_unput(self, read: End) -> bool:
        """Is a flag a part of a request that nothing puts there before the handler runs?"""
        return self._tested.is_unput(read)

    def _is_other(self, read: End, keys: Keys, flags: list[End]) -> bool:
        query = (read.spot, read.env)
        found = self._tested.keyed(frozenset((query,)))
        rows = self._tested.keyed(frozenset(one for key in keys for one in self._tested.direct(key.spot, key.env)))
        if not rows:
            return self._sent.is_asked_apart(found, keys)
        if self._tested.may_be_another({query}, keys):
            return True
        same = [one for one in found if any(self._tested.is_same(one, other) for other in rows)]
        return all(one in rows and self._tested.is_other_row(one, flags, keys) for one in same)
