"""`ungated check`: a tree against its decisions, or a change against where it began."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.ledger import Side, check_change, check_tree, joined, refresh, stale_covers
from audit.ledger.reading import record_of
from audit.ledger.records import Record
from audit.model import Report, UserError
from audit.pipeline import candidates_for, checkout_of, nothing_found, root_of
from audit.review.bases import base_commit
from audit.review.beside import BaseSide
from audit.review.sides import Tree, tree_of, work_for
from audit.rulebook import digest_of
from audit.source import Revision, WorkTree, renames

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from audit.model import Coverage
    from audit.rulebook import Rules
    from audit.source import Snapshot


class Checked(NamedTuple):
    """The report with its findings; `blind`: something that matters was not read, and that is new."""

    report: Report
    blind: bool


class Bases(NamedTuple):
    """The base as every set of rules finds it, and both trees by the base's rules when the change edits
    them.
    """

    base: Side
    by_base_rules: tuple[Side, Side] | None


def check(  # noqa: PLR0913 - the options of a command
    root: str | None,
    *,
    base: str | None = None,
    rules: str | None = None,
    today: dt.date,
    fix: bool = False,
    cache: bool = True,
    server: str | None = None,
    note: Callable[[str], None] = lambda _: None,
) -> Checked:
    """Check the tree at `root`, or with `base` what it changed since then. `fix` renews the anchors of
    decisions; `server` is a checkout of the service, for the report that findings come with.

    Raises UserError.
    """
    chosen = root_of(root)
    commit = None if base is None else base_commit(chosen, base)
    with (
        WorkTree(chosen) as files,
        checkout_of(server) as service,
        work_for(chosen, note, cache=cache) as work,
    ):
        tree, candidates = tree_of(files, work), candidates_for(files, rules)
        if commit is None:
            found = _head(tree, candidates, service)
            if found is None:
                raise nothing_found(candidates, files.files())
            side = _fixed(chosen, found, None, note) if fix else found
            return Checked(check_tree(side, today), _blind(side.report.coverage, None))
        with Revision(chosen, commit) as old:
            before = tree_of(old, work)
            base_side = BaseSide(before, chosen, commit, candidates, cache=cache)
            found = _head(tree, candidates, service)
            moved = renames(chosen, commit)
            head, bases = _both(tree, before, candidates, (found, base_side.result()), rules)
        head = _fixed(chosen, head, (bases.base, moved), note) if fix else head
        made = check_change(bases.base, head, moved, today, bases.by_base_rules)
        return Checked(made, _blind(made.coverage, bases.base.report.coverage))


def _head(tree: Tree, candidates: list[Rules], service: Snapshot | None) -> Side | None:
    found = tree.side(candidates, service=service)
    return found and found.but(records=tree.records(found.rules, strict=True))


def _both(
    tree: Tree, old: Tree, candidates: list[Rules], sides: tuple[Side | None, Side | None], explicit: str | None
) -> tuple[Side, Bases]:
    """Both sides by the head's rules, `sides`, and by the base's own where they differ."""
    head, base = sides
    own = _own_rules(old, explicit, candidates)
    edited = [digest_of(one) for one in own] != [digest_of(one) for one in candidates]
    by_own = old.side(own) if edited else base
    if head is None and by_own is None:
        raise nothing_found(candidates, tree.snapshot.files())
    seen = base or by_own
    shown = head or tree.blank(_rules_of(seen, candidates), tree.records(_rules_of(seen, candidates), strict=True))
    start = seen or old.blank(shown.rules)
    if by_own is not None and by_own is not start:
        start = joined(start, by_own)
    start = start.but(records=old.records(start.rules, strict=False))
    if not edited or by_own is None:
        return shown, Bases(start, None)
    again = tree.side(own) or tree.blank(by_own.rules)
    return shown, Bases(start, (by_own.but(records=start.records), again.but(records=shown.records)))


def _own_rules(old: Tree, explicit: str | None, candidates: list[Rules]) -> list[Rules]:
    """The rules of the base; where they are refused, the change mends them and only the head's count."""
    try:
        return candidates_for(old.snapshot, explicit)
    except UserError:
        return candidates


def _rules_of(side: Side | None, candidates: list[Rules]) -> Rules:
    return side.rules if side is not None else candidates[0]


def _fixed(root: str, head: Side, base: tuple[Side, Mapping[str, str]] | None, note: Callable[[str], None]) -> Side:
    """The head with the anchors of its decisions renewed, on disk too."""
    stale = stale_covers(head, base)
    if not stale:
        return head
    written = {}
    for path, data in refresh(root, head.rules.check.decisions, stale).items():
        record = record_of(path, data)
        assert isinstance(record, Record)
        written[path] = record
        note(f"renewed the sites in {path}")
    return head.but(records=tuple(written.get(one.path, one) for one in head.records))


def _blind(coverage: Coverage, before: Coverage | None) -> bool:
    """Was something that matters not read, that was read at the base?"""
    known = {one.file for one in before.unanalysed} if before is not None else set()
    places = {(one.file, one.reason) for one in before.damaged} if before is not None else set()
    files = any(one.in_scope and one.reason != "language" and one.file not in known for one in coverage.unanalysed)
    return files or any(one.in_scope and (one.file, one.reason) not in places for one in coverage.damaged)
