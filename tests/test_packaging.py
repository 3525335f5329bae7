"""What is shipped: the built wheel holds the three packages, the rules and the schema, and starts."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import audit

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True)
    return next(folder.glob("ungated-*.whl"))


def test_the_wheel_holds_all_data_files(wheel):
    shipped = set(zipfile.ZipFile(wheel).namelist())
    data = {
        str(file.relative_to(ROOT))
        for package in ("audit", "rules", "reports")
        for suffix in ("py", "toml", "json", "typed", "js", "css")
        for file in (ROOT / package).rglob(f"*.{suffix}")
    }
    assert data <= shipped
    assert {name.split("/")[0] for name in shipped} == {
        "audit",
        "rules",
        "reports",
        f"ungated-{audit.__version__}.dist-info",
    }


def test_the_command_of_the_wheel_starts_without_the_checkout(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    asked = "import audit.cli, sys; sys.argv = ['ungated', '--version']; audit.cli.main()"
    shown = subprocess.run([sys.executable, "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert shown.stdout == f"ungated {audit.__version__}\n"


def test_the_version_is_stated_once_more_and_the_same():
    assert PROJECT["project"]["version"] == audit.__version__


@pytest.mark.parametrize("lock", ["tests/node/package-lock.json", "bench/package-lock.json"])
def test_npm_locks_name_no_registry(lock):
    assert '"resolved"' not in (ROOT / lock).read_text()


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.lock"), key=str))
def test_python_locks_hold_exact_versions_only(lock):
    pinned = [line for line in lock.read_text().splitlines() if not line.startswith("#")]
    assert pinned
    assert all(line.count("==") == 1 and " " not in line for line in pinned)
