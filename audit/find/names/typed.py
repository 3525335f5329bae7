"""Types: what is declared to be an instance, and to hold, give or take one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.names import CALL, DYNAMIC, NEW, PARAMETER, TYPEOF
from audit.find.names import classes, injection, uses
from audit.find.names.containers import ARRAY_TYPES, MAP_TYPES, known
from audit.find.names.meanings import TOKEN
from audit.find.names.work import TYPED, Bound, Field, Site, Work, site_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.facts.names import Declared, Occurrence
    from audit.find.names.meanings import Meaning


def follow(work: Work, file: str, meaning: Meaning, found: Occurrence) -> None:
    """The name stands for a type: whatever is declared with it."""
    declared = found.declared
    reached = meaning.after(declared.read) if declared is not None else None
    if declared is None or reached is None or reached[1]:
        return
    named, site = reached[0], site_of(file, found)
    if declared.kind in ("extends", "implements"):
        if declared.kind == "extends":
            classes.derived(work, site, named, declared.at)
        return
    if _is_injected(named, declared, found):
        work.hit(site, found.at, named.subject or "", "reference", None)
    value = _value(named, declared.path)
    if value is not None and not (named.loose and _decided_elsewhere(work, site, declared, found)):
        _GIVES[declared.kind](
            work, site, value.typed() if declared.kind == "owner" and named.loose else value, declared
        )


def _is_injected(named: Meaning, declared: Declared, found: Occurrence) -> bool:
    """A class that is a subject itself: a constructor's parameter is its injection."""
    return named.subject is not None and declared.index >= 0 and found.enclosing.endswith("constructor")


def _value(named: Meaning, path: tuple[str, ...]) -> Meaning | None:
    """What a value means that leads by `path` to the type; None when it leads there by an unknown generic
    type.
    """
    rest = list(path)
    if rest and rest[-1] == TYPEOF:
        rest.pop()
        value: Meaning | None = named if named.subject is None or NEW in named.steps else None  # a function's own type
    else:
        value = named.steps.get(NEW)
        if value is None and TOKEN in named.steps and not path:
            value = named.steps[TOKEN]
    for step in reversed(rest):
        if value is None or step == TYPEOF:
            return None
        value = _generic(value, step[1:-1]) if step.startswith("<") else value.holding(step)
    return value


def _generic(value: Meaning, name: str) -> Meaning | None:
    if name in known().types:
        return value
    if name in ARRAY_TYPES:
        return value.holding(DYNAMIC)
    if name in MAP_TYPES:
        return value.mapped()
    if name == "InstanceType":
        return value.steps.get(NEW)
    return value.steps.get(CALL) if name == "ReturnType" else None


def _decided_elsewhere(work: Work, site: Site, declared: Declared, found: Occurrence) -> bool:
    """A type that other things have too says nothing where it is known what is put there."""
    if declared.tokens:
        return any(injection.is_provided(work, token) for token in declared.tokens)
    if declared.kind in ("variable", "return"):
        return True
    if found.enclosing.endswith("constructor") and declared.index >= 0:
        return work.constructs(found.class_name)
    if declared.kind == "field":
        return _assigned(work, site, declared.name)
    outer = declared.outer
    if declared.kind == "parameter" and outer is not None and outer.kind == "assign":
        return any(_called(work, site.file, binding.name) for binding in outer.bindings)
    return False


def _assigned(work: Work, site: Site, name: str) -> bool:
    facts = work.program.facts(site.file)
    written = [one for one in facts.occurrences(name) if one.role == "write"] if facts is not None else []
    return any(
        one.class_at == site.class_at and one.target is not None and one.target.root == "this" for one in written
    )


def _called(work: Work, file: str, name: str) -> bool:
    """Is a function called by its name, here or elsewhere? Its own declaration does not count."""
    facts = work.program.facts(file)
    here = facts.occurrences(name) if facts is not None else ()
    if any(one.use is not None and one.use.kind == "call" for one in here if one.role == "reference"):
        return True
    return any(
        other != file and not work.is_test(other) for other in work.program.holding(f"{name}(", work.program.files)
    )


def _parameter(work: Work, site: Site, value: Meaning, declared: Declared) -> None:
    """A parameter that is a function gives what its own parameters are to the functions that callers write
    there.
    """
    first = declared.path[0] if declared.path else ""
    if not first.startswith(PARAMETER):
        work.bind(site, declared.bindings, value, TYPED)
    elif declared.outer is not None:
        inner = value.steps[first]
        step = f"@given{declared.index}.{first.removeprefix(PARAMETER)}"
        uses.use(work, site, inner.holding(step), declared.outer)


def _field(work: Work, site: Site, value: Meaning, declared: Declared) -> None:
    work.bind(site, declared.bindings, value, TYPED)
    work.add(Field(site.file, site.class_at, declared.name, declared.access or "public", value))


def _variable(work: Work, site: Site, value: Meaning, declared: Declared) -> None:
    work.bind(site, declared.bindings, value, TYPED)


def _returned(work: Work, site: Site, value: Meaning, declared: Declared) -> None:
    if declared.outer is not None:
        uses.use(work, site, value.holding(CALL), declared.outer)


def _owner(work: Work, site: Site, value: Meaning, declared: Declared) -> None:
    """An interface or type alias that has such a member, or is another name for the type."""
    holder = value if value.loose else value.holding(NEW)
    work.add(Bound(site.file, declared.name, declared.at, holder))


def _asserted(work: Work, site: Site, value: Meaning, declared: Declared) -> None:
    if declared.outer is not None:
        uses.use(work, site, value, declared.outer)


def _argument(work: Work, site: Site, value: Meaning, declared: Declared) -> None:
    """`container.get<Client>(…)`."""
    last = declared.name.rsplit(".", 1)[-1]
    if declared.outer is None:
        return
    names = known()
    if last in names.getters or last in names.injects:
        uses.use(work, site, value, declared.outer)
    elif last in names.contexts:
        uses.use(work, site, value.holding(TOKEN), declared.outer)


def _nothing(_work: Work, _site: Site, _value: Meaning, _declared: Declared) -> None:
    return


_GIVES: dict[str, Callable[[Work, Site, Meaning, Declared], None]] = {
    "parameter": _parameter,
    "field": _field,
    "variable": _variable,
    "return": _returned,
    "owner": _owner,
    "value": _asserted,
    "argument": _argument,
    "other": _nothing,
}
