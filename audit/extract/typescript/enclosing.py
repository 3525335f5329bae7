"""The name of the function in which a byte stands, qualified by its class and by the functions around it."""

from __future__ import annotations

from audit.extract.typescript.chain import FUNCTIONS, Chain
from audit.extract.typescript.patterns import dotted, member_key

_CLASSES = ("class_declaration", "abstract_class_declaration", "class")
_NAMING = {
    "variable_declarator": "name",
    "pair": "key",
    "public_field_definition": "name",
    "assignment_expression": "left",
}


def enclosing(chain: Chain) -> tuple[str, int, str]:
    """(qualified name of the innermost named function or "<module>", offset of the enclosing class or -1, its
    name).
    """
    names: list[str] = []
    function = False
    class_at, class_name = -1, ""
    for index in range(1, len(chain.nodes) - 1):
        kind = chain.types[index]
        if kind in FUNCTIONS:
            name = _name(chain, index)
            names.extend([name] if name else [])
            function = function or bool(name)
        elif kind in _CLASSES:
            class_at, class_name = chain.nodes[index].start_byte, _name(chain, index)
            names.extend([class_name] if class_name else [])
    return (".".join(names) if function else "<module>"), class_at, class_name


def _name(chain: Chain, index: int) -> str:
    """The function's or class's own name, or that of the variable, property or field it is the value of."""
    own = chain.nodes[index].child_by_field_name("name")
    if own is not None:
        return (own.text or b"").decode("utf-8", "replace")
    outer = chain.outside(index)
    holder, field = chain.nodes[outer - 1], _NAMING.get(chain.types[outer - 1])
    if field is None or chain.fields[outer] not in ("value", "right"):
        return ""
    named = holder.child_by_field_name(field)
    if named is None or named.type in ("object_pattern", "array_pattern", "computed_property_name"):
        return ""
    return dotted(named).rsplit(".", 1)[-1] or member_key(named).strip("*")
