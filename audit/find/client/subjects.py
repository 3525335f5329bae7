"""The exports of the client that reach the service, listed or discovered, and what protects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts.code import Call, Class, Field, Function, Name, Object
from audit.find.client.clients import Definition, FoundClient, definitions
from audit.find.inside.code import Code, Key
from audit.find.inside.endpoints import endpoints, prefixed
from audit.find.inside.graph import Graph, holds_functions
from audit.find.inside.likely import Transport
from audit.find.inside.summaries import Summaries, Summary
from audit.link.questions.declaring import is_hidden
from audit.link.questions.words import word_at
from audit.model import Place, Protection, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.facts.code import Expr
    from audit.link.program import Program
    from audit.rulebook import Rules


class Export(Struct, frozen=True, order=True):
    """A subject of the client: its name, what declares it and where; `reaches` the transport."""

    id: str
    key: Key
    at: int
    reaches: bool


class Inside(Struct, frozen=True, order=True):
    """The client's own code as it was understood."""

    exports: tuple[Export, ...]
    graph: Graph
    summaries: Summaries

    def export(self, subject: str) -> Export | None:
        """The export of a name."""
        return next((one for one in self.exports if one.id == subject), None)


def inside_of(program: Program, rules: Rules, client: FoundClient) -> Inside:
    """The client's exports: those that the rules name, and every other one that reaches the transport."""
    near = {home.rpartition("/")[0] for home in client.homes}
    code = Code(program, client, lambda file: client.owns(file) or file.rpartition("/")[0] in near)
    rule = rules.client
    assert rule is not None
    graph = Graph(code, _transport(rule.transport), rule.limiters)
    names = frozenset((*rules.gate.bypass, *([rule.label] if rule.label else ())))
    summaries = Summaries(graph, frozenset(rules.gate.flags), names)
    listed = tuple(dict.fromkeys((*rule.audited, *rule.gated)))
    return Inside(tuple(_exports(program, client, graph, listed)), graph, summaries)


def subjects_of(program: Program, rules: Rules, inside: Inside) -> tuple[Subject, ...]:
    """Every export as a subject of the report, and names of the rules that the client lacks."""
    prefix = rules.service.prefix if rules.service is not None else ""
    found = {one.id: endpoints(inside.summaries.of(one.key).requests) for one in inside.exports}
    bare = bool(prefix) and not any(f" {prefix}/" in path for paths in found.values() for path in paths)
    made = [
        _subject(program, rules, inside, one, prefixed(found[one.id], prefix) if bare else found[one.id])
        for one in inside.exports
    ]
    rule = rules.client
    assert rule is not None
    known = {one.id for one in inside.exports}
    absent = [name for name in dict.fromkeys((*rule.audited, *rule.gated)) if name not in known]
    made.extend(_described(rules, name) for name in absent)
    return tuple(made)


def is_gated(summary: Summary) -> bool:
    """Can a parameter close the gate?"""
    return bool(summary.arms)


def _transport(names: tuple[str, ...]) -> Transport:
    if names:
        return Transport(frozenset(names))
    from audit.rulebook import load_vocabulary

    rows = load_vocabulary().requests
    return Transport(
        frozenset(),
        frozenset(name for row in rows for name in row.globals if row.kind != "describe"),
        frozenset(
            (module, export) for row in rows for module in row.module for export in (*row.export, "default", "*")
        ),
    )


def _exports(program: Program, client: FoundClient, graph: Graph, listed: tuple[str, ...]) -> Iterator[Export]:
    """Of several names for one declaration the listed one counts, else the one it is declared by."""
    taken: set[tuple[str, str | int]] = set()
    roots = {name.split(".")[0] for name in listed}
    found = [
        (one.local or name if name == "default" and "default" not in roots else name, one)
        for home in client.homes
        for name, one in definitions(program, home).items()
    ]
    found.sort(key=lambda pair: (pair[0] not in roots, pair[0] != pair[1].local, pair[0]))
    declared = {(one.file, one.local) for _, one in found if one.local}
    for name, definition in found:
        place = (definition.file, definition.local or definition.at)
        if place in taken and name not in roots:
            continue
        taken.add(place)
        wanted = {one for one in listed if one.partition(".")[0] == name}
        whole = name in wanted
        for one in _of(program, graph, name, definition, declared, wanted):
            if one.id in wanted or (one.reaches and not whole):
                wanted.discard(one.id)
                yield one
        yield from _elsewhere(program, graph, name, definition, sorted(wanted))


