"""The skeleton of a Python file."""

from __future__ import annotations

from audit.extract.facts.outline import Export, Import, Outline
from audit.extract.python.file import PythonFile, read


def outline(text: str) -> Outline:
    file = read(text.encode())
    assert isinstance(file, PythonFile)
    return file.outline()


def test_imports_from_wherever_they_stand():
    text = "import a.b\nfrom . import c as d\nfrom ..e import *\ndef f():\n  import g\n"
    assert outline(text).imports == (
        Import("a", "*", "a", 7), Import("a.b", "", "", 7), Import(".", "c", "d", 30), Import("..e", "*", "", 48),
        Import("g", "*", "g", 68),
    )  # fmt: skip


def test_everything_at_the_top_is_exported_also_from_conditions_and_functions():
    text = "import a\nif a: b = 1\nelse: b = 2\ndef f():\n  global c\n  c = d = 1\nclass K: e = 1\nfrom m import *\n"
    made = outline(text).exports
    assert [one.name for one in made] == ["a", "b", "f", "c", "K", "*"]
    assert made[-1] == Export("*", "", text.index("*"), "m", "*")
    assert all(one.local == one.name and not one.module for one in made[:-1])


def test_units_are_the_statements_at_the_top_with_their_decorators():
    text = "'doc'\nx = y = 1; f()\n@d\nasync def g(): pass\n\nclass C:\n  pass\n\nif x:\n  z = 1\n"
    made = [(one.name, one.kind, text[one.start : one.end].strip()) for one in outline(text).units]
    assert made == [
        ("", "statement", "'doc'"), ("x,y", "variable", "x = y = 1"), ("", "statement", "f()"),
        ("g", "function", "@d\nasync def g(): pass"), ("C", "class", "class C:\n  pass"),
        ("", "statement", "if x:\n  z = 1"),
    ]  # fmt: skip


def test_classes_with_bases_and_members():
    text = "@d\nclass C(B[int], m.A, metaclass=M):\n  x: int\n  y = 1\n  def f(self): self.z = 1\n  class I: pass\n"
    outer, inner = outline(text).classes
    assert (outer.name, outer.start, outer.extends) == ("C", 3, ("B", "m.A"))
    assert (outer.members, inner.name) == (("x", "y", "f", "I"), "I")


def test_modules_loaded_by_name():
    text = "import importlib\nm = importlib.import_module('a.b')\n"
    (one,) = outline(text).loads
    assert (one.module, one.how, text[one.start : one.end]) == (
        "a.b",
        "import",
        "importlib.import_module('a.b')",
    )
    assert one.use is not None
    assert one.use.kind == "assign"
