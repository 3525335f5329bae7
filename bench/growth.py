"""What `ungated report` costs when the repository grows and what its accesses touch does not: `make growth`.

The sample stands in a tree once, and 0, 9 and 99 times more under other names: of packages, variables and tables.
Nothing that an access touches is in these neighbours, so the answers stay; whatever time grows with them is the price
of the repository's size: listing, reading and searching its files.
"""

import argparse
import json
import re
import shutil
import statistics
import tempfile
from pathlib import Path

from measuring import UNGATED, Measured, machine, measure

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "tests" / "projects" / "backend-service"
TIMES = (1, 10, 100)
OTHER = (
    ("@wxyc/", "@n{}/"),
    ("LIBRARY_METADATA_URL", "N{}_URL"),
    ("DATABASE_URL", "N{}_DB"),
    ("pgTable('", "pgTable('n{}_"),
)
"""What ties the sample together, and what it is called in a neighbour."""
IN_SQL = re.compile(r'\b(FROM|JOIN|UPDATE|INTO) ("?)(?=[a-z])')
"""What a table's name stands behind in SQL."""


def main() -> None:
    """A tree for each size; its runs; a table."""
    parser = argparse.ArgumentParser(prog="bench/growth.py", description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    print(f"medians of {asked.runs} cold runs; {machine()}\n")
    print("| sample times | files | accesses | paths | wall s | without paths | for the paths | largest process MiB |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="ungated-growth-") as scratch:
        for times in TIMES:
            print(_row(times, Path(scratch), asked.runs), flush=True)


def _row(times: int, scratch: Path, runs: int) -> str:
    tree, written = scratch / f"{times}", scratch / "report.json"
    _grow(tree, times)
    command = [*UNGATED, str(tree), "--no-cache", "--format", "json", "-o", str(written)]
    quick = [_once([*command, "--no-paths"]) for _ in range(runs)]
    whole = [_once(command) for _ in range(runs)]
    report = json.loads(written.read_bytes())
    paths = sum(len(access["paths"]) for access in report["accesses"])
    seconds, without = (statistics.median(one.seconds for one in several) for several in (whole, quick))
    mib = statistics.median(one.mib for one in whole)
    found = f"{report['coverage']['files']:,} | {len(report['accesses'])} | {paths}"
    return f"| {times} | {found} | {seconds:.2f} | {without:.2f} | {seconds - without:.2f} | {mib:.0f} |"


def _once(command: list[str]) -> Measured:
    return measure(command, {}, (0, 3))


def _grow(tree: Path, times: int) -> None:
    shutil.copytree(SAMPLE, tree)
    for number in range(1, times):
        target = tree / "neighbours" / f"n{number}"
        shutil.copytree(SAMPLE, target)
        for file in target.rglob("*"):
            if file.is_file():
                file.write_text(_renamed(file.read_text(), number))


def _renamed(text: str, number: int) -> str:
    for name, other in OTHER:
        text = text.replace(name, other.format(number))
    return IN_SQL.sub(rf"\1 \2n{number}_", text)


if __name__ == "__main__":
    main()
