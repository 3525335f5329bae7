"""Functions that hand their own parameters on as an export's options or flag: each call is an access too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.find.accesses import Raw
from audit.find.client.forwarding import Calls, Place, Seen, forwarded
from audit.find.names.closure import Bound, Exported
from audit.find.names.meanings import Meaning
from audit.model import Evidence

if TYPE_CHECKING:
    from audit.extract.facts.names import Use
    from audit.find.client.clients import FoundClient
    from audit.find.inside.addresses import Address
    from audit.find.names.closure import Closure, Hit
    from audit.link.program import Program


class Target(Struct, frozen=True, order=True):
    """What a call of an export or wrapper reaches, by which lines, and where it takes options and flag."""

    subject: str
    places: frozenset[Place]
    through: tuple[Evidence, ...] = ()


class Wrappers:
    """Grows a closure by the wrappers of what it found, until there are no more."""

    def __init__(
        self, program: Program, client: FoundClient, calls: Calls, flags: frozenset[str], closure: Closure
    ) -> None:
        self._program, self._client, self._calls, self._closure = program, client, calls, closure
        self._flags = flags
        self._targets: dict[str, dict[str, Target]] = {}
        self._forwards: set[tuple[str, int, str, str]] = set()
        self._done: set[tuple[str, int, str, str]] = set()

    def follow(self, exports: dict[str, frozenset[Place]]) -> None:
        """Find the wrappers of the exports, given where each takes its options, and all their calls."""
        self._targets = {name: {name: Target(name, places)} for name, places in exports.items()}
        while self._round():
            self._closure.run()

    def raws(self) -> list[Raw]:
        """Every hit as an access to be, one for each subject that it reaches."""
        return [
            self._raw(hit, target)
            for hit in self._closure.hits.values()
            for target in self._targets.get(hit.subject, {}).values()
        ]

    def _round(self) -> bool:
        grown = False
        for hit in sorted(self._closure.hits.values(), key=lambda hit: (hit.file, hit.at, hit.subject)):
            for target in list(self._targets.get(hit.subject, {}).values()):
                key = (hit.file, hit.at, hit.subject, target.subject)
                if key not in self._done:
                    self._done.add(key)
                    grown |= self._look(hit, target)
        return grown

    def _look(self, hit: Hit, target: Target) -> bool:
        """Is the call one of a wrapper's? A wrapper that is new is followed."""
        if hit.kind != "call" or hit.use is None or not target.places:
            return False
        if hit.enclosing == "<module>" and self._closure.is_test(hit.file):
            return False  # a test's own callback, which nobody calls
        if self._client.owns(hit.file) or not self._may_hand(hit.file, hit.use, target):
            return False
        found = self._calls.of(hit.file, hit.use)
        if found is None:
            return False
        called, seen = found
        taken = forwarded(called, target.places, self._flags)
        grown = [self._wrapper(hit, target, seen, at, places) for at, places in sorted(taken.items())]
        return any(grown)

    def _may_hand(self, file: str, use: Use, target: Target) -> bool:
        """Has the call as many arguments as it takes, as far as its commas tell?"""
        text = self._program.text(file, use.start, use.end)
        return text.count(b",") >= min(place.position for place in target.places) or b"..." in text

    def _wrapper(self, hit: Hit, target: Target, seen: Seen, at: int, places: frozenset[Place]) -> bool:
        address = seen.addresses.get(at)
        if address is None:
            return False
        self._forwards.add((hit.file, hit.at, hit.subject, target.subject))
        name = f"{hit.file}#{at}"
        known = self._targets.setdefault(name, {})
        if target.subject in known:
            return False
        here = Evidence(hit.file, self._program.position(hit.file, hit.at).line, address.title())
        known[target.subject] = Target(target.subject, places, (here, *target.through))
        self._follow(hit.file, address, name)
        return True

    def _follow(self, file: str, address: Address, name: str) -> None:
        meaning = Meaning(name)
        for step in reversed(address.steps):
            meaning = Meaning(steps={step: meaning})
        if address.at < 0:
            self._closure.add(Exported(file, address.name, meaning))
        else:
            self._closure.add(Bound(file, address.name, address.at, meaning))

    def _raw(self, hit: Hit, target: Target) -> Raw:
        use = hit.use
        start, end = (use.start, use.end) if use is not None else (hit.at, hit.at)
        wrapper = (hit.file, hit.at, hit.subject, target.subject) in self._forwards
        return Raw(
            subject=target.subject,
            kind="call" if hit.kind == "call" else "reference",
            file=hit.file,
            at=hit.at,
            start=start,
            end=end,
            function=hit.enclosing,
            through=target.through,
            wrapper=wrapper,
            use=use,
        )
