"""One edit of what is passed for the flag changes the verdict on that access, and no other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from audit.judge.gate.feeding import Feeding
from tests import harness

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parents[1] / "shapes"


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


def _written(tmp_path: Path, main: str) -> dict[str, Any]:
    """The access in a project of one file, judged."""
    folder = tmp_path / "shape"
    folder.mkdir()
    (folder / "main.ts").write_text(main)
    root = harness.assemble(folder, FOLDER / "client", tmp_path / "assembled")
    report = harness.run(root, FOLDER / "ungated.toml", paths=True)
    return next(one for one in report["accesses"] if one["file"] == "main.ts")


def test_more_callers_than_are_followed_are_told(tmp_path: Path) -> None:
    callers = "".join(f"export const use{n} = () => ask('{n}');\nuse{n}();\n" for n in range(80))
    access = _written(
        tmp_path,
        "import { getItem } from '@acme/client';\nconst ask = (name: string) => getItem(name.length);\n" + callers,
    )
    assert len(access["gate"]["chains"]) == 64
    assert [one["note"] for one in access["gate"]["chains"] if one["note"]] == ["more callers were not followed"]


def test_callers_that_are_not_followed_are_not_said_to_pass_the_flag(tmp_path: Path) -> None:
    callers = "".join(f"export const use{n} = () => ask('{n}', {{ withheld: true }});\nuse{n}();\n" for n in range(80))
    access = _written(
        tmp_path,
        "import { lookupItem, type Options } from '@acme/client';\n"
        "const ask = (name: string, options: Options) => lookupItem(name, options);\n" + callers,
    )
    assert {one["state"] for one in access["gate"]["chains"]} == {"argument"}
    assert access["gate"]["state"] == "partly"


def test_functions_that_call_each_other_end_a_chain(tmp_path: Path) -> None:
    access = _written(
        tmp_path,
        """
import { lookupItem } from '@acme/client';
function even(n: number, withheld: boolean): unknown {
  return n === 0 ? lookupItem('x', { withheld }) : odd(n - 1, withheld);
}
function odd(n: number, withheld: boolean): unknown {
  return even(n - 1, withheld);
}
even(4, process.argv.length > 2);
""",
    )
    assert access["gate"]["state"] == "argument"
    assert {one["function"] for one in access["gate"]["chains"]} >= {"<module>"}


def test_rules_that_name_no_flag_have_nothing_asked_backwards_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Judging is as long as the callers are many; without a flag and its rows nothing could come of it."""
    root = harness.assemble(FOLDER / "gate-argument", FOLDER / "client", tmp_path / "shape")
    said = (FOLDER / "ungated.toml").read_text()
    start, end = said.index("[gate]"), said.index("[scope]")
    (root / "silent.toml").write_text(said[:start] + said[end:])
    asked: list[object] = []
    of = Feeding.of
    monkeypatch.setattr(Feeding, "of", lambda self, chain: (asked.append(chain), of(self, chain))[1])
    silent = harness.run(root, root / "silent.toml", paths=True)
    assert {one["gate"]["state"] for one in silent["accesses"] if one["gate"]} == {"none"}
    assert not asked
    harness.run(root, FOLDER / "ungated.toml", paths=True)
    assert asked