def _elsewhere(
    program: Program, graph: Graph, name: str, definition: Definition, wanted: list[str]
) -> Iterator[Export]:
    """Listed members that the declaration does not show: inherited, abstract, or of a class from outside."""
    key = Key(definition.file, definition.local or definition.exported)
    node = graph.code.declared(key) if wanted else None
    for one in wanted:
        member = one.removeprefix(f"{name}.")
        inner = graph.code.of_class(key, member, frozenset()) or Key(key.file, f"{key.name}.{member}")
        if inner.name.partition(".")[0] != key.name or not _lacks(program, key, node, member):
            yield Export(one, inner, graph.code.place(key, definition.at), _reaches(graph, inner))


def _lacks(program: Program, key: Key, node: Expr | None, member: str) -> bool:
    """Is it certain that there is no such member? What a member has in turn is not looked into (`api.items.load`)."""
    first = member.partition(".")[0]
    if isinstance(node, Object):
        return all(one.key is not None and one.key != first for one in node.properties)
    facts = program.facts(key.file)
    heads = [head for head in facts.outline().classes if head.name == key.name] if facts is not None else []
    return isinstance(node, Class) and not node.bases and not any(first in head.members for head in heads)


def _of(
    program: Program,
    graph: Graph,
    name: str,
    definition: Definition,
    declared: set[tuple[str, str]],
    wanted: set[str],
) -> Iterator[Export]:
    """A function, the methods of a class, the functions of an object, the methods of an instance."""
    key = Key(definition.file, definition.local or definition.exported)
    node = graph.code.declared(key) if wanted or graph.may_reach(key) else None
    at = graph.code.place(key, definition.at)
    if isinstance(node, Class):
        yield Export(name, key, at, reaches=False)
        yield from _methods(program, graph, name, key, node)
    elif isinstance(node, Object) and holds_functions(node):
        for one in node.properties:
            if isinstance(one.key, str) and isinstance(one.value, Function):
                inner = Key(key.file, f"{key.name}.{one.key}")
                yield Export(f"{name}.{one.key}", inner, one.at, _reaches(graph, inner))
    elif isinstance(node, Call) and node.new and isinstance(node.callee, Name):
        made = graph.code.named(key.file, node.callee.name)
        kind = graph.code.declared(made) if made is not None else None
        if made is not None and isinstance(kind, Class) and (made.file, made.name) not in declared:
            yield from _methods(program, graph, name, made, kind)
    else:
        yield Export(name, key, at, _reaches(graph, key))


def _methods(program: Program, graph: Graph, name: str, key: Key, node: Class) -> Iterator[Export]:
    for member in node.members:
        held = member.value if isinstance(member, Field) else member
        if not isinstance(held, Function) or not member.name or held.kind == "constructor":
            continue
        at = program.ask(key.file, word_at, member.at, member.name)
        if not program.ask(key.file, is_hidden, at):
            inner = Key(key.file, f"{key.name}.{member.name}")
            yield Export(f"{name}.{member.name}", inner, at, _reaches(graph, inner))


def _reaches(graph: Graph, key: Key) -> bool:
    return graph.is_transport(key) or graph.reaches(key)


def _subject(program: Program, rules: Rules, inside: Inside, export: Export, paths: tuple[str, ...]) -> Subject:
    from msgspec.structs import replace

    limiter = inside.graph.reaches(export.key) and not inside.graph.unlimited(export.key)
    return replace(
        _described(rules, export.id),
        defined_at=Place(export.key.file, program.position(export.key.file, export.at).line),
        protection=Protection(is_gated(inside.summaries.of(export.key)), limiter),
        endpoints=paths,
    )


def _described(rules: Rules, name: str) -> Subject:
    """What the rules alone say."""
    carries = rules.carries.get(name)
    listed = rules.client is not None and name in rules.client.audited
    exempt = next((one.because for one in rules.exempt if one.subject == name), None)
    return Subject(id=name, kind="export", listed=listed, exempt=exempt, carries=carries.about if carries else None)
