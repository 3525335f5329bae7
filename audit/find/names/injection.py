"""Dependency injection by token: what a module provides for it, and where it is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.find.names import uses
from audit.find.names.containers import known
from audit.find.names.declarations import Declaration, declaration
from audit.find.names.meanings import TOKEN
from audit.find.names.work import Bound, Field, Site, Work, site_of
from audit.link.questions import matches

if TYPE_CHECKING:
    from audit.extract.facts.names import Use
    from audit.find.names.meanings import Meaning

_NAME = re.compile(r"[A-Za-z_$][\w$]*")


def provided(work: Work, site: Site, here: Meaning, use: Use) -> bool:
    """`{ provide: TOKEN, useClass: Client }`: whatever is injected for the token is an instance. Is it such a
    thing?
    """
    names = known()
    token = next((text for key, text in use.beside if key in names.tokens), "")
    token = token or _registered_for(work, site, use.outer, names.registering)
    return bool(token) and _provide(work, site, here, names.provides[use.key], token)


def registered(work: Work, site: Site, here: Meaning, use: Use) -> bool:
    """`bind(TOKEN).to(Client)`, `registerSingleton("name", Client)`: the same in one call. Is it such a one?"""
    names = known()
    row = names.registers[use.callee.rsplit(".", 1)[-1]]
    pattern = names.bound if row.token else names.registering
    token = _registered_for(work, site, use, pattern) if use.index == row.argument else ""
    return bool(token) and _provide(work, site, here, row.step, token)


def _registered_for(work: Work, site: Site, use: Use | None, pattern: re.Pattern[bytes]) -> str:
    """The token that a call registers something for, as it is written."""
    if use is None or use.kind != "argument" or "." not in use.callee:
        return ""
    found = pattern.search(work.program.text(site.file, use.start, use.end))
    return found[1].decode("utf-8", "replace").replace('"', "'").replace("`", "'") if found is not None else ""


def _provide(work: Work, site: Site, here: Meaning, step: str, token: str) -> bool:
    given = here.steps.get(TOKEN, here.steps.get(step)) if step else here
    if given is None:
        return False
    if token.startswith("'"):
        _string_token(work, token.strip("'"), given)
        return True
    root, *members = token.split(".")
    place = _token(work, site.file, root)
    if place is None:
        return False
    meaning = given.holding(TOKEN)
    for member in reversed(members):
        meaning = meaning.holding(member)
    work.add(Bound(place.file, place.name, place.at, meaning))
    return True


def injected(work: Work, site: Site, instance: Meaning, asked: Use) -> None:
    """What `@Inject(TOKEN)` decorates, or `inject(TOKEN)` gives."""
    if asked.kind != "decorator":
        uses.use(work, site, instance, asked)
        return
    work.bind(site, asked.bindings, instance)
    if asked.key:
        work.add(Field(site.file, site.class_at, asked.key, "private", instance))


def is_provided(work: Work, token: str) -> bool:
    """Does any module say what a token stands for? A class as the token stands for itself."""
    quoted = token.startswith("'")
    written = (
        re.escape(token[1:-1]).encode().join((b"['\"]", b"['\"]")) if quoted else re.escape(token).encode() + rb"\b"
    )
    pattern = re.compile(rb"(?:" + "|".join(sorted(known().tokens)).encode() + rb"):\s*" + written)
    files = work.program.holding(token.strip("'").rsplit(".", 1)[-1], work.program.files)
    return any(work.program.ask(one, matches, pattern) for one in files)


def _token(work: Work, file: str, name: str) -> Declaration | None:
    return declaration(work.program, file, name) if _NAME.fullmatch(name) else None


def _string_token(work: Work, token: str, given: Meaning) -> None:
    quoted = [file for sign in "'\"`" for file in work.program.holding(f"{sign}{token}{sign}", work.program.files)]
    for file in dict.fromkeys(quoted):
        facts = work.program.facts(file)
        for found in facts.occurrences(token) if facts is not None else ():
            use = found.use
            if found.role != "text" or use is None or use.outer is None:
                continue
            last = use.callee.rsplit(".", 1)[-1]
            if use.kind == "argument" and (last in known().injects or last in known().getters):
                injected(work, site_of(file, found), given, use.outer)
            elif use.kind == "property" and use.key in known().provides:
                provided(work, site_of(file, found), given.holding(TOKEN), use)
