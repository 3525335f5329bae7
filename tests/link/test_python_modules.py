"""What Python imports mean in a tree, and the folders that scripts put on `sys.path`."""

# ruff: noqa: E501 - a table reads by rows

from __future__ import annotations

import pytest

from audit.extract.python.file import PythonFile, read
from audit.link.python_modules import Found, PythonModules
from audit.link.python_paths import added_paths

FILES = (
    "app/__init__.py", "app/core.py", "app/inner/__init__.py", "app/inner/deep.py", "app/spare/alone.py",
    "jobs/check/engine.py", "jobs/check/main.py", "jobs/json.py", "scripts/run.py", "src/pkg/__init__.py", "src/pkg/part.py",
    "other/lib/unique/__init__.py", "one/twice.py", "two/twice.py", "readme.md",
)  # fmt: skip


@pytest.mark.parametrize(
    ("importer", "module", "name", "expected"),
    [
        ("app/core.py", ".inner", "deep", Found("app/inner/deep.py", whole=True)),
        ("app/core.py", ".inner", "thing", Found("app/inner/__init__.py", whole=False)),
        ("app/inner/deep.py", "..core", "f", Found("app/core.py", whole=False)),
        ("app/inner/deep.py", ".", "deep", Found("app/inner/deep.py", whole=True)),
        ("app/inner/__init__.py", ".deep", "f", Found("app/inner/deep.py", whole=False)),
        ("app/core.py", "....x", "f", None),
        ("scripts/run.py", "app.inner.deep", "*", Found("app/inner/deep.py", whole=True)),
        ("scripts/run.py", "app.spare", "alone", Found("app/spare/alone.py", whole=True)),
        ("scripts/run.py", "app.spare", "missing", None),
        ("jobs/check/main.py", "engine", "f", Found("jobs/check/engine.py", whole=False)),
        ("scripts/run.py", "engine", "f", Found("jobs/check/engine.py", whole=False)),
        ("app/core.py", "core", "f", None),
        ("scripts/run.py", "pkg", "part", Found("src/pkg/part.py", whole=True)),
        ("src/pkg/part.py", "pkg", "f", Found("src/pkg/__init__.py", whole=False)),
        ("scripts/run.py", "unique", "f", Found("other/lib/unique/__init__.py", whole=False)),
        ("scripts/run.py", "twice", "f", None),
        ("scripts/run.py", "json", "loads", None),
        ("jobs/tool.py", "json", "loads", Found("jobs/json.py", whole=False)),
        ("scripts/run.py", "httpx", "get", None),
    ],
)
def test_imports(importer, module, name, expected):
    assert PythonModules(FILES).find(importer, module, name) == expected


def test_folders_on_the_path_come_first():
    modules = PythonModules(("a/m.py", "b/m.py", "b/run.py"))
    assert modules.resolve("b/run.py", "m") == "b/m.py"
    assert modules.resolve("b/run.py", "m", roots=("a",)) == "a/m.py"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'jobs' / 'x'))", ("jobs/x",)),
        (
            "sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'jobs'))",
            ("jobs",),
        ),
        ("HERE = Path(__file__).parents[1]\nsys.path.append(f'{HERE}/lib')", ("lib",)),
        ("HERE = os.path.dirname(__file__)\nif HERE not in sys.path: sys.path.insert(0, HERE)", ("scripts",)),
        ("for p in ('a', 'b'): sys.path.insert(0, p)", ("b", "a")),
        ("sys.path += [str(Path(__file__).parent.joinpath('x', 'y'))]", ("scripts/x/y",)),
        ("sys.path[:0] = [os.path.dirname(__file__) + '/lib']", ("scripts/lib",)),
        ("sys.path.insert(0, str(Path(__file__).parent.parent))", ("",)),
        ("sys.path.insert(0, os.path.dirname(os.path.dirname(__file__)))", ("",)),
        ("sys.path.insert(0, '../../elsewhere')", ()),
        ("sys.path.insert(0, '/opt/lib')", ()),
        ("sys.path.insert(0, os.environ['LIB'])", ()),
        ("HERE = 'a'\nHERE = f()\nsys.path.insert(0, HERE)", ()),
        ("path.insert(0, 'a')", ()),
    ],
)
def test_folders_that_a_script_adds(text, expected):
    file = read(f"import sys, os\nfrom pathlib import Path\n{text}\n".encode())
    assert isinstance(file, PythonFile)
    units = range(len(file.outline().units))
    assert added_paths("scripts/run.py", (file.body(unit) for unit in units)) == expected
