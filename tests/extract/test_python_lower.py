"""Python lowered to the small language: each shape once, written out as compact text."""

# ruff: noqa: E501, ISC004 - a shape and what it becomes stand in one row

from __future__ import annotations

import msgspec
import pytest

from audit.extract.facts.code import Class, Declare, Function, Node, Stmt
from audit.extract.python.file import PythonFile, read

_DECODER = msgspec.msgpack.Decoder(tuple[Stmt, ...])
_DROPPED = {"at", "end"}


def lowered(text: str) -> tuple[Stmt, ...]:
    file = read(text.encode())
    assert isinstance(file, PythonFile)
    units = file.outline().units
    made = tuple(one for unit in range(len(units)) for one in file.body(unit))
    assert _DECODER.decode(msgspec.msgpack.encode(made)) == made
    return made


def shown(value: object) -> str:
    """A node as `tag(field, …)`, without offsets and without fields that have their default."""
    if isinstance(value, Node):
        given = [
            shown(getattr(value, one.name))
            for one in msgspec.structs.fields(value)
            if one.name not in _DROPPED and getattr(value, one.name) != one.default
        ]
        return f"{value.__struct_config__.tag}({', '.join(given)})"
    if isinstance(value, tuple):
        return f"[{', '.join(shown(one) for one in value)}]"
    return repr(value) if not isinstance(value, str) else value


def of(text: str) -> str:
    return " ".join(shown(one) for one in lowered(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.b['k'].c[0][n]", "do(index(index(get(get(get(name(a), b), k), c), lit(0)), name(n)))"),
        ("f(1, *p, k=v, **q)", "do(call(name(f), [lit(1), spread(name(p)), name(v), spread(name(q))], [k, **]))"),
        ("f(k=v, *p)", "do(call(name(f), [spread(name(p)), name(v)], [k]))"),
        ("x = y = 1", "do(assign(name(x), assign(name(y), lit(1))))"),
        ("x: int = 1", "declare(var, name(x), lit(1), int)"),
        ("x: int", "declare(var, name(x), None, int)"),
        ("o.x: int = 1", "do(assign(get(name(o), x), lit(1), int))"),
        ("type A = B | None", "declare(type, name(A), binary(|, name(B), lit(None)))"),
        ("x += 1", "do(assign(name(x), lit(1), +=))"),
        ("a, *b = v", "do(assign(array-pattern([name(a)], name(b)), name(v)))"),
        ("(n := f())", "do(assign(name(n), call(name(f), [])))"),
        ("a if t else b", "do(cond(name(t), name(a), name(b)))"),
        ("not a and b or None", "do(logical(||, logical(&&, unary(!, name(a)), name(b)), lit(None)))"),
        ("a is not None", "do(binary(!==, name(a), lit(None)))"),
        ("a not in b", "do(unary(!, binary(in, name(a), name(b))))"),
        ("-1", "do(lit(-1))"),
        ("f'{a}/x{b!r:>{w}}{{}}'", "do(template([, /x, {}], [name(a), name(b)]))"),
        ("'a' f'{b}' 'c'", "do(template([a, c], [name(b)]))"),
        ("f('a' 'b')", "do(call(name(f), [lit(ab)]))"),
        ("f(b'\\xff')", "do(call(name(f), [lit(ÿ, bytes)]))"),
        ("'%s' % a", "do(binary(%, lit(%s), name(a)))"),
        ("{'a': 1, k: v, **r}", "do(object([property(a, lit(1)), property(name(k), name(v)), property(None, name(r))]))"),
        ("[1, *a]", "do(array([lit(1), spread(name(a))]))"),
        ("a[1:n]", "do(call(get(name(a), slice), [lit(1), name(n)]))"),
        ("[f(x) for x in y if x]", "do(comprehension(list, call(name(f), [name(x)]), [[name(x), name(y)]], [name(x)]))"),
        ("{k: v for k, v in y}", "do(comprehension(dict, array([name(k), name(v)]), "
         "[[array-pattern([name(k), name(v)]), name(y)]], []))"),
        ("lambda q=1: q", "do(function(, lambda, [parameter(default(name(q), lit(1)), True)], [return(name(q))]))"),
        ("import a.b", "declare(import, name(a), import(lit(a)))"),
        ("import a.b as c", "declare(import, name(c), import(lit(a.b)))"),
        ("from ..x import y as z", "declare(import, name(z), get(import(lit(..x)), y))"),
        ("with f() as x, g(): h()", "block([do(assign(name(x), call(name(f), []))), do(call(name(g), [])), "
         "do(call(name(h), []))], 2)"),
        ("try: a()\nexcept E as e: b(e)\nelse: c()\nfinally: d()",
         "try([do(call(name(a), [])), do(call(name(c), []))], name(<caught>), [if(binary(catches, name(<caught>), "
         "name(E)), [declare(caught, name(e), name(<caught>)), do(call(name(b), [name(e)]))], [throw(None)])], "
         "[do(call(name(d), []))])"),
        ("try: a()\nexcept (A, m.B): b()\nexcept Exception as e: c(e)",
         "try([do(call(name(a), []))], name(<caught>), [if(logical(||, binary(catches, name(<caught>), name(A)), "
         "binary(catches, name(<caught>), get(name(m), B))), [do(call(name(b), []))], [declare(caught, name(e), "
         "name(<caught>)), do(call(name(c), [name(e)]))])], [])"),
        ("try: a()\nexcept Exception as e: b(e)",
         "try([do(call(name(a), []))], name(e), [do(call(name(b), [name(e)]))], [])"),
        ("for a in b:\n if c: break\nelse: d()",
         "loop(of, name(a), name(b), [if(name(c), [jump(break)], [])]) if(sequence([], False), "
         "[do(call(name(d), []))], [])"),
        ("for a in b: c()\nelse: d()", "loop(of, name(a), name(b), [do(call(name(c), []))]) block([do(call(name(d), []))])"),
        ("while a: break", "loop(while, None, name(a), [jump(break)])"),
        ("if a: b\nelif c: d\nelse: e", "if(name(a), [do(name(b))], [if(name(c), [do(name(d))], [do(name(e))])])"),
        ("assert a, m", "if(unary(!, name(a)), [throw(name(m))], [])"),
        ("raise E from e", "throw(name(E))"),
        ("del a.b", "do(unary(delete, get(name(a), b)))"),
        ("match v:\n case {'a': x, **r} if x: f()\n case _: g()",
         "do(assign(name(<subject>), name(v))) switch(name(<subject>), [case(lit(None, pattern), "
         "[do(assign(object-pattern([[a, name(x)]], name(r)), name(<subject>))), if(name(x), [do(call(name(f), []))], []), "
         "jump(break)]), case(None, [do(call(name(g), [])), jump(break)])])"),
        ("type X = int", "declare(type, name(X), name(int))"),
        ("'a docstring'", ""),
    ],
)  # fmt: skip
def test_shapes(text, expected):
    assert of(text) == expected


