"""Where the rules, the client's comment and the client's code disagree about what is outside the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.find.client.clients import definitions
from audit.find.client.stated import Stated, stated
from audit.model import Drift

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from audit.find.client.clients import FoundClient
    from audit.link.program import Program
    from audit.model import Subject
    from audit.rulebook import Rules

_NAMED = 8
"""Members of one export that are named."""


def drift_of(
    program: Program,
    rules: Rules,
    client: FoundClient,
    subjects: tuple[Subject, ...],
    by_members: Mapping[str, tuple[str, ...]],
) -> tuple[Drift, ...]:
    """Every disagreement, in order of place and words. `by_members`: exports that are never called as they are, with
    the members that are used of them.
    """
    rule = rules.client
    exports = tuple(one for one in subjects if one.kind == "export")
    objects = tuple(one for one in exports if one.id in by_members)
    found = [*_of_objects(client, objects, by_members)]
    found.extend(_of_rules(rules, client, tuple(one for one in exports if one not in objects)))
    if rule is not None and rule.stated:
        files = dict.fromkeys((*client.homes, *(one.defined_at.file for one in exports if one.defined_at)))
        said = stated(program, files, rule.stated)
        found.extend(_of_comment(program, client, exports, said) if said is not None else ())
    return tuple(sorted(found))


def _of_objects(
    client: FoundClient, objects: tuple[Subject, ...], by_members: Mapping[str, tuple[str, ...]]
) -> Iterator[Drift]:
    """Names of the rules under which nothing is found, because what is called are members of what has the name."""
    for one in objects:
        place = one.defined_at
        file, line = (place.file, place.line) if place is not None else (client.homes[0], 1)
        names = [f"{one.id}.{member}" for member in by_members[one.id]]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        note = f"the rules name {one.id}, and nothing calls it as it is; name what is used of it: "
        yield Drift("rules", file, line, f"{note}{', '.join(names[:_NAMED])}{more}")


def _of_rules(rules: Rules, client: FoundClient, exports: tuple[Subject, ...]) -> Iterator[Drift]:
    rule = rules.client
    assert rule is not None
    for one in exports:
        place = one.defined_at
        if place is None or one.protection is None:
            word = "audited" if one.listed else "gated"
            yield Drift(
                "rules",
                client.homes[0],
                1,
                f"the rules name {one.id} as {word}; the client has no such export",
            )
        elif one.listed and one.protection.gate:
            note = f"the rules audit {one.id} as outside the gate; a parameter of it can close the gate"
            yield Drift("rules", place.file, place.line, note)
        elif one.id in rule.gated and not one.protection.gate:
            note = f"the rules call {one.id} gated; no parameter of it can close a gate"
            yield Drift("client", place.file, place.line, note)
        elif (
            rule.audited
            and not one.listed
            and one.id not in rule.gated
            and not (one.protection.gate or one.protection.limiter)
        ):
            neither = "neither gate nor limiter" if rule.limiters else "no gate"
            note = f"{one.id} reaches the service with {neither}; the rules do not list it"
            yield Drift("rules", place.file, place.line, note)


def _of_comment(program: Program, client: FoundClient, exports: tuple[Subject, ...], said: Stated) -> Iterator[Drift]:
    known = {one.id: one for one in exports if one.protection is not None}
    for one in known.values():
        if one.protection is not None and not one.protection.gate and one.id not in said.named:
            limited = "behind the limiter, " if one.protection.limiter else ""
            note = f"the comment does not name {one.id}, which reaches the service {limited}outside the gate"
            yield Drift("comment", said.file, said.line, note)
    for name in said.outside:
        subject = known.get(name)
        if subject is not None and subject.protection is not None and subject.protection.gate:
            note = f"the comment names {name} as outside the gate; a parameter of it can close the gate"
            yield Drift("comment", said.file, said.line, note)
        elif subject is None and (wrong := _unknown(program, client, name)):
            yield Drift("comment", said.file, said.line, f"the comment names {name} as outside the gate; {wrong}")


def _unknown(program: Program, client: FoundClient, name: str) -> str:
    """What is wrong with a name that is no subject; "" when it may mean something that is no export."""
    root = name.partition(".")[0]
    if any(root in definitions(program, home) for home in client.homes):
        return "it does not reach the service"
    facts = [program.facts(home) for home in client.homes]
    if any(found is not None and found.occurrences(root) for found in facts):
        return ""
    return "the client has no such export"
