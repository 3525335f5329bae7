"""What this run saw, and what it did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.find.accesses import scope_of
from audit.find.client.look_alikes import LookAlikes, look_alikes
from audit.find.unread import damaged_regions, unread_files, unread_languages
from audit.model import Coverage, Evidence, Report, Subject, Unanalysed, Unresolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.find.client.clients import FoundClient
    from audit.find.names.closure import Closure
    from audit.find.names.work import Lost
    from audit.link.program import Program
    from audit.rulebook import Rules


def others_of(program: Program, rules: Rules, client: FoundClient, closure: Closure) -> LookAlikes:
    """What production declares under the name of an export of the rules and is something else."""
    named = (*rules.client.audited, *rules.client.gated) if rules.client is not None else ()
    return look_alikes(program, closure, named, lambda path: scope_of(path, rules, client) == "production")


def languages_of(program: Program, rules: Rules) -> list[Unanalysed]:
    """Files in languages that are not read, which name the client or the service's variables."""
    return unread_languages(program, _package(rules), rules.variables, _live(rules))


def coverage_of(
    program: Program,
    rules: Rules,
    languages: Iterable[Unanalysed],
    others: LookAlikes,
    names: frozenset[str] = frozenset(),
    lost: frozenset[Lost] = frozenset(),
) -> Coverage:
    """Files that could not be read, places that could not be followed, what only has a subject's name.

    `languages` is what `languages_of` says; `names` are those of subjects and wrappers: an unread file that holds one
    of them may hold an access; `lost` are places where something could not be followed any further.
    """
    searched = sorted(names.union(rules.variables, [_package(rules)]))
    live = _live(rules)
    return Coverage(
        files=len(program.files),
        parsed=len(program.parsed()),
        unanalysed=tuple(sorted((*unread_files(program, searched, live), *languages))),
        damaged=tuple(sorted(damaged_regions(program, searched, live))),
        unresolved=tuple(sorted(Unresolved(one.file, *program.position(one.file, one.at), one.reason) for one in lost)),
        look_alikes=others.listed,
        look_alikes_unlisted=others.unlisted,
    )


def seen_later(program: Program, rules: Rules, report: Report) -> Coverage:
    """The coverage of a report, with what could not be read of the files that values led to, or not as a whole."""
    calls = [access for access in report.accesses if access.kind not in ("request", "database")]
    names = searched_names(report.subjects, (call.through for call in calls))
    searched = sorted(names.union(rules.variables, [_package(rules)]))
    live, known = _live(rules), report.coverage
    files = {one.file for one in known.unanalysed}
    listed = program.snapshot.has
    unread = [one for one in unread_files(program, searched, live) if listed(one.file) and one.file not in files]
    regions = {(one.file, one.line, one.reason) for one in known.damaged}
    damaged = [
        one for one in damaged_regions(program, searched, live) if (one.file, one.line, one.reason) not in regions
    ]
    return replace(
        known,
        unanalysed=tuple(sorted((*known.unanalysed, *unread))),
        damaged=tuple(sorted((*known.damaged, *damaged))),
    )


def searched_names(subjects: Iterable[Subject], wrappers: Iterable[tuple[Evidence, ...]]) -> frozenset[str]:
    """What is searched for uses of the client: the names of exports, and those of wrappers."""
    exports = {part for one in subjects if one.kind == "export" for part in one.id.split(".")}
    return frozenset(exports | {line.note.split(".")[0] for lines in wrappers for line in lines})


def _package(rules: Rules) -> str:
    return (rules.client.package or "") if rules.client is not None else ""


def _live(rules: Rules) -> Callable[[str], bool]:
    return lambda path: rules.scope.of(path) == "production"
