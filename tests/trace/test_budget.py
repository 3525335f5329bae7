"""A search that was cut never looks like one that came to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit import pipeline
from audit.flow.solver.dynamic import Dynamic
from audit.trace import beside
from tests import harness
from tests.sample import SAMPLE, audited
from tests.test_shapes import CLIENT, FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from audit.model import Report


def searched() -> Report:
    """The report on the sample, made now."""
    return pipeline.report(str(SAMPLE), cache=False)


def test_a_whole_search_says_nothing_of_a_budget() -> None:
    found = audited()
    assert any(access.paths for access in found.accesses)
    assert not [escape for access in found.accesses for escape in access.escapes if escape.reason == "budget"]


def test_a_cut_search_is_told_at_every_access_it_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.flow.solver.facts.BUDGET", 3)
    found = searched()
    followed = [access for access in found.accesses if access.reach is not None]
    assert followed
    for access in followed:
        if "unresolved-call" not in {escape.reason for escape in access.escapes}:
            assert "budget" in {escape.reason for escape in access.escapes}
        assert access.reach in ("renders", "escapes", "unreachable")


@pytest.mark.parametrize("limit", ["back._BUDGET", "memo.EACH"])
def test_a_cut_search_for_routes_is_told_too(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"audit.flow.routes.{limit}", 1)
    monkeypatch.setattr("audit.flow.routes.memo.SPARE", 0)
    found = searched()
    followed = [access for access in found.accesses if access.reach is not None and access.language != "python"]
    assert followed
    for access in followed:
        assert "budget" in {escape.reason for escape in access.escapes}


def test_a_cut_search_for_fields_is_told_where_it_was_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.trace.path.fields._MOST", 3)
    notes = {escape.note for access in searched().accesses for escape in access.escapes if escape.reason == "budget"}
    assert notes == {"the search for what is read was cut; the fields of paths may not be all"}


def test_what_searches_for_routes_share_makes_up_for_a_small_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = searched().accesses
    monkeypatch.setattr("audit.flow.routes.memo.EACH", 1)
    assert searched().accesses == whole


def test_searches_for_routes_are_short_where_all_have_had_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.flow.routes.memo.ALL", 0)
    monkeypatch.setattr("audit.flow.routes.memo.SPARE", 0)
    monkeypatch.setattr("audit.flow.routes.memo.EACH_LATE", 1)
    assert {"budget"} <= {escape.reason for access in searched().accesses for escape in access.escapes}


def test_a_cut_search_for_keys_is_an_unknown_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.judge.key.keys._EACH", 0)
    monkeypatch.setattr("audit.judge.key.keys._LEAST", 0)
    keys = [key for access in searched().accesses for key in access.keyed_by]
    assert keys
    assert {(key.kind, key.evidence[0].note) for key in keys} == {("unknown", "the search for keys was cut here")}


def test_chains_of_an_access_share_the_room_for_its_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """An access of few chains keeps its keys where one of many is cut; what each chain has at least is enough here."""
    whole = [access.keyed_by for access in searched().accesses]
    monkeypatch.setattr("audit.judge.key.keys._ACCESS", 3)
    assert [access.keyed_by for access in searched().accesses] == whole
    monkeypatch.setattr("audit.judge.key.keys._LEAST", 0)
    found = [access.keyed_by for access in searched().accesses]
    kept = [keys for keys, before in zip(found, whole, strict=True) if keys == before and keys]
    cut = [keys for keys, before in zip(found, whole, strict=True) if keys != before]
    assert kept
    assert cut
    for keys in cut:
        notes = [fact.note for key in keys if key.kind == "unknown" for fact in key.evidence]
        assert "the search for keys was cut here" in notes


@pytest.mark.parametrize(
    ("limit", "state"),
    [("audit.judge.gate.feeding._MOST", "filter"), ("audit.flow.backward.questions._EACH", "argument")],
)
def test_no_gate_rests_on_what_was_not_looked_at(limit: str, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def chains(made: Report) -> list[str]:
        gates = [access.gate for access in made.accesses if access.language != "python"]
        return [chain.state for gate in gates if gate is not None for chain in gate.chains]

    assert state in chains(audited())
    monkeypatch.setattr(limit, 0)
    found = chains(searched())
    assert found
    assert state not in found


def test_what_callers_give_is_asked_of_so_many_and_each_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five storeys of eight functions, each called by all above it: thousands of ways lead to each at the bottom."""
    wide = range(8)
    storeys = "".join(
        f"const f{level}_{one} = (save: any, item: any) => {{ {{BELOW{level}}} }};\n"
        for level in range(5)
        for one in wide
    )
    for level in range(4):
        storeys = storeys.replace(f"{{BELOW{level}}}", " ".join(f"f{level + 1}_{to}(save, item);" for to in wide))
    storeys = storeys.replace("{BELOW4}", "save.keep(item);")
    shape = tmp_path / "shape"
    shape.mkdir()
    (shape / "main.ts").write_text(
        "import { writeFile } from 'node:fs/promises';\nimport { getItem } from '@acme/client';\n"
        f"{storeys}const shelf = {{ keep: (item: any) => writeFile('kept.json', item.title) }};\n"
        f"const item = await getItem(1);\n{' '.join(f'f0_{one}(shelf, item);' for one in wide)}\n"
    )
    root = harness.assemble(shape, CLIENT, tmp_path / "root")
    asked = []
    monkeypatch.setattr(beside, "started", lambda *_: None)  # it is counted here
    real = Dynamic._find_value
    monkeypatch.setattr(Dynamic, "_find_value", lambda *given: (asked.append(1), real(*given))[1])
    (access,) = harness.run(root, FOLDER / "ungated.toml", paths=True)["accesses"]
    assert [path["sink"]["kind"] for path in access["paths"]] == ["file"]
    assert len(asked) < 5_000


