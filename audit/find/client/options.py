"""Where an export takes its options object and its flag."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.extract.facts.code import Default, Function, Name, Object, ObjectPattern
from audit.find.client.forwarding import Place
from audit.find.inside.values import ELEMENT

if TYPE_CHECKING:
    from audit.extract.facts.code import Parameter
    from audit.find.client.subjects import Export, Inside

_PLAIN = re.compile(
    r"^(string|number|boolean|bigint|symbol|unknown|any|null|undefined|true|false|Date|Buffer|URL|AbortSignal|RegExp"
    r"|Uint8Array|readonly|(Readonly)?Array|Set|Map|Iterable|ReadonlySet|ReadonlyMap|['\"`\d-])(?![\w$])"
)
_SPOKEN = re.compile(r"^(opts?|options?|config|init|settings|params?)$|(Opts|Options|Config|Init)$")


def places_of(inside: Inside, export: Export, flags: frozenset[str]) -> frozenset[Place]:
    """The parameters from which flag, bypass or label are read; else a last one that is for options."""
    reads = [read for read in inside.summaries.of(export.key).reads if ELEMENT not in read.origin.path]
    found = {
        Place(read.origin.position, read.origin.path[:-1])
        if read.origin.path
        else Place(read.origin.position, (), flag=read.name in flags)
        for read in reads
    }
    node = inside.graph.code.declared(export.key)
    if not found and isinstance(node, Function) and node.params:
        last = len(node.params) - 1
        if _is_options(node.params[last], last):
            found.add(Place(last))
    return frozenset(found)


def _is_options(parameter: Parameter, index: int) -> bool:
    """An object that may be left out, or that is called what such objects are called."""
    given = parameter.target
    target, default = (given.target, given.value) if isinstance(given, Default) else (given, None)
    kind = parameter.type.strip()
    if parameter.rest or kind.endswith("]") or "=>" in kind.split("{")[0] or _PLAIN.match(kind):
        return False
    if index == 0 and default is None and not parameter.optional:
        return False  # the one object that holds all arguments
    name = target.name if isinstance(target, Name) else ""
    if isinstance(default, Object) or _SPOKEN.search(name):
        return True
    typed = bool(kind) and (parameter.optional or default is not None)
    return typed or (isinstance(target, ObjectPattern) and (index > 0 or default is not None))
