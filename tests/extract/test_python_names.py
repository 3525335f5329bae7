"""Occurrences of a name in a Python file: role, what it is bound to, and what becomes of its value."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.extract.facts.names import Binding, Given, Occurrence, Parameter, Target
from audit.extract.python.file import PythonFile, read


def parsed(text: str) -> PythonFile:
    file = read(text.encode())
    assert isinstance(file, PythonFile)
    return file


def found(text: str, name: str) -> tuple[Occurrence, ...]:
    return parsed(text).occurrences(name)


def roles(text: str, name: str) -> list[tuple[int, str, int]]:
    """(offset, role, bound) of every occurrence."""
    return [(one.at, one.role, one.bound) for one in found(text, name)]


def use(text: str, name: str = "f"):
    """The use of the last occurrence."""
    made = found(text, name)[-1].use
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("f", ("discard", (), "")),
        ("f()", ("call", (), "discard")),
        ("f.a['b'][0][k].c()", ("call", ("a", "b", "0", "*k", "c"), "discard")),
        ("x = await f.a()", ("call", ("a",), "assign")),
        ("g(1, f)", ("argument", (), "discard")),
        ("g(*f)", ("spread", (), "discard")),
        ("x = f.a", ("assign", ("a",), "")),
        ("x = a if t else f", ("assign", (), "")),
        ("x = f or a", ("assign", (), "")),
        ("x = f and a", ("inspect", (), "")),
        ("o.x = f", ("store", (), "")),
        ("x: T = f", ("assign", (), "")),
        ("x += f", ("assign", (), "")),
        ("(x := f)", ("assign", (), "discard")),
        ("for x in f: pass", ("assign", (), "")),
        ("[x for x in f]", ("assign", (), "")),
        ("[f for x in y]", ("element", (), "discard")),
        ("with f as x: pass", ("assign", (), "")),
        ("with f: pass", ("inspect", (), "")),
        ("x = {'k': f, 's': 'v'}", ("property", (), "assign")),
        ("x = {**f}", ("spread", (), "assign")),
        ("x = [f]", ("element", (), "assign")),
        ("x = [*f]", ("spread", (), "assign")),
        ("def g(): return f", ("return", (), "assign")),
        ("def g(): yield f", ("return", (), "assign")),
        ("class C:\n def g(self): return f", ("return", (), "field")),
        ("class C:\n @property\n def g(self): return f", ("field", (), "")),
        ("class C:\n x = f", ("field", (), "")),
        ("class C(f): pass", ("extends", (), "")),
        ("x = lambda: f", ("return", (), "assign")),
        ("def g(a=f): pass", ("default", (), "")),
        ("@f\ndef g(): pass", ("decorator", (), "")),
        ("@f.get('/')\ndef g(): pass", ("call", ("get",), "decorator")),
        ("if f: pass", ("inspect", (), "")),
        ("f == 1", ("inspect", (), "")),
        ("x = f + 'a'", ("inspect", (), "")),
        ("x = f'{f}'", ("inspect", (), "")),
        ("raise E from f", ("other", (), "")),
    ],
)
def test_uses(text, expected):
    made = use(text)
    assert (made.kind, made.path, made.outer.kind if made.outer else "") == expected


def test_arguments_say_to_whom_and_where():
    made = use("a.b(0, f.c)")
    assert (made.callee, made.callee_at, made.index, made.key, made.path) == ("a.b", 2, 1, "", ("c",))
    made = use("a.b(0, k=f)")
    assert (made.index, made.key) == (-1, "k")


def test_bindings_say_what_is_read_first():
    assert use("(a, (b, *c)) = f").bindings == (
        Binding("a", 1, ("[0]",)), Binding("b", 5, ("[1]", "[0]")), Binding("c", 9, ("[1]", "...")),
    )  # fmt: skip
    assert use("for a in f: pass").bindings == (Binding("a", 4, ("*",)),)
    assert use("a = b.c = f").bindings == (Binding("a", 0),)
    assert use("a = b.c = f").target == Target("b", 4, ("c",))


def test_entries_beside_and_functions_given():
    assert use("x = {'k': f, 's': 'v', 'n': a.b}").beside == (("k", "f"), ("s", "'v'"), ("n", "a.b"))
    assert use("f(1, lambda a, b: 0)").given == (
        Given(1, 0, (Binding("a", 12),)), Given(1, 1, (Binding("b", 15),)),
    )  # fmt: skip


def test_another_value_may_stand_in_its_place():
    assert use("x = f if t else a").maybe
    assert use("x = a or f").maybe
    assert not use("x = f").maybe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("os.environ['URL']", [("member", "os")]),
        ("os.environ.get('URL')", [("text", "")]),
        ("NAME = 'URL'", [("text", "")]),
        ("s.URL", [("member", "s")]),
        ("s.URL = 1", [("write", "s")]),
        ("s['URL'] = 1", [("write", "s")]),
        ("f(URL=1)", [("key", "")]),
        ("class S:\n URL: str = ''", [("key", "S")]),
        ("class S:\n def m(self): return self.URL", [("member", "this")]),
        ("class S:\n @staticmethod\n def m(s): return s.URL", [("member", "s")]),
        ("super().URL()", [("member", "super")]),
        ("'the URL'", []),
        ("f'{URL}'", [("reference", "")]),
    ],
)
def test_environment_variables_are_seen(text, expected):
    made = [(one.role, one.target.root if one.target else "") for one in found(text, "URL")]
    assert made == expected


def test_scopes_of_functions_classes_and_comprehensions():
    text = "x = 1\nclass C:\n x = 2\n y = x\n def f(self): return x\n[x for x in x]\ndef g(a=x, *, b: x): x = a\n"
    assert roles(text, "x") == [
        (0, "declaration", 0),
        (16, "key", 16),
        (27, "reference", 16),  # in the class body itself
        (50, "reference", 0),  # a method does not see the class's names
        (53, "reference", 59),
        (59, "declaration", 59),
        (64, "reference", 0),  # the first source is evaluated outside
        (75, "reference", 0),  # so are defaults
        (84, "type", 0),  # and types
        (88, "declaration", 88),
    ]


def test_global_and_nonlocal_names():
    text = "x = 1\ndef f():\n global x\n x = 2\n def g():\n  nonlocal y\n  y = 3\n y = 0\n"
    assert roles(text, "x") == [(0, "declaration", 0), (23, "reference", 0), (26, "write", 0)]
    (_, _, named), (at, role, bound), (_, last, _) = roles(text, "y")
    assert (role, last, named, bound) == ("declaration", "write", at, at)


def test_a_walrus_binds_outside_of_its_comprehension():
    assert roles("[y for x in z if (y := x)]\ny", "y") == [
        (1, "reference", 18),
        (18, "declaration", 18),
        (27, "reference", 18),
    ]


def test_an_import_comes_before_what_stands_in_for_it():
    text = "try:\n from m import f\nexcept ImportError:\n def f(): pass\nf()\n"
    assert [(one.role, one.bound == one.at) for one in found(text, "f")][:2] == [
        ("import", True),
        ("declaration", True),
    ]
    assert found(text, "f")[-1].bound == found(text, "f")[0].at


def test_imports_bind_their_local_name():
    text = "import a.b\nimport a.b as c\nfrom a import b as d, e\n"
    assert roles(text, "a") == [(7, "import", 7), (18, "key", -1), (32, "key", -1)]
    assert [role for _, role, _ in roles(text, "b")] == ["key", "key", "key"]
    assert [role for _, role, _ in roles(text, "d") + roles(text, "e") + roles(text, "c")] == ["import"] * 3


def test_assignments_after_the_first_are_writes_with_the_span_they_rule():
    text = "x = 1\nfor i in y:\n  if i:\n    x = 2\n    f(x)\n"
    first, second, last = found(text, "x")
    assert (first.role, second.role, last.bound) == ("declaration", "write", first.at)
    assert second.bound == first.at
    assert text[slice(*second.scope)].strip() == "f(x)"
    assert text[slice(*second.loop)].startswith("for i")


def test_declarations_tell_parameters_strings_and_types():
    text = "def f(a, *, b=1): pass\nx: Client | None = g()\ny = m.Client()\nz = 'text'\n"
    (f,), (x,), (y,), (z,) = (found(text, name) for name in ("f", "x", "y", "z"))
    assert f.params == (Parameter((Binding("a", 6),)), Parameter((Binding("b", 12),)))
    assert (x.type, y.type, z.value) == ("Client", "m.Client", "text")


def test_receivers_do_not_count_as_parameters():
    text = "class C:\n def m(self, a): pass\n @staticmethod\n def s(b): pass\n"
    assert [one.params for one in found(text, "m")] == [(Parameter((Binding("a", 22),)),)]
    (a,), (b,) = found(text, "a"), found(text, "b")
    assert a.use is not None
    assert b.use is not None
    assert (a.use.kind, a.use.key, a.use.index, b.use.index, b.use.static) == ("field", "m", 0, 0, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def g(a: T): pass", ("parameter", "a", (), ())),
        ("def g(a: 'T'): pass", ("parameter", "a", (), ())),
        ("def g(a: Optional[list[T]]): pass", ("parameter", "a", (), ("<list>",))),
        ("def g(a: T.Inner): pass", ("parameter", "a", ("Inner",), ())),
        ("def g() -> Awaitable[T]: pass", ("return", "g", (), ("<Awaitable>",))),
        ("x: T", ("variable", "x", (), ())),
        ("class C:\n x: T", ("field", "x", (), ())),
        ("class C:\n def f(self): self.x: T = 1", ("field", "x", (), ())),
        ("class C:\n @property\n def x(self) -> T: pass", ("field", "x", (), ())),
    ],
)
def test_types_say_what_they_are_given_to(text, expected):
    (one,) = found(text, "T")
    assert one.role == "type"
    assert one.declared is not None
    assert (one.declared.kind, one.declared.name, one.declared.read, one.declared.path) == expected


def test_a_call_in_an_annotation_holds_values():
    (one,) = found("def g(a: Annotated[int, Depends(connect)]): pass", "connect")
    assert one.role == "reference"
    assert one.use is not None
    assert (one.use.kind, one.use.callee) == ("argument", "Depends")


def test_the_enclosing_function_is_qualified():
    text = "class C:\n def m(self):\n  def inner(): x\n  return x\ng = lambda: x\nx\n"
    assert [one.enclosing for one in found(text, "x")] == ["C.m.inner", "C.m", "g", "<module>"]
    inner = found(text, "x")[0]
    assert (inner.class_at, inner.class_name, inner.function) == (0, "C", text.index("def inner"))


_WORDS = st.sampled_from(["x", "é", "'é'", "'x'", "f(x)", "[x for x in x]", "{x: 'é'}", "x.x", "x['x']", "# é", "''"])


@settings(max_examples=150)
@given(
    st.lists(_WORDS, max_size=8),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["\n", "\r\n", "\r", "\n\n\f"]),
)
def test_the_name_stands_at_its_offset(lines, mark, end):
    """Also after text that takes more bytes than characters, and whatever ends the lines."""
    source = (mark + end.join([*lines, "x = 'x'", ""])).encode()
    file = read(source)
    assert isinstance(file, PythonFile)
    assert not file.outline().damaged
    for name in ("x", "é"):
        places = [one.at for one in file.occurrences(name)]
        assert all(source[at:].startswith(name.encode()) for at in places)
        assert places == sorted(set(places))
    assert len(file.occurrences("x")) == sum(line.count("x") for line in lines) + 2
