"""Functions that hand their own options or flag on to an export, and how their calls are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.written import uses, written

if TYPE_CHECKING:
    from pathlib import Path

IMPORT = "import { getItem, lookupItem } from './acme';\n"


@pytest.mark.parametrize(
    ("code", "wrapper"),
    [
        ("(id: number, options: {}) => getItem(id, options)", True),
        ("(id: number, options?: {}) => getItem(id, options ?? { caller: 'x' })", True),
        ("(id: number, more: { options: {} }) => getItem(id, more.options)", True),
        ("(id: number, ...rest: [{}?]) => getItem(id, ...rest)", True),
        ("(id: number, skip: boolean) => getItem(id, { withheld: !!skip })", True),
        ("(id: number, skip?: boolean) => { const o = { withheld: skip }; return getItem(id, o); }", True),
        ("(id: number, o: {}) => { const all = Object.assign({}, o); return getItem(id, all); }", True),
        ("(id: number, o: {}) => getItem.call(null, id, o)", True),
        ("(id: number, o: O) => getItem(id, { caller: o.caller, timeoutMs: o.timeoutMs, warm: true })", True),
        ("(id: number, row: O) => getItem(id, { caller: row.name, timeoutMs: row.timeoutMs })", False),
        ("(id: number) => getItem(id, { withheld: false })", False),
        ("(id: number) => getItem(id, makeOptions(id))", False),
        ("async (id: number) => getItem(id, { withheld: await isWithheld(id) })", False),
        ("(id: number, caller: string) => getItem(id, { caller })", False),
        ("(rows: O[]) => rows.map((row) => getItem(row.id, { withheld: row.withheld }))", False),
        ("(id: number) => run((options: {}) => getItem(id, options))", False),
    ],
)  # fmt: skip
def test_forms_of_a_wrapper(tmp_path: Path, code: str, wrapper: bool) -> None:  # noqa: FBT001
    report = written(tmp_path, {"main.ts": f"{IMPORT}export const load = {code};\n"})
    assert [one.wrapper for one in uses(report)] == [wrapper]


def test_through_names_the_lines_from_the_call_to_the_export(tmp_path: Path) -> None:
    code = (
        "class Cache {\n"
        "  async load(id: number, options?: {}) { return this.fresh(id, options); }\n"
        "  private fresh(id: number, options?: {}) { return getItem(id, options); }\n"
        "}\n"
        "export const cache = new Cache();\n"
    )
    use = "import { cache } from './main';\nexport const show = () => cache.load(1, {});\n"
    report = written(tmp_path, {"main.ts": IMPORT + code, "use.ts": use})
    found = {
        (one.file, one.line): ([(line.line, line.note) for line in one.through], one.wrapper) for one in uses(report)
    }
    assert found == {
        ("main.ts", 4): ([], True),
        ("main.ts", 3): ([(4, "Cache.fresh")], True),
        ("use.ts", 2): ([(3, "Cache.load"), (4, "Cache.fresh")], False),
    }


def test_a_wrapper_of_two_exports_is_an_access_to_both_at_each_call(tmp_path: Path) -> None:
    code = (
        "export const both = (id: number, o: {}) => [getItem(id, o), lookupItem('x', o)];\n"
        "export const show = () => both(1, {});\n"
    )
    report = written(tmp_path, {"main.ts": IMPORT + code})
    assert sorted(one.subject for one in uses(report) if one.line == 3) == ["getItem", "lookupItem"]


def test_a_wrapper_that_calls_itself_ends(tmp_path: Path) -> None:
    code = (
        "export function load(id: number, o: {}, left = 3): unknown {\n"
        "  return left ? load(id, o, left - 1) : getItem(id, o);\n}\n"
    )
    report = written(tmp_path, {"main.ts": IMPORT + code})
    assert [(one.line, one.wrapper, len(one.through)) for one in uses(report)] == [(3, True, 1), (3, True, 0)]


def test_members_of_objects_and_of_commonjs_exports_are_wrappers(tmp_path: Path) -> None:
    code = (
        "export const api = { read: { one: (id: number, o: {}) => getItem(id, o) } };\n"
        "export const show = () => api.read.one(1, {});\n"
    )
    common = "const { getItem } = require('./acme');\nexports.load = (id, o) => getItem(id, o);\n"
    use = "const { load } = require('./common');\nmodule.exports = () => load(1, {});\n"
    report = written(tmp_path, {"main.ts": IMPORT + code, "common.js": common, "use.js": use})
    found = sorted((one.file, one.line, one.wrapper) for one in uses(report))
    assert found == [
        ("common.js", 2, True),
        ("main.ts", 2, True),
        ("main.ts", 3, False),
        ("use.js", 2, False),
    ]


def test_an_export_of_the_client_is_no_wrapper(tmp_path: Path) -> None:
    client = (
        "const send = (path: string) => fetch(process.env.ACME_URL + path);\n"
        "export const getItem = (id: number, options: {} = {}) => send('/items');\n"
        "export const again = (id: number, options: {}) => getItem(id, options);\n"
    )
    use = "import { again } from './acme';\nexport const show = () => again(1, {});\n"
    report = written(tmp_path, {"acme.ts": client, "main.ts": use})
    assert [(one.subject, one.wrapper, one.through) for one in uses(report)] == [("again", False, ())]


def test_a_first_parameter_that_must_be_given_is_no_options_object(tmp_path: Path) -> None:
    client = "const send = (path) => fetch(path);\nexport const getItem = (params: Params) => send(params.id);\n"
    use = IMPORT + "export const load = (asked: Params) => getItem(asked);\n"
    assert [one.wrapper for one in uses(written(tmp_path, {"acme.ts": client, "main.ts": use}))] == [False]


def test_the_one_object_that_holds_all_arguments_is_no_options_object(tmp_path: Path) -> None:
    client = (
        "const send = (path: string) => fetch(process.env.ACME_URL + path);\n"
        "export const getItem = (asked: { id: number; name: string; caller: X }) => send(asked.caller);\n"
    )
    use = IMPORT + "export const show = (q: Q) => getItem({ id: q.id, name: q.name });\n"
    report = written(tmp_path, {"acme.ts": client, "main.ts": use})
    assert [one.wrapper for one in uses(report)] == [False]


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("getItem(1, { caller: 'here' })", "here"),
        ("getItem(1, { caller: NAME })", "named"),
        ("getItem(1, { caller: Caller.Job })", "job"),
        ("getItem(1, { caller: AWAY })", "away"),
        ("getItem(1, OPTIONS)", "shared"),
        ("((caller: string) => getItem(1, { caller }))('x')", None),
        ("getItem(1, { caller: `${NAME}-2` })", "named-2"),
        ("getItem(1)", None),
    ],
)
def test_label_is_a_constant_of_the_call(tmp_path: Path, code: str, label: str | None) -> None:
    head = (
        f"{IMPORT}import {{ AWAY }} from './away';\nconst NAME = 'named';\nenum Caller {{ Job = 'job' }}\n"
        "const OPTIONS = { caller: 'shared' };\n"
    )
    report = written(
        tmp_path,
        {"main.ts": f"{head}export const show = () => {code};\n", "away.ts": "export const AWAY = 'away';\n"},
    )
    assert [one.label for one in uses(report)] == [label]
