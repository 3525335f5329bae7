"""One edit of what is passed for the flag changes the verdict on that access, and no other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import harness

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent / "shapes"


def _states(shape: str, target: Path, edit: Callable[[str], str]) -> dict[int, str]:
    """The states of the accesses of a shape, by line of its main file, after an edit of that."""
    root = harness.assemble(FOLDER / shape, FOLDER / "client", target)
    main = root / "main.ts"
    main.write_text(edit(main.read_text()))
    report = harness.run(root, FOLDER / "ungated.toml", paths=True)
    return {one["line"]: one["gate"]["state"] for one in report["accesses"] if one["file"] == "main.ts"}


@pytest.mark.parametrize(
    ("shape", "old", "new", "before", "after"),
    [
        ("gate-argument", "{ withheld: row.withheld })", "{ withheld: false })", "argument", "unarmed"),
        ("gate-argument", "{ timeoutMs: 5 }", "{ timeoutMs: 5, withheld: row.withheld }", "none", "argument"),
        ("gate-argument", "{ withheld: true } : {}", "{ withheld: false } : {}", "argument", "unarmed"),
        ("gate-forced", "{ evenIfWithheld: true }", "{ evenIfWithheld: false }", "forced", "none"),
        ("gate-fresh", "'a' }).returning", "'a', withheld: true }).returning", "unarmed", "argument"),
    ],
)  # fmt: skip
def test_one_edit_flips_one_verdict(shape: str, old: str, new: str, before: str, after: str, tmp_path: Path) -> None:
    was = _states(shape, tmp_path / "was", lambda text: text)
    now = _states(shape, tmp_path / "now", lambda text: text.replace(old, new, 1))
    assert [(was[line], now[line]) for line in was if was[line] != now[line]] == [(before, after)]


def test_a_second_caller_that_forgets_the_flag_is_listed_beside_the_first(tmp_path: Path) -> None:
    root = harness.assemble(FOLDER / "gate-wrapper", FOLDER / "client", tmp_path / "shape")
    report = harness.run(root, FOLDER / "ungated.toml", paths=True)
    wrapper = next(one for one in report["accesses"] if one["wrapper"] and one["gate"]["state"] == "partly")
    assert [chain["state"] for chain in wrapper["gate"]["chains"]] == ["argument", "unarmed", "unarmed"]
    assert [fact["note"] for fact in wrapper["gate"]["evidence"]] == ["items.withheld is read here", "always false"]
