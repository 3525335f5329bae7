"""What becomes of something with a meaning: a subject is hit, what leads to one is followed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts.names import CALL, DYNAMIC, NEW
from audit.find.names import arguments, classes, injection, lists
from audit.find.names.constants import constant
from audit.find.names.containers import known
from audit.find.names.declarations import named
from audit.find.names.meanings import Meaning
from audit.find.names.work import TYPED, Bound, Exported, Field, Site, Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.facts.names import Target, Use

_FORGOTTEN = ("", "exports", "module")
"""What is stored into these is followed elsewhere, or into nothing that has a name."""
_HANDED_ON = ("argument", "element", "property", "jsx", "other")


def use(work: Work, site: Site, meaning: Meaning, found: Use) -> None:
    """Follow one use of a value."""
    if any(step.startswith(DYNAMIC) and step != DYNAMIC for step in found.path):
        found = replace(found, path=tuple(constant(work.program, site.file, step) for step in found.path))
    if meaning.subject is not None and found.path[:1] == (NEW,):
        work.hit(site, site.at if site.at >= 0 else found.at, meaning.subject, "call", found)
    if found.kind == "extends":
        reached = meaning.after(found.path)
        if reached is not None:
            classes.derived(work, site, reached[0], found.callee_at, found)
        return
    reached = meaning.after(found.path)
    if reached is None:
        _beside(work, site, meaning, found)
        return
    here, rest = reached
    if here.subject is not None and NEW in here.steps and found.kind in _HANDED_ON:
        work.hit(site, found.at if found.path or site.at < 0 else site.at, here.subject, "reference", found)
    if here.subject is not None and NEW not in here.steps:
        _subject(work, site, here, rest, found)
    elif not _exports(work, site, here, found):
        _HOLDS.get(found.kind, _nothing)(work, site, here, found)


def _beside(work: Work, site: Site, meaning: Meaning, found: Use) -> None:
    """Members that are not what is looked for: computed ones, and methods of arrays and promises."""
    if found.kind == "call" and found.path:
        holder = meaning.after(found.path[:-1])
        last = found.path[-1]
        if holder is not None and not holder[1] and DYNAMIC in holder[0].steps:
            _of_list(work, site, holder[0], found, last)
            return
        if holder is not None and not holder[1] and last in ("then", "finally", "catch", "tap"):
            _give(work, site, holder[0].holding("@given0.0"), found)
            return
    if DYNAMIC in found.path:
        until = meaning.after(found.path[: found.path.index(DYNAMIC)])
        if until is not None and until[0].live():
            work.lose(site, found.at, "a member is chosen by a computed name")


def _of_list(work: Work, site: Site, listed: Meaning, found: Use, method: str) -> None:
    """A method of a list whose elements hold the client."""
    step = lists.given(method)
    if step:
        _give(work, site, listed.steps[DYNAMIC].holding(step), found)
    gives = lists.method_gives(method, listed)
    if gives is not None and found.outer is not None:
        use(work, site, gives, found.outer)


def _subject(work: Work, site: Site, here: Meaning, rest: tuple[str, ...], found: Use) -> None:
    """A use of an audited function itself."""
    assert here.subject is not None
    if found.kind == "inspect" or (found.kind == "discard" and not rest) or rest[:1] == (NEW,):
        return
    if rest and rest[0] == "bind" and found.kind == "call" and found.outer is not None:
        _bound(work, site, here, found.outer)
        return
    if rest and rest[0] not in ("call", "apply"):
        work.reads(site, here.subject, rest)
        return
    if found.kind == "assign" and all(not binding.path for binding in found.bindings):
        _assigned(work, site, here, found)
        return
    if _exports(work, site, here, found):
        return
    applied = found.kind == "argument" and found.callee == "Reflect.apply" and found.index == 0
    kind = "call" if found.kind in ("call", "decorator") or applied else "reference"
    work.hit(site, found.at if found.path or site.at < 0 else site.at, here.subject, kind, found)


def _bound(work: Work, site: Site, here: Meaning, found: Use) -> None:
    """What `bind` gave: the function again, unless something is read from it."""
    if not found.path:
        _subject(work, site, here, (), found)


def _exports(work: Work, site: Site, here: Meaning, found: Use) -> bool:
    """`export { f as g }`, `export default f`, `exports.f = f`, `module.exports = { f }`: passed on under a
    name.
    """
    name = None
    if found.kind == "export":
        name = found.key
    elif found.kind == "store":
        name = _common_js_name(found.target)
    elif found.kind == "property" and found.outer is not None and found.outer.kind == "store":
        name = found.key if _common_js_name(found.outer.target) == "=" else None
    if name is None:
        return False
    work.add(Exported(site.file, name, here))
    return True


def _common_js_name(target: Target | None) -> str | None:
    """The exported name that an assignment to `exports.name`, `module.exports.name` or `module.exports`
    gives.
    """
    if target is None:
        return None
    path = target.path[1:] if target.root == "module" and target.path[:1] == ("exports",) else None
    if target.root == "exports":
        path = target.path
    if path is None or len(path) > 1:
        return None
    return path[0] if path else "="


def _assigned(work: Work, site: Site, here: Meaning, found: Use) -> None:
    work.bind(site, found.bindings, here)
    _given_on(work, site, here, found)


def _given_on(work: Work, site: Site, here: Meaning, found: Use) -> None:
    """`return (client ??= make())`: what is assigned is also the value of the expression."""
    if found.outer is not None:
        use(work, site, here, found.outer)


def _defaulted(work: Work, site: Site, here: Meaning, found: Use) -> None:
    work.bind(site, found.bindings, here)
    if found.key:  # a parameter that is a field of the class as well
        work.add(Field(site.file, site.class_at, found.key, "public", here))


def _stored(work: Work, site: Site, here: Meaning, found: Use) -> None:
    _given_on(work, site, here, found)
    target = found.target
    if target is None:
        return
    root = named(work.program, site.file, target.root, target.at) if target.root not in ("", "this") else None
    path = [constant(work.program, site.file, step) for step in target.path]
    if path and (target.root == "this" or (root is not None and root.type == "this")):
        for step in reversed(path[1:]):
            here = here.holding(step)
        work.add(Field(site.file, site.class_at, path[0], "public", here))
        return
    for step in reversed(path):
        here = here.holding(step)
    if root is not None:
        work.add(Bound(site.file, target.root, root.at, here, TYPED, site.came))
    if here.live() and target.root not in _FORGOTTEN and (root is None or root.shape in ("parameter", "import")):
        work.lose(site, found.at, "what holds the client is kept in an object that others have as well")


def _field(work: Work, site: Site, here: Meaning, found: Use) -> None:
    work.add(Field(site.file, site.class_at, found.key, "static" if found.static else "public", here))


def _property(work: Work, site: Site, here: Meaning, found: Use) -> None:
    if found.key in known().provides and injection.provided(work, site, here, found):
        return
    if found.outer is not None:
        use(work, site, here.holding(constant(work.program, site.file, found.key)), found.outer)


def _called(work: Work, site: Site, here: Meaning, found: Use) -> None:
    _give(work, site, here, found)
    result = here.steps.get(CALL)
    if result is not None and found.outer is not None:
        use(work, site, result, found.outer)


def _give(work: Work, site: Site, here: Meaning, found: Use) -> None:
    """What a function gives to the functions that its caller writes as arguments."""
    for given in found.given:
        if given.parameter < 0:
            arguments.give(work, site, here, found, given)
        value = here.steps.get(f"@given{given.argument}.{given.parameter}")
        if value is not None:
            work.bind(site, given.bindings, value)


def _returned(work: Work, site: Site, here: Meaning, found: Use) -> None:
    if found.outer is None:
        return
    if site.came is None or found.outer.kind not in ("assign", "field"):
        use(work, site, here.holding(CALL), found.outer)
    elif site.came.result is not None:
        use(work, site.came.site, here, site.came.result)


def _element(work: Work, site: Site, here: Meaning, found: Use) -> None:
    if found.outer is not None and here.live():
        use(work, site, here.holding(DYNAMIC), found.outer)


def _spread(work: Work, site: Site, here: Meaning, found: Use) -> None:
    if found.outer is not None:
        use(work, site, here.without(tuple(key for key, _ in found.beside)), found.outer)


def _escaped(work: Work, site: Site, here: Meaning, found: Use) -> None:
    if here.live():
        work.lose(site, found.at, "what holds the client goes where it is not followed")


def _nothing(_work: Work, _site: Site, _here: Meaning, _found: Use) -> None:
    return


_HOLDS: dict[str, Callable[[Work, Site, Meaning, Use], None]] = {
    "assign": _assigned,
    "default": _defaulted,
    "store": _stored,
    "field": _field,
    "property": _property,
    "argument": arguments.follow,
    "call": _called,
    "return": _returned,
    "element": _element,
    "spread": _spread,
    "other": _escaped,
    "jsx": _escaped,
}
