"""Which decision covers which access."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.ledger.matching import Matched, Spot, same, spot_of
from audit.ledger.records import Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audit.ledger.records import Record
    from audit.model import Access


class Cover(NamedTuple):
    """A decision and the accesses that it is about: `found` beside the anchor of each, `lost` without one."""

    record: Record
    found: tuple[tuple[Site, Access], ...]
    lost: tuple[Site, ...]

    @property
    def accesses(self) -> tuple[Access, ...]:
        """The accesses that were found."""
        return tuple(access for _, access in self.found)

    @property
    def renewed(self) -> tuple[Site, ...]:
        """The anchors as they should be: those of found accesses as they stand now, lost ones as they
        were.
        """
        return (*(anchor_of(access) for _, access in self.found), *self.lost)

    @property
    def is_stale(self) -> bool:
        """Do the anchors differ from where the accesses stand?"""
        return any(site != anchor_of(access) for site, access in self.found)


def covers(records: Iterable[Record], accesses: Iterable[Access], change: Matched | None = None) -> tuple[Cover, ...]:
    """What each decision covers among `accesses` (those of the head).

    An anchor that names an access of the base exactly follows it through the `change`; others are matched
    with
    the head in stages.
    """
    listed = tuple(accesses)
    return tuple(_cover(record, listed, change) for record in records)


def anchor_of(access: Access) -> Site:
    """The readable anchor of an access."""
    return Site(file=access.file, function=access.function, call=access.identity.call)


def subject_holds(subject: str, access: Access) -> bool:
    """Is `subject`, also the id of a group, about the access?"""
    return subject in (access.subject, access.group)


def _cover(record: Record, accesses: tuple[Access, ...], change: Matched | None) -> Cover:
    subject = record.stated.subject
    mine = [one for one in accesses if subject_holds(subject, one)]
    sites = _spots(record.stated.sites)
    found: dict[int, Access] = {}
    if change is not None:
        found = _through(subject, sites, change)
    taken = {one.id for one in found.values()}
    rest = [position for position in range(len(sites)) if position not in found]
    free = [one for one in mine if one.id not in taken]
    for match in same([sites[position] for position in rest], [_neutral(one) for one in free]):
        found[rest[match.base]] = free[match.head]
    anchors = record.stated.sites
    return Cover(
        record,
        tuple((anchors[position], found[position]) for position in sorted(found)),
        tuple(anchors[position] for position in range(len(anchors)) if position not in found),
    )


def _through(subject: str, sites: Sequence[Spot], change: Matched) -> dict[int, Access]:
    """The head's access for every site that stands at the base exactly as anchored."""
    at_base = {}
    for pair in change.pairs:
        if subject_holds(subject, pair.base):
            at_base[_neutral(pair.base)._replace(line=0)] = pair.head
    return {position: at_base[site] for position, site in enumerate(sites) if site in at_base}


def _spots(sites: Iterable[Site]) -> list[Spot]:
    """Anchors as spots; equal ones are told apart by their order."""
    spots: list[Spot] = []
    for site in sites:
        spot = Spot("", site.file, site.function, site.call, 0)
        spots.append(spot._replace(ordinal=sum(one[:4] == spot[:4] for one in spots)))
    return spots


def _neutral(access: Access) -> Spot:
    """Without its subject: the anchors of a group's decision name none."""
    return spot_of(access)._replace(subject="")
