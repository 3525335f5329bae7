"""Accesses through the client: the uses of its exports."""

from __future__ import annotations

from collections.abc import Callable

from audit.find.accesses import Raw
from audit.find.client.clients import FoundClient, definitions
from audit.find.names.closure import Bound, Closure, Exported, Hit
from audit.find.names.meanings import meanings_of
from audit.link.program import Program


def uses_of(
    program: Program,
    client: FoundClient,
    subjects: tuple[str, ...],
    is_test: Callable[[str], bool] = lambda _: False,
) -> Closure:
    """Follow the subjects from where the client defines them to every use."""
    closure = Closure(program, is_test)
    meanings = meanings_of(subjects)
    for home in client.homes:
        for name, definition in definitions(program, home).items():
            meaning = meanings.get(name) or (meanings.get(definition.local) if name == "default" else None)
            if meaning is None:
                continue
            closure.add(Exported(home, name, meaning))
            closure.add(Exported(definition.file, definition.exported, meaning))
            for bound in _locals(program, definition.file, definition.local):
                closure.add(Bound(definition.file, definition.local, bound, meaning))
    closure.run()
    return closure


def raws(closure: Closure) -> list[Raw]:
    """The hits of a closure as accesses to be."""
    return [_raw(hit) for hit in closure.hits.values()]


def _raw(hit: Hit) -> Raw:
    kind = "call" if hit.kind == "call" else "reference"
    use = hit.use
    start, end = (use.start, use.end) if use is not None else (hit.at, hit.at)
    return Raw(hit.subject, kind, hit.file, hit.at, start, end, hit.enclosing)  # type: ignore[arg-type]


def _locals(program: Program, file: str, name: str) -> tuple[int, ...]:
    """The module-level declarations of a name."""
    facts = program.facts(file)
    if facts is None or not name:
        return ()
    whole = max((one.scope[1] for one in facts.occurrences(name)), default=0)
    return tuple(
        one.at for one in facts.occurrences(name) if one.role in ("declaration", "import") and one.scope == (0, whole)
    )
