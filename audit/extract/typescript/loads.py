"""Modules that an expression or a type loads, wherever it stands, and what becomes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from audit.extract.facts.names import NEW, Use
from audit.extract.facts.outline import Load
from audit.extract.typescript.chain import FUNCTIONS, Chain, chain_at, identifier_offsets
from audit.extract.typescript.enclosing import enclosing
from audit.extract.typescript.loaders import constant, loaders
from audit.extract.typescript.patterns import bindings_of, constant_string, dotted, parameters, values
from audit.extract.typescript.uses import use_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node, Tree

# Patterns that begin with a literal: the search for it runs at the speed of memory.
_LOADS = tuple(
    re.compile(word + rb"\s*+(?=[<(])")
    for word in (rb"import(?:Actual|Mock)?+", rb"require(?:Actual|Mock)?+", rb"createRequire")
)
_MOCKS = frozenset(("requireActual", "importActual", "requireMock", "importMock"))
_REPLACES = re.compile(rb"\.(?:mock|doMock)\s*(?=\()")
_ANNOTATED = ("required_parameter", "optional_parameter", "variable_declarator")


def loads(tree: Tree, source: bytes) -> Iterator[Load]:
    """Modules that are named in calls, in the order of the source: `require`, `import(…)`, and what mocks load."""
    made = loaders(source)
    named = (re.compile(re.escape(name) + rb"\s*+(?=[(])") for name in made)
    found = (match for pattern in (*_LOADS, *named) for match in pattern.finditer(source))
    for match in sorted(found, key=lambda one: one.start()):
        chain = chain_at(tree, match.start())
        index = chain.up(len(chain.nodes) - 1, "call_expression")
        if index < 0 or chain.types[-1] not in ("import", "identifier", "property_identifier"):
            continue
        call = chain.nodes[index]
        callee = dotted(call.child_by_field_name("function"))
        word = callee.rsplit(".", 1)[-1]
        arguments = call.child_by_field_name("arguments")
        first = arguments.named_children[0] if arguments is not None and arguments.named_children else None
        module = _specifier(first, source) if first is not None else None
        if module is None or match.group().strip().decode() != word:
            continue
        how: Literal["require", "import", "mock"]
        how = "mock" if word in _MOCKS else "import" if word == "import" else "require"
        if word == "require" and _shadowed(chain):
            continue
        yield _load(module, chain, index, how)


def _specifier(node: Node, source: bytes) -> str | None:
    """The module that an argument names: a text, or a constant of the file that holds one."""
    text = constant_string(node)
    held = constant(source, node.text or b"") if text is None and node.type == "identifier" else None
    return held.decode("utf-8", "replace") if held is not None else text


def _load(module: str, chain: Chain, index: int, how: Literal["require", "import", "mock"]) -> Load:
    call = chain.nodes[index]
    use = _typed(chain, index) if _is_type(chain, index) else use_of(chain, index)
    inside = replace(use, start=min(use.start, call.start_byte)) if use is not None else None
    name, class_at, _ = enclosing(chain)
    given = _loaded(how, inside) if inside is not None else None
    return Load(module, call.start_byte, call.start_byte, call.end_byte, how, given, name, class_at)


def originals(tree: Tree, source: bytes) -> Iterator[Load]:
    """`vi.mock("m", async (original) => …)`: calls of the factory's parameter load what the factory replaces."""
    for match in _REPLACES.finditer(source):
        chain = chain_at(tree, match.start() + 1)
        index = chain.up(len(chain.nodes) - 1, "call_expression")
        arguments = chain.nodes[index].child_by_field_name("arguments") if index >= 0 else None
        replaced, factory = [*values(arguments), None, None][:2] if arguments is not None else (None, None)
        given = parameters(factory) if factory is not None and factory.type in FUNCTIONS else []
        module = _replaced(replaced) if replaced is not None and given else None
        if module is not None and factory is not None and given[0][1].type == "identifier":
            yield from _called(tree, source, module, factory, given[0][1].text or b"")


def _replaced(node: Node) -> str | None:
    """The module's specifier, as a text or, for its type, as `import("m")`."""
    if node.type != "call_expression":
        return constant_string(node)
    callee, inner = node.child_by_field_name("function"), values(node.child_by_field_name("arguments"))
    return constant_string(inner[0]) if callee is not None and callee.type == "import" and inner else None


def _called(tree: Tree, source: bytes, module: str, factory: Node, name: bytes) -> Iterator[Load]:
    for at in identifier_offsets(source[factory.start_byte : factory.end_byte], name):
        chain = chain_at(tree, factory.start_byte + at)
        if len(chain.nodes) < 2 or chain.types[-2:] != ["call_expression", "identifier"]:
            continue
        if chain.fields[-1] == "function":
            yield _load(module, chain, len(chain.nodes) - 2, "mock")


def _typed(chain: Chain, index: int) -> Use | None:
    """`name: typeof import("m")` gives the module to the name, `name: import("m").Type` an instance."""
    holder = chain.nodes[index - 3]
    pattern = holder.child_by_field_name("pattern") or holder.child_by_field_name("name")
    if pattern is None or chain.types[index - 2] != "type_annotation" or chain.types[index - 3] not in _ANNOTATED:
        return None
    member = chain.nodes[index - 1].child_by_field_name("property")
    path = ((member.text or b"").decode("utf-8", "replace"), NEW) if member is not None else ()
    at, end = holder.start_byte, holder.end_byte
    return Use("assign", pattern.start_byte, at, end, path, bindings=bindings_of(pattern))


def _is_type(chain: Chain, index: int) -> bool:
    """`typeof import("m")`; `import("m").Type` is read as a member of a call."""
    around = chain.types[index - 1]
    return around == "type_query" or (around == "member_expression" and chain.types[index - 2] == "type_annotation")


def _shadowed(chain: Chain) -> bool:
    """Is `require` a parameter of a function around it?"""
    functions = (node for node, kind in zip(chain.nodes, chain.types, strict=True) if kind in FUNCTIONS)
    bound = (binding for node in functions for _, pattern in parameters(node) for binding in bindings_of(pattern))
    return any(binding.name == "require" for binding in bound)


def _loaded(how: str, use: Use) -> Use:
    """A required module is there at once, an imported one after an await, which is no step of the path."""
    if how == "require" or not use.path:
        return use
    return replace(use, path=use.path[1:] if use.path[0] == "@await" else use.path)
