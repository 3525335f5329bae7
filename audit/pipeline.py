"""What a run does, in order. Each line: product = step(previous product)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec.structs import replace

from audit import __version__
from audit.model import Report, RulesInForce, Tool, UserError, in_order
from audit.reuse import Work, entry_of
from audit.rulebook import RulesError, builtin_rules, digest_of, find_rules, load_rules
from audit.source import Revision, Unreadable, WorkTree, git_top_level, is_script, with_excerpts
from audit.store import NullStore, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.link.program import Program
    from audit.reuse import Entry
    from audit.rulebook import Rules
    from audit.source import Snapshot


Depth = Literal["found", "gated", "followed"]
"""How far a run goes: accesses alone; with what findings about gates rest on; with paths and all that follows."""


class Analysed(NamedTuple):
    """A report, and the rules that it was made by."""

    report: Report
    rules: Rules


def report(
    root: str | None = None,
    *,
    rules: str | None = None,
    cache: bool = True,
    paths: bool = True,
    server: str | None = None,
    note: Callable[[str], None] = lambda _: None,
) -> Report:
    """Audit the tree at `root` (default: the git top level of the current folder).

    `rules` is the path of a rules file; without `paths` accesses are found and not followed; `server` is a checkout of
    the service, or `CHECKOUT@REVISION`; `note` takes sentences for the user. Raises UserError.
    """
    chosen = root_of(root)
    with WorkTree(chosen) as snapshot, checkout_of(server) as service:
        work = Work(open_store(chosen) if cache else NullStore())
        found = _done(work, snapshot, candidates_for(snapshot, rules), "followed" if paths else "found", service)
        for sentence in work.close():
            note(sentence)
        return _recorded(found, snapshot)


def _done(work: Work, snapshot: Snapshot, candidates: list[Rules], depth: Depth, service: Snapshot | None) -> Analysed:
    known = taken(work, snapshot, candidates, depth, service)
    if known is not None:
        return known
    from audit.link.program import Program

    found = made(work, Program(snapshot, work.reader), candidates, depth, service)
    if found is None:
        raise nothing_found(candidates, snapshot.files())
    work.finished.keep(found[1])
    return found[0]


def taken(
    work: Work, snapshot: Snapshot, candidates: list[Rules], depth: Depth, service: Snapshot | None = None
) -> Analysed | None:
    """What an earlier run came to, with the lines that it cites, where this one would come to the same."""
    found = work.finished.of(snapshot, _parts(snapshot, candidates, depth, service), lambda: work.reader)
    if found is None:
        return None
    return Analysed(replace(found.report, checkout=snapshot.checkout()), candidates[found.rules])


def made(
    work: Work, program: Program, candidates: list[Rules], depth: Depth, service: Snapshot | None = None
) -> tuple[Analysed, Entry | None] | None:
    """What a run comes to, with the lines that it cites, and what to keep of it. None where there is nothing."""
    if work.keeps:
        program.snapshot.note_ids()
    found = analysed(program, candidates, depth, service)
    if found is None:
        return None
    shown = found._replace(report=with_excerpts(found.report, program.snapshot))
    if not work.keeps:
        return shown, None
    number = next(position for position, one in enumerate(candidates) if one is found.rules)
    return shown, entry_of(program, _parts(program.snapshot, candidates, depth, service), shown.report, number)


def _parts(snapshot: Snapshot, candidates: list[Rules], depth: Depth, service: Snapshot | None) -> tuple[str, ...]:
    """What a report rests on beyond the tool and the tree. One that speaks of the service names commits."""
    named = (
        ()
        if service is None
        else (service.fingerprint(), str(service.checkout().commit), str(snapshot.checkout().commit))
    )
    return (depth, *named, *map(digest_of, candidates))


def root_of(root: str | None) -> str:
    """The folder to audit: the given one, else the git top level of the current one. Raises UserError."""
    import os

    if root is None:
        top = git_top_level(os.getcwd())  # noqa: PTH109 - no pathlib on the way to the first file
        if top is None:
            raise UserError("this folder is not in a git checkout", "name the folder to audit: ungated report ROOT")
        return top
    if not os.path.isdir(root):  # noqa: PTH112
        raise UserError(f"there is no folder {root}", "name the root of a checkout")
    return root


@contextmanager
def checkout_of(path: str | None) -> Iterator[Snapshot | None]:
    """The checkout of the service: a folder, or a revision of a repository (`PATH@REVISION`). Raises UserError."""
    import os

    if path is None:
        yield None
        return
    folder, at, revision = (path, "", "") if os.path.isdir(path) else path.rpartition("@")  # noqa: PTH112
    if not os.path.isdir(folder):  # noqa: PTH112
        raise UserError(f"there is no folder {path}", "name a checkout of the service, or CHECKOUT@REVISION")
    with Revision(folder, revision) if at else WorkTree(folder) as snapshot:
        yield snapshot


def candidates_for(snapshot: Snapshot, explicit: str | None) -> list[Rules]:
    """The rules that may apply: the given file, the root's own, or every built-in one. Raises UserError."""

    def read(path: str) -> bytes | None:
        data = snapshot.read(path)
        return None if isinstance(data, Unreadable) else data

    given = _explicit(explicit) if explicit is not None else None
    found = find_rules(read, given, explicit or "--rules")
    try:
        return [load_rules(file.name, file.data, builtin_rules) for file in found.files]
    except RulesError as error:
        raise UserError(str(error), "mend the rules file; its format is described in docs/rules.md") from error


