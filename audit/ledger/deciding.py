"""Recording a decision: which accesses, which file, what is written."""

# Plain strings: paths of the report are joined with the root once.
# ruff: noqa: PTH118, PTH208

from __future__ import annotations

import os
import posixpath
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from audit.ledger.covering import Cover, anchor_of, covers, subject_holds
from audit.ledger.facts import facts_of
from audit.ledger.keeping import read_whole, write_whole, writing_in
from audit.ledger.reading import in_force, record_of
from audit.ledger.records import Record, Stated
from audit.ledger.slugs import file_name
from audit.ledger.spots import chosen, name_of
from audit.ledger.writing import amended_text, new_text, refreshed_text
from audit.model import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audit.ledger.sides import Side
    from audit.model import Access, Choice


class Request(NamedTuple):
    """What a person decides. `sites` as people name them; days are ISO 8601."""

    subject: str
    decision: Choice
    reason: str
    decided_by: str
    decided_on: str
    sites: tuple[str, ...] = ()
    review_by: str | None = None
    due: str | None = None
    links: tuple[str, ...] = ()


class Written(NamedTuple):
    """The file that was written, and whether it was there before."""

    path: str
    amended: bool


def about(side: Side, subject: str, sites: Sequence[str]) -> tuple[Access, ...]:
    """The accesses that a decision on `subject` would judge. Raises UserError for unknown subjects and
    sites.
    """
    mine = [one for one in side.counted if subject_holds(subject, one)]
    if not mine:
        raise UserError(*_unknown(side, subject))
    if sites:
        return chosen(sites, mine, subject)
    decided = {one.id for cover in covers(side.records, mine) for one in cover.accesses}
    undecided = [one for one in mine if one.id not in decided]
    return tuple(undecided or mine)


def decide(root: str, folder: str, side: Side, request: Request) -> Written:
    """Write or amend the one file of this decision below `root`. Raises UserError."""
    judged = about(side, request.subject, request.sites)
    place = _folder(root, folder)
    with writing_in(place):
        records = _current(root, folder)
        cover = _amended(records, side, request, judged)
        path = cover.record.path if cover else _new_path(side, request, judged, folder, root)
        stated = _stated(request, judged)
        _must_hold(path, stated)
        data = amended_text(path, cover.record.data, stated) if cover else new_text(stated)
        write_whole(os.path.join(root, path), data)
    return Written(path, cover is not None)


def refresh(root: str, folder: str, stale: Iterable[Cover]) -> dict[str, bytes]:
    """Write the anchors of these decisions anew; what was written, by path. Raises UserError."""
    written = {}
    with writing_in(_folder(root, folder)):
        for cover in stale:
            path = cover.record.path
            data = read_whole(os.path.join(root, path))
            if data != cover.record.data:
                raise UserError(f"{path} has changed meanwhile", "run the check again")
            written[path] = refreshed_text(path, data, cover.renewed)
            write_whole(os.path.join(root, path), written[path])
    return written


def _folder(root: str, folder: str) -> str:
    """The decisions' folder, which must lie in the root, also where links lead elsewhere."""
    place = os.path.realpath(os.path.join(root, folder))
    if os.path.commonpath((os.path.realpath(root), place)) != os.path.realpath(root):
        raise UserError(f"the decisions' folder {folder} is not below the root", "name another in `[check] decisions`")
    return place


def _unknown(side: Side, subject: str) -> tuple[str, str]:
    from difflib import get_close_matches

    known = sorted({one.subject for one in side.counted} | {one.group for one in side.counted if one.group})
    near = get_close_matches(subject, known, n=1, cutoff=0.6)
    remedy = f"did you mean {near[0]}?" if near else f"name one of {', '.join(known)}" if known else "there is none"
    return f"there is no access of {subject} in production", remedy.rstrip("?")


def _current(root: str, folder: str) -> tuple[Record, ...]:
    """The decisions as they are now that nobody else writes. Raises UserError for malformed ones."""
    records: list[Record] = []
    for name in sorted(os.listdir(os.path.join(root, folder))):
        path = posixpath.join(folder.strip("/"), name)
        data = read_whole(os.path.join(root, path)) if name.endswith(".toml") else None
        if data is None:
            continue
        found = record_of(path, data)
        if not isinstance(found, Record):
            raise UserError("\n".join(map(str, found)), "mend the decision file first")
        records.append(found)
    return in_force(records, folder)


def _amended(records: Iterable[Record], side: Side, request: Request, judged: Sequence[Access]) -> Cover | None:
    """The decision whose accesses are all among `judged`; None for a decision on something else."""
    ids = {one.id for one in judged}
    mine = [record for record in records if record.stated.subject == request.subject]
    touching = [cover for cover in covers(mine, side.counted) if ids & {one.id for one in cover.accesses}]
    if not touching:
        return None
    if len(touching) > 1:
        files = " and ".join(cover.record.path for cover in touching)
        raise UserError(f"these sites are decided in {files}", "name the sites of one with --at")
    others = [one for one in touching[0].accesses if one.id not in ids]
    if others:
        names = ", ".join(map(name_of, others))
        raise UserError(
            f"{touching[0].record.path} decides about {names} too",
            "name all of its sites with --at, or edit it",
        )
    return touching[0]


def _new_path(side: Side, request: Request, judged: Sequence[Access], folder: str, root: str) -> str:
    """A name that says what is decided, so that two branches use one name only for one thing."""
    mine = [one for one in side.counted if subject_holds(request.subject, one)]
    words = [] if len(judged) == len(mine) and not request.sites else _words(judged, mine)
    name = file_name(request.subject, words)
    stem, number = name.removesuffix(".toml"), 1
    path = posixpath.join(folder.strip("/"), name)
    while read_whole(os.path.join(root, path)) is not None:
        number += 1
        path = posixpath.join(folder.strip("/"), f"{stem}-{number}.toml")
    return path


def _words(judged: Sequence[Access], mine: Sequence[Access]) -> list[str]:
    """For each site the shortest of function, file and function, path and function that is its own."""
    return [_own(one, mine) for one in judged]


def _own(access: Access, mine: Sequence[Access]) -> str:
    ways = (
        lambda one: one.function,
        lambda one: f"{one.file.rsplit('/', 1)[-1].split('.', 1)[0]} {one.function}",
        lambda one: f"{one.file} {one.function}",
    )
    for way in ways:
        if sum(way(one) == way(access) for one in mine) == 1:
            return way(access)
    return f"{access.file} {access.function} {access.identity.ordinal} {access.id[:4]}"


def _stated(request: Request, judged: Sequence[Access]) -> Stated:
    return Stated(
        subject=request.subject,
        decision=request.decision,
        reason=request.reason,
        decided_by=request.decided_by,
        decided_on=request.decided_on,
        review_by=request.review_by,
        due=request.due,
        links=request.links,
        judged=facts_of(judged),
        sites=tuple(map(anchor_of, judged)),
    )


def _must_hold(path: str, stated: Stated) -> None:
    """What is written must be readable again. Raises UserError with what is wrong."""
    found = record_of(path, new_text(stated))
    if not isinstance(found, Record):
        wrong = "; ".join(dict.fromkeys(one.message for one in found))
        raise UserError(wrong, "give what is missing as an option")
    assert msgspec.structs.asdict(found.stated)["subject"] == stated.subject
