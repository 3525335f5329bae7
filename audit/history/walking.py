"""Each commit as a change from its first parent; what is known of a file is kept for all commits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.ledger import Matched, Side, compared
from audit.model import UserError
from audit.pipeline import candidates_for, root_of
from audit.review import tree_of, work_for
from audit.source import Revision, first_parents, git_top_level, language_of
from audit.stages import each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.model import Access
    from audit.pipeline import Depth
    from audit.reuse import Work
    from audit.source import Commit

_NAMES = ("package.json", "pnpm-workspace.yaml", "ungated.toml")
_ENDS = (".json", ".jsonc")


class Step(NamedTuple):
    """A commit with both of its sides; None where neither client nor service is found."""

    commit: Commit
    base: Side | None
    head: Side | None

    def matched(self) -> Matched:
        """The accesses in production that came, stayed and went."""
        return compared(_counted(self.base), _counted(self.head), self.commit.renames)


def walk(
    root: str | None,
    *,
    since: str | None = None,
    rules: str | None = None,
    cache: bool = True,
    note: Callable[[str], None] = lambda _: None,
) -> Iterator[Step]:
    """Every commit behind `since` up to HEAD, oldest first, that touches what accesses rest on. Raises
    UserError.
    """
    chosen = root_of(root)
    if git_top_level(chosen) is None:
        raise UserError(f"{chosen} is not in a git checkout", "name a checkout with its history")
    with work_for(chosen, note, cache=cache) as work:
        yield from steps(chosen, each("reading commits", list(first_parents(chosen, since))), rules, work)


def steps(
    root: str, commits: Iterable[Commit], rules: str | None, work: Work, depth: Depth = "found"
) -> Iterator[Step]:
    """The same for commits that follow one another; a side is analysed once, as far as `depth` says."""
    before: Side | None = None
    known = False
    for commit in commits:
        if known and not any(map(_matters, commit.paths)):
            continue
        if not known and commit.parent:
            before = _side(root, commit.parent, rules, work, depth)
        after = _side(root, commit.id, rules, work, depth)
        yield Step(commit, before, after)
        before, known = after, True


def _side(root: str, commit: str, rules: str | None, work: Work, depth: Depth) -> Side | None:
    with Revision(root, commit, work.held) as snapshot:
        candidates = candidates_for(snapshot, rules)
        tree = tree_of(snapshot, work)
        side = tree.side(candidates, depth)
        return side and side.but(records=tree.records(side.rules, strict=False))


def _matters(path: str) -> bool:
    """Can the file change which accesses there are?"""
    name = path.rsplit("/", 1)[-1]
    return language_of(path) is not None or name in _NAMES or name.endswith(_ENDS) or path.endswith(".toml")


def _counted(side: Side | None) -> tuple[Access, ...]:
    return side.counted if side is not None else ()
