"""Everything that is found before any value is followed: subjects, accesses, what was seen of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.find.accesses import Raw, accesses_of, merged
from audit.find.client.clients import FoundClient, find_client
from audit.find.client.drift import drift_of
from audit.find.client.exports import uses_of
from audit.find.client.forwarding import Calls
from audit.find.client.labels import Labels
from audit.find.client.look_alikes import LookAlikes
from audit.find.client.options import places_of
from audit.find.client.subjects import Inside, inside_of, subjects_of
from audit.find.client.wrappers import Wrappers
from audit.find.columns import flag_columns, flag_presence
from audit.find.coverage import coverage_of, languages_of, others_of, searched_names
from audit.find.direct.beside import Searching
from audit.find.direct.direct import Direct, direct_subjects
from audit.link.told import get_ready
from audit.model import Access, Coverage, Drift, FlagPresence, Found, Group, Subject

if TYPE_CHECKING:
    from audit.find.names.closure import Closure
    from audit.link.program import Program
    from audit.link.python_program import PythonProgram
    from audit.rulebook import Rules


class Audit(Struct, frozen=True):
    """The parts of a report that finding alone can fill."""

    found: Found
    coverage: Coverage
    subjects: tuple[Subject, ...]
    groups: tuple[Group, ...]
    accesses: tuple[Access, ...]
    drift: tuple[Drift, ...]


class Through(Struct, frozen=True):
    """What is found through the client."""

    inside: Inside
    subjects: tuple[Subject, ...]
    closure: Closure
    raws: tuple[Raw, ...]
    others: LookAlikes


def found(program: Program, rules: Rules, python: PythonProgram | None) -> Audit | None:
    """What is found by these rules; None without the client and the service's variables."""
    client = find_client(program, rules.client) if rules.client is not None else None
    named = _names_service(program, rules)
    if client is None and not named:
        return None
    searching = Searching(program, rules, client, python) if named else None
    through = _through(program, rules, client) if client is not None else None
    calls = accesses_of(program, rules, client, through.raws) if through is not None else ()
    columns = len(flag_columns(program, rules))
    unread = languages_of(program, rules)
    if program.reader.keeps:
        get_ready(program)
    # From here on there is nothing left to do without what the other process finds.
    direct = searching.result() if searching is not None else Direct()
    accesses = merged(calls, accesses_of(program, rules, client, direct.raws))
    exports = through.subjects if through is not None else ()
    subjects = (*exports, *direct_subjects(rules, direct.raws))
    return Audit(
        found=replace(
            _summary(rules, client, subjects, columns, flag_presence(program, rules, columns)),
            unread=_unread_homes(program, rules) if client is None else (),
        ),
        coverage=coverage_of(
            program,
            rules,
            unread,
            through.others if through is not None else LookAlikes((), 0),
            searched_names(subjects, (call.through for call in calls)),
            frozenset(direct.lost).union(through.closure.lost if through is not None else ()),
        ),
        subjects=subjects,
        groups=_groups(rules, accesses),
        accesses=accesses,
        drift=drift_of(program, rules, client, subjects, _by_members(through, calls)) if client is not None else (),
    )


def _names_service(program: Program, rules: Rules) -> bool:
    python = [path for path in program.snapshot.files() if path.endswith(".py")]
    return any(program.holding(name, program.files) or program.holding(name, python) for name in rules.variables)


def _through(program: Program, rules: Rules, client: FoundClient) -> Through:
    """Subjects, every use of them, the wrappers around them, the code's own names for its calls, look-alikes."""
    inside = inside_of(program, rules, client)
    subjects = subjects_of(program, rules, inside)
    closure = uses_of(program, client, tuple(one.id for one in subjects), lambda path: rules.scope.of(path) == "test")
    calls, flags = Calls(program), frozenset(rules.gate.flags)
    wrappers = Wrappers(program, client, calls, flags, closure)
    exports = {one.id: inside.export(one.id) for one in subjects}
    wrappers.follow({name: places_of(inside, one, flags) if one else frozenset() for name, one in exports.items()})
    labels = Labels(program, rules, client, calls)
    raws = tuple(replace(raw, label=labels.of(raw.file, raw.use)) for raw in wrappers.raws())
    return Through(inside, subjects, closure, raws, others_of(program, rules, client, closure))


def _by_members(through: Through | None, calls: tuple[Access, ...]) -> dict[str, tuple[str, ...]]:
    """Exports that production never calls as they are, with the members that it uses of them."""
    called = {one.subject for one in calls if one.kind == "call" and one.scope == "production"}
    used = through.closure.members if through is not None else {}
    return {name: tuple(sorted(members)) for name, members in used.items() if name not in called}


def _summary(
    rules: Rules,
    client: FoundClient | None,
    subjects: tuple[Subject, ...],
    columns: int,
    flag: FlagPresence | None,
) -> Found:
    rule, columns_of = rules.client, len(rules.gate.columns)
    if rule is None:
        return Found(columns=columns, columns_of=columns_of, flag=flag)
    defined = {subject.id for subject in subjects if subject.defined_at is not None}
    return Found(
        package=rule.package,
        client=client.homes if client is not None else (),
        audited=sum(name in defined for name in rule.audited),
        audited_of=len(rule.audited),
        gated=sum(name in defined for name in rule.gated),
        gated_of=len(rule.gated),
        columns=columns,
        columns_of=columns_of,
        flag=flag,
    )


def _unread_homes(program: Program, rules: Rules) -> tuple[str, ...]:
    """The files that the rules name as the client's, of languages in which no exports are looked for."""
    files = program.snapshot.files() if rules.client is not None and rules.client.modules else ()
    return tuple(path for path in files if rules.client is not None and rules.client.is_home(path))


def _groups(rules: Rules, accesses: tuple[Access, ...]) -> tuple[Group, ...]:
    return tuple(
        Group(
            id=group.id,
            title=group.title,
            accesses=tuple(one.id for one in accesses if one.group == group.id),
        )
        for group in rules.groups
    )
