"""The times of `ungated report` and of `ast-grep scan` on one tree, side by side, as a table: `make bench`.

Both run on a copy of the checkout, so that the checkout is never changed. The runs take turns, which spreads
what else the machine does over all of them; the medians are printed. ast-grep looks for two patterns per
audited export, the import of the client and `fetch(…)`.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from measuring import UNGATED, Measured, machine, measure, tree_peak

HERE = Path(__file__).parent
MADE = (0, 1, 3)
LANGUAGES = ("TypeScript", "Tsx")
"""The peer's share: JavaScript and Python, which ungated reads as well, are left out in the peer's favour."""


@dataclass
class Contender:
    """A command, what must happen before each of its runs, and what was measured."""

    name: str
    command: list[str]
    before: Callable[[], dict[str, str]]
    runs: list[Measured] = field(default_factory=list)
    tree_mib: float | None = None

    def once(self) -> Measured:
        """One run; raises SystemExit when the command fails."""
        return measure(self.command, self.before(), MADE)


def main() -> None:
    """Copy, warm up, take turns, print."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="ungated-bench-") as scratch:
        tree = Path(scratch, "checkout")
        shutil.copytree(asked.checkout, tree, symlinks=True, ignore=shutil.ignore_patterns("node_modules"))
        _refresh(tree)
        contenders, report = _contenders(tree, Path(scratch), asked)
        for contender in contenders:
            contender.once()
        for _ in range(asked.runs):
            for contender in contenders:
                contender.runs.append(contender.once())
        for contender in contenders:
            contender.tree_mib = tree_peak(contender.command, contender.before())
        _print(contenders, report, asked)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/run.py", description=__doc__)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--rules", type=Path, help="the rules file; else as `ungated report` finds it")
    parser.add_argument("--touch", help="the file that changes before each warm run; else the largest one reported")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--ast-grep", type=Path, default=None, help="another ast-grep than bench/node_modules has")
    return parser.parse_args()


def _contenders(tree: Path, scratch: Path, asked: argparse.Namespace) -> tuple[list[Contender], dict[str, Any]]:
    rules = ["--rules", str(asked.rules.resolve())] if asked.rules else []
    written = scratch / "report.json"
    measure([*UNGATED, str(tree), *rules, "--format", "json", "-o", str(written)], _fresh(scratch), MADE)
    report = json.loads(written.read_bytes())
    touched = tree / (asked.touch or _largest(report, tree))
    command = [*UNGATED, str(tree), *rules, "--format", "json"]
    patterns = scratch / "patterns.yml"
    patterns.write_text(_patterns(report))
    grep = [str(asked.ast_grep or _ast_grep()), "scan", "--rule", str(patterns), "--json=stream", str(tree)]
    quick = [*command, "--no-paths"]
    warm, quick_warm = _fresh(scratch), _fresh(scratch)
    return [
        Contender("ungated, cold (empty cache)", command, lambda: _fresh(scratch)),
        Contender(f"ungated, warm ({touched.name} changed)", command, lambda: _touch(touched, warm)),
        Contender("ungated, warm (nothing changed)", command, lambda: warm),
        Contender("ungated --no-paths, cold", quick, lambda: _fresh(scratch)),
        Contender(f"ungated --no-paths, warm ({touched.name} changed)", quick, lambda: _touch(touched, quick_warm)),
        *_checks(tree, rules, scratch),
        Contender("ast-grep scan", grep, dict),
    ], report


def _checks(tree: Path, rules: list[str], scratch: Path) -> list[Contender]:
    """`check` against the commit before, where the checkout has one; its own findings are no failure here."""
    if not _has_parent(tree):
        return []
    check = [*UNGATED[:-1], "check", str(tree), *rules, "--base", "HEAD^1"]
    known = _fresh(scratch)
    return [
        Contender("ungated check --base HEAD^1, cold", check, lambda: _fresh(scratch)),
        Contender("ungated check --base HEAD^1, both sides cached", check, lambda: known),
    ]


def _refresh(tree: Path) -> None:
    """The index goes by stamps, and a copy has others: git would read every file again at each run."""
    if (tree / ".git").exists():
        subprocess.run(["git", "-C", str(tree), "update-index", "-q", "--refresh"], capture_output=True, check=False)


def _has_parent(tree: Path) -> bool:
    found = subprocess.run(
        ["git", "-C", str(tree), "rev-parse", "--verify", "--quiet", "HEAD^1"], capture_output=True, check=False
    )
    return (tree / ".git").exists() and found.returncode == 0


def _fresh(scratch: Path) -> dict[str, str]:
    return {"UNGATED_CACHE_DIR": tempfile.mkdtemp(prefix="cache-", dir=scratch)}


def _touch(file: Path, environment: dict[str, str]) -> dict[str, str]:
    # The cache goes by content: a new time stamp alone would change nothing.
    with file.open("a") as end:
        end.write("\n// touched\n" if file.suffix != ".py" else "\n# touched\n")
    return environment


def _largest(report: dict[str, Any], tree: Path) -> str:
    files = {access["file"] for access in report["accesses"] if access["scope"] == "production"}
    if not files:
        raise SystemExit("no access in production to change a file of; name one with --touch")
    return max(sorted(map(str, files)), key=lambda file: (tree / file).stat().st_size)


def _patterns(report: dict[str, Any]) -> str:
    exports = [subject["id"].rsplit(".", 1)[-1] for subject in report["subjects"] if subject["listed"]]
    calls = [pattern for name in exports for pattern in (f"{name}($$$)", f"$OBJECT.{name}($$$)")]
    package = report["found"]["package"] or "client"
    wanted = [*calls, f"import {{ $$$ }} from '{package}'", "fetch($$$)"]
    lines = "".join(f"    - pattern: {json.dumps(pattern)}\n" for pattern in wanted)
    said = "severity: info\nmessage: found\nrule:\n  any:\n"
    return "---\n".join(f"id: {language.lower()}\nlanguage: {language}\n{said}{lines}" for language in LANGUAGES)


def _ast_grep() -> Path:
    # The package's own launcher is put in place by a script after installing; scripts are switched off here.
    found = sorted(HERE.glob("node_modules/@ast-grep/cli-*/ast-grep*"))
    if not found:
        raise SystemExit("ast-grep is not installed for this machine: run `make bench CHECKOUT=…`")
    return found[0]


def _print(contenders: list[Contender], report: dict[str, Any], asked: argparse.Namespace) -> None:
    peer = statistics.median(run.seconds for run in contenders[-1].runs)
    coverage = report["coverage"]
    print(f"{coverage['files']:,} files, {coverage['parsed']:,} parsed by ungated; medians of {asked.runs} runs")
    print(f"{machine()}\n")
    print("| | wall s | fastest s | of ast-grep | largest process MiB | all processes MiB |")
    print("|---|---:|---:|---:|---:|---:|")
    for contender in contenders:
        print(_row(contender, peer))


def _row(contender: Contender, peer: float) -> str:
    seconds = [run.seconds for run in contender.runs]
    wall = statistics.median(seconds)
    mib = statistics.median(run.mib for run in contender.runs)
    tree = f"{contender.tree_mib:.0f}" if contender.tree_mib is not None else "not measured"
    return f"| {contender.name} | {wall:.3f} | {min(seconds):.3f} | {wall / peer:.2f} | {mib:.0f} | {tree} |"


if __name__ == "__main__":
    main()
