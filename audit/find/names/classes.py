"""Classes: their own members, what they extend and implement, what extends them, and members of their
instances.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.names import NEW
from audit.find.names import uses
from audit.find.names.declarations import Class, class_named, lineage
from audit.find.names.meanings import SUBCLASS
from audit.find.names.work import Bound, Field, Site, Work, site_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.facts.names import Occurrence, Use
    from audit.extract.facts.outline import ClassHead
    from audit.find.names.meanings import Meaning

_HIDDEN = ("private", "@own")


def follow(work: Work, file: str, head: ClassHead, meaning: Meaning) -> None:
    """Uses inside the class itself, and types that its instances have."""
    instance = meaning.steps[NEW]
    for name, member in sorted(instance.steps.items()):
        work.add(Field(file, head.start, name, "@own", member))
    for name in (*head.implements, *head.extends):
        base = class_named(work.program, file, name)
        if base is not None:
            _as_base(work, base, instance)


def follow_member(work: Work, item: Field) -> None:
    """Uses through `this`, and through instances where others can see the member."""
    facts = work.program.facts(item.file)
    if facts is None:
        return
    for found in facts.occurrences(item.name):
        if found.class_at == item.class_at and _is_read_from_this(found, facts.occurrences):
            work.resolved.add((item.file, found.at))
            _read(work, item, found)
    head = next((head for head in facts.outline().classes if head.start == item.class_at), None)
    if head is None or item.access in _HIDDEN or item.name.startswith("#"):
        return
    if item.access == "protected":
        work.add(Bound(item.file, head.name, head.at, item.meaning.holding(item.name).holding(SUBCLASS)))
    elif item.access == "static":
        work.add(Bound(item.file, head.name, head.at, item.meaning.holding(item.name)))
    else:
        work.add(Bound(item.file, head.name, head.at, item.meaning.holding(item.name).holding(NEW)))


def derived(work: Work, site: Site, meaning: Meaning, start: int, found: Use | None = None) -> None:
    """A class or interface that starts at `start` extends something: what it does not override is inherited."""
    file, head = site.file, _starting(work, site.file, start)
    if not (NEW in meaning.steps or SUBCLASS in meaning.steps):
        return
    if head is None or not head.name:
        if found is not None:
            _without_place(work, site, meaning, found)
        return
    if SUBCLASS in meaning.steps:
        for name, member in sorted(meaning.steps[SUBCLASS].steps.items()):
            if name not in head.members:
                work.add(Field(file, head.start, name, "protected", member))
        return
    if head.interface:
        work.add(Bound(file, head.name, head.at, meaning))
        return
    for name in head.members:
        inherited = meaning.steps[NEW].steps.get(name)
        if inherited is not None:
            _super_calls(work, file, head, name, inherited)
    if not meaning.loose:  # what others extend as well is no client
        work.add(Bound(file, head.name, head.at, meaning.subclass(head.members)))


def _without_place(work: Work, site: Site, meaning: Meaning, found: Use) -> None:
    """A class that stands in an expression or in a function: what it inherits is used in it, and it is used itself."""
    if NEW not in meaning.steps:
        return
    own = tuple(key for key, _ in found.beside)
    for name, member in sorted(meaning.steps[NEW].without(own).steps.items()):
        work.add(Field(site.file, found.callee_at, name, "@own", member))
    if meaning.loose:  # what others extend as well is no client
        return
    work.bind(site, found.bindings, meaning.subclass(own))
    if found.outer is not None:
        uses.use(work, site, meaning.subclass(own), found.outer)


def _as_base(work: Work, base: Class, instance: Meaning) -> None:
    """Whatever is typed as the base may be an instance of the class, as far as the base has the members."""
    known = {name for one in lineage(work.program, base) for name in one.head.members}
    kept = instance.without(tuple(name for name in instance.steps if name not in known))
    if kept.steps:
        work.add(Bound(base.file, base.head.name, base.head.at, kept.typed()))


def _is_read_from_this(found: Occurrence, named: Callable[[str], tuple[Occurrence, ...]]) -> bool:
    """Is a member read from `this`, or from a name that was given it (`const self = this`)?"""
    target = found.target
    if target is None or target.path:
        return False
    if target.root in ("this", "super"):
        return True
    known = {one.at: one for one in named(target.root)} if target.root else {}
    root = known.get(target.at)
    declared = known.get(root.bound) if root is not None else None
    return declared is not None and declared.type == "this" and declared.class_at == found.class_at


def _read(work: Work, item: Field, found: Occurrence) -> None:
    if found.role in ("member", "key") and found.use is not None:
        uses.use(work, site_of(item.file, found), item.meaning, found.use)
    elif found.role == "declaration":
        work.add(Bound(item.file, item.name, found.at, item.meaning))


def _super_calls(work: Work, file: str, head: ClassHead, name: str, member: Meaning) -> None:
    facts = work.program.facts(file)
    for found in facts.occurrences(name) if facts is not None else ():
        from_super = found.target is not None and found.target.root == "super" and not found.target.path
        if found.class_at == head.start and from_super and found.use is not None:
            work.resolved.add((file, found.at))
            uses.use(work, site_of(file, found), member, found.use)


def _starting(work: Work, file: str, start: int) -> ClassHead | None:
    facts = work.program.facts(file)
    heads = facts.outline().classes if facts is not None else ()
    return next((head for head in heads if start in (head.start, head.at)), None)