def test_a_caller_that_passes_what_others_pass_makes_no_fact_ask_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A function that a whole program calls has one more caller with each that turns up: all facts in it would be taken
    up anew by each of them.
    """
    number = 40
    parts = " ".join(f"save.keep(item.part{one});" for one in range(number))
    storeys = "".join(
        f"const f{one} = (item: any) => {{ show(shelf, item); f{one + 1}(item); }};\n" for one in range(number)
    )
    shape = tmp_path / "shape"
    shape.mkdir()
    (shape / "main.ts").write_text(
        "import { writeFile } from 'node:fs/promises';\nimport { getItem } from '@acme/client';\n"
        "const shelf = { keep: (item: any) => writeFile('kept.json', item) };\n"
        f"const show = (save: any, item: any) => {{ {parts} }};\n{storeys}"
        f"const f{number} = (item: any) => console.log('end');\nf0(await getItem(1));\n"
    )
    root = harness.assemble(shape, CLIENT, tmp_path / "root")
    again = []
    monkeypatch.setattr(beside, "started", lambda *_: None)  # it is counted here
    real = Dynamic.again
    monkeypatch.setattr(Dynamic, "again", lambda *given: (again.append(1), real(*given))[1])
    (access,) = harness.run(root, FOLDER / "ungated.toml", paths=True)["accesses"]
    assert [path["sink"]["kind"] for path in access["paths"]] == ["file"]
    assert len(again) < number


def test_functions_that_all_call_each_other_end_in_no_error(tmp_path: Path) -> None:
    """What leaves one of them leaves by hundreds of others: more than Python's own stack holds."""
    functions = "".join(
        f"const f{one} = (v: any): any =>\n"
        f"  v.a ? f{(one * 7 + 1) % 200}(v.b) : f{(one * 3 + 2) % 200}({{ b: v, c: f{(one + 1) % 200}(v) }});\n"
        for one in range(200)
    )
    shape = tmp_path / "shape"
    shape.mkdir()
    head = "import { getItem } from '@acme/client';\n"
    (shape / "main.ts").write_text(f"{head}{functions}console.log(f0(await getItem(1)));\n")
    root = harness.assemble(shape, CLIENT, tmp_path / "root")
    (access,) = harness.run(root, FOLDER / "ungated.toml", paths=True)["accesses"]
    assert access["reach"] in ("escapes", "decides", "contained")
