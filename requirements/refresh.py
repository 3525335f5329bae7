"""Writes the lock files anew from the ranges in pyproject.toml: `make lock`.

Run it with the oldest supported Python, since that one needs the most packages. The locks hold exact versions
without hashes: pip knows only the hashes of the files it would take on the machine that runs this, and they
would shut out every other one. Each lock is complete and is installed with `--no-deps`; all are resolved
against one set of versions. Nothing is installed here and no address of a registry is written.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HEAD = "# Exact versions of everything that is installed for `{name}`; `make lock` writes this file.\n"


def main() -> None:
    """Resolve everything at once, then each lock within those versions."""
    wanted = _wanted(tomllib.loads((HERE.parent / "pyproject.toml").read_text()))
    everything = _resolved(sorted({requirement for lock in wanted.values() for requirement in lock}), None)
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as versions:
        versions.write("\n".join(everything))
        versions.flush()
        for name, requirements in wanted.items():
            lines = _resolved(requirements, Path(versions.name))
            (HERE / f"{name}.lock").write_text(HEAD.format(name=name) + "\n".join(lines) + "\n")


def _wanted(project: dict[str, Any]) -> dict[str, list[str]]:
    run = project["project"]["dependencies"]
    groups = {name: _group(project["dependency-groups"], name) for name in ("test", "lint")}
    return {
        "build": project["build-system"]["requires"],
        "run": run,
        "test": [*run, *groups["test"]],
        "lint": [*run, *groups["lint"]],
    }


def _group(groups: dict[str, Any], name: str) -> list[str]:
    found: list[str] = []
    for item in groups[name]:
        found += _group(groups, item["include-group"]) if isinstance(item, dict) else [item]
    return found


def _resolved(requirements: list[str], constraints: Path | None) -> list[str]:
    limits = ["--constraint", str(constraints)] if constraints else []
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--dry-run",
        "--ignore-installed",
        "--report",
        "-",
    ]
    answer = subprocess.run([*pip, *limits, *requirements], check=True, stdout=subprocess.PIPE).stdout
    found = [package["metadata"] for package in json.loads(answer)["install"]]
    return sorted(f"{metadata['name'].lower()}=={metadata['version']}" for metadata in found)


if __name__ == "__main__":
    main()