def _recorded(made: Analysed, snapshot: Snapshot) -> Report:
    """The report with the decisions on its subjects and groups. Raises UserError for malformed ones."""
    folder = made.rules.check.decisions
    if not snapshot.is_dir(folder.strip("/")):
        return made.report
    from audit.ledger import Side, records_in, tree_of, with_decisions

    return with_decisions(tree_of(Side(made.report, made.rules, records_in(snapshot, folder)), None))


def _explicit(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError as error:
        raise UserError(f"cannot read the rules file {path}: {error.strerror}", "name a file that exists") from error


def analysed(
    program: Program, candidates: list[Rules], depth: Depth, service: Snapshot | None = None
) -> Analysed | None:
    """The report by the first rules whose client or service is in this tree; None where nothing of any is.

    `service` is a checkout of the service's own code.
    """
    made = _found(program, candidates) if service is None else _served(program, candidates, service)
    if made is None or depth == "found":
        return made
    return made._replace(report=in_order(_gated(program, made) if depth == "gated" else _followed(program, made)))


def _served(program: Program, candidates: list[Rules], service: Snapshot) -> Analysed | None:
    """The accesses, with what the service's code does for the endpoints; it is read while they are found."""
    from audit.server import Service, server_side, start

    python = start(service, program.reader, candidates)
    try:
        made = _found(program, candidates)
        if made is None:
            return None
        found = made.report
        subjects = server_side(Service(python, made.rules), found.subjects, found.checkout)
    finally:
        python.close()
    return made._replace(report=replace(found, subjects=subjects))


def _gated(program: Program, made: Analysed) -> Report:
    """The report with the gate of every access in production, and what calls that take the flag are keyed by."""
    from audit.judge import gates_alone
    from audit.trace import engine_for

    return gates_alone(engine_for(program, made.rules, shared=True), made.rules, made.report)


def _followed(program: Program, made: Analysed) -> Report:
    """The report with the paths of every access in production, and what follows from them and from its callers."""
    from audit.find import coverage_at_last
    from audit.judge import Needs, along, asked_ahead, gates_judged, judged
    from audit.trace import Following, reaches

    following = Following(program, made.rules, made.report.accesses, along, Needs)
    gates = gates_judged(following.engine, made.rules, made.report)
    ahead = asked_ahead(following.engine, made.rules, gates)
    traced = following.result(gates.report.accesses)
    try:
        subjects = reaches(made.report.subjects, traced.accesses)
        followed = replace(gates.report, accesses=traced.accesses, subjects=subjects)
        report = judged(gates, ahead, traced, made.rules, followed)
        return replace(report, coverage=coverage_at_last(program, made.rules, report))
    finally:
        traced.close()
        following.engine.code.let_go()


def _found(program: Program, candidates: list[Rules]) -> Analysed | None:
    from audit.find import audit_of

    for rules in candidates:
        audit = audit_of(program, rules)
        if audit is not None:
            return Analysed(
                in_order(
                    Report(
                        tool=Tool("ungated", __version__),
                        checkout=program.snapshot.checkout(),
                        rules=RulesInForce(rules.name, digest_of(rules), rules.title, rules.gate.about),
                        found=audit.found,
                        coverage=audit.coverage,
                        subjects=audit.subjects,
                        groups=audit.groups,
                        accesses=audit.accesses,
                        drift=audit.drift,
                    )
                ),
                rules,
            )
    return None


def nothing_found(candidates: list[Rules], files: Iterable[str] = ()) -> UserError:
    """What to say where neither client nor service is in the tree, which has these files."""
    unread = next((path for path in files if any(_is_foreign_home(path, rules) for rules in candidates)), None)
    if unread is not None:
        return UserError(
            f"a client is looked for in TypeScript and JavaScript, and {unread} is neither",
            "name the variables that hold the service's address under [service] url_env",
        )
    return UserError(
        _nothing_found(candidates), "run ungated on the root of a checkout that has them, or give --rules FILE"
    )


def _is_foreign_home(path: str, rules: Rules) -> bool:
    return rules.client is not None and rules.client.is_home(path) and not is_script(path)


def _nothing_found(candidates: list[Rules]) -> str:
    looked: list[str] = []
    for rules in candidates:
        client = rules.client
        names = [client.package or "", *client.modules] if client is not None else []
        looked.extend(name for name in (*names, *rules.variables) if name)
    return "neither the client nor the service's variables were found; looked for " + ", ".join(dict.fromkeys(looked))