def test_a_function_has_its_parameters_and_says_what_it_is():
    (made,) = lowered("@d\nasync def f(a, /, b: int = 1, *c, k, **m) -> str:\n  global g\n  yield await a\n")
    assert isinstance(made, Declare)
    function = made.value
    assert isinstance(function, Function)
    assert (function.is_async, function.generator, function.returns) == (True, True, "str")
    assert [shown(one) for one in function.params] == [
        "parameter(name(a))", "parameter(default(name(b), lit(1)), int, True)", "parameter(name(c), True)",
        "parameter(name(k))", "parameter(object-pattern([], name(m)), True)",
    ]  # fmt: skip
    assert [shown(one) for one in function.body] == [
        "declare(global, name(g), None)",
        "do(yield(await(name(a))))",
    ]
    assert shown(function.decorators) == "[name(d)]"


def test_a_generator_is_one_by_its_own_yield():
    (made,) = lowered("def f():\n  def g():\n    yield 1\n  return lambda: (yield)\n")
    assert isinstance(made, Declare)
    assert isinstance(made.value, Function)
    assert not made.value.generator


def test_a_class_tells_receivers_from_parameters_and_instances_from_itself():
    (made,) = lowered(
        "class C(B, metaclass=M):\n"
        "  url: str = 'u'\n"
        "  n = 1\n"
        "  class In: pass\n"
        "  if n: m = 2\n"
        "  def __init__(self, a): self.a = a\n"
        "  @property\n"
        "  def p(self): return self.a\n"
        "  @p.setter\n"
        "  def p(self, v): pass\n"
        "  @classmethod\n"
        "  def c(cls): pass\n"
        "  @staticmethod\n"
        "  def s(a): pass\n"
    )
    assert isinstance(made, Declare)
    assert isinstance(made.value, Class)
    kinds = [(one.name, getattr(one, "kind", "field"), one.static) for one in made.value.members]
    assert kinds == [
        ("url", "field", False), ("n", "field", True), ("In", "field", True), ("", "static", True),
        ("__init__", "constructor", False), ("p", "get", False), ("p", "set", False), ("c", "method", False),
        ("s", "method", True),
    ]  # fmt: skip
    first = [one.params[0].type for one in made.value.members if isinstance(one, Function) and one.params]
    assert first == ["Self", "Self", "Self", "type[Self]", ""]


def test_what_annotated_adds_to_a_type_is_kept():
    (made,) = lowered("def f(db: Annotated[Db, Depends(connect)]): pass\n")
    assert isinstance(made, Declare)
    assert isinstance(made.value, Function)
    assert shown(made.value.params[0].decorators) == "[call(name(Depends), [name(connect)])]"


def test_a_chain_of_a_thousand_operands_is_not_known_rather_than_wrong():
    (made,) = lowered("x = " + " + ".join(["a"] * 990))
    assert "sequence([], False)" in shown(made)


def test_a_member_stands_at_its_name():
    (made,) = lowered("é.b.c\n")
    assert made == msgspec.convert(["do", 0, ["get", 5, ["get", 3, ["name", 0, "é"], "b"], "c"]], Stmt)
