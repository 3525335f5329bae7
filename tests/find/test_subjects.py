"""Which exports are subjects, what protects them, and where their requests go."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import pipeline
from audit.find.inside.endpoints import path_of
from tests.written import RULES, subject, written

SHAPES = Path(__file__).parents[1] / "shapes"
SEND = "const send = (path: string, init?: RequestInit) => fetch(process.env.ACME_URL + path, init);\n"
SEND_X = "return send('/x');"
EACH = "(rows: Options[]) => { const out = []; for (const row of rows)"


def protections(shape: str) -> dict[str, tuple[bool, bool]]:
    report = pipeline.report(str(SHAPES / shape), cache=False, paths=False)
    return {
        one.id: (one.protection.gate, one.protection.limiter) for one in report.subjects if one.protection is not None
    }


def test_gate_is_what_a_parameter_of_the_export_can_close() -> None:
    gated = {name for name, (gate, _) in protections("gated-through-parameter").items() if gate}
    assert gated == {"lookupItem", "byFlag", "bySpread", "byItem"}


def test_limiter_is_what_every_way_to_the_transport_passes() -> None:
    assert protections("discovered-limiter") == {
        "inline": (False, True),
        "byHelper": (False, True),
        "besides": (False, False),
    }


def test_every_export_that_reaches_the_transport_is_a_subject() -> None:
    found = protections("discovered-exports")
    assert {"countItems", "checkItem", "lookupFirst", "lookupOwn", "refresh"} < set(found)
    assert "isConfigured" not in found
    assert found["lookupOwn"] == (True, False)


@pytest.mark.parametrize(
    ("code", "gate"),
    [
        ("(o: Options) => { if (o.withheld) return null; return send('/x'); }", True),
        ("(o: Options) => { if (o.withheld) console.log('skipped'); return send('/x'); }", False),
        ("(o: Options) => { const skip = o.withheld ?? false; return skip ? null : send('/x'); }", True),
        ("({ withheld = false }: Options) => !withheld && send('/x')", True),
        ("(o: Options) => { check(o); return send('/x'); }", True),
        ("(o: Options) => { const answer = send('/x'); check(o); return answer; }", False),
        ("(o: Options) => (isWithheld(o) ? null : send('/x'))", True),
        ("(rows: Options[]) => send('/x', { body: String(rows.filter((row) => !row.withheld)) })", True),
        (f"(rows: Options[]) => {{ {SEND_X} rows.filter((row) => !row.withheld); }}", False),
        (f"(rows: Options[]) => {{ const some = rows.filter((row) => !row.withheld); {SEND_X} }}", True),
        (f"{EACH} {{ if (row.withheld) continue; out.push(row); }} {SEND_X} }}", True),
        (f"{EACH} {{ if (!row.withheld) out.push(row); }} {SEND_X} }}", True),
        (f"{EACH} {{ if (row.withheld) count(); }} {SEND_X} }}", False),
        ("() => { const o = { withheld: true }; return o.withheld ? null : send('/x'); }", False),
        (f"(o: Options) => limiter.run(async () => {{ if (o.withheld) return null; {SEND_X} }})", True),
        ("(o: Options) => { const go = () => send('/x'); return o.withheld ? null : go(); }", True),
    ],
)  # fmt: skip
def test_forms_of_a_gate(tmp_path: Path, code: str, gate: bool) -> None:  # noqa: FBT001
    helpers = (
        "const check = (o: Options) => { if (o.withheld) throw new Error('withheld'); };\n"
        "const isWithheld = (o: Options) => Boolean(o.withheld);\n"
    )
    report = written(tmp_path, {"acme.ts": f"{SEND}{helpers}export const asked = {code};\n"})
    protection = subject(report, "asked").protection
    assert protection is not None
    assert protection.gate is gate


@pytest.mark.parametrize(
    ("code", "endpoints"),
    [
        ("(id: number) => send(`/items/${id}`)", ["GET /items/{}"]),
        (
            "(a: string, b: string) => send(`/items/${encodeURIComponent(a)}/x/${b}?limit=3`)",
            ["GET /items/{}/x/{}"],
        ),
        ("() => send('/items', { method: 'post' })", ["POST /items"]),
        ("() => send('/items', body({}))", ["PUT /items"]),
        ("(all: boolean) => send(all ? '/all' : '/some')", ["GET /all", "GET /some"]),
        ("(q: string) => send('/items' + (q ? '?q=' + q : ''))", ["GET /items"]),
        ("(id: number) => send(PATHS.item(id))", ["GET /v2/items/{}"]),
        ("() => send(PATHS.all)", ["GET /v2/items"]),
        ("() => helper('/deep')", ["GET /deep/end"]),
        ("(path: string) => send(path)", []),
        ("(query: URLSearchParams) => send(`/items${query}`)", ["GET /items"]),
    ],
)
def test_endpoints_are_read_off_what_the_transport_is_given(tmp_path: Path, code: str, endpoints: list[str]) -> None:
    helpers = (
        "const body = (value: unknown) => ({ method: 'PUT', body: JSON.stringify(value) });\n"
        "const PATHS = { all: '/v2/items', item: (id: number) => `/v2/items/${id}` };\n"
        "const helper = (path: string) => send(`${path}/end`);\n"
    )
    report = written(tmp_path, {"acme.ts": f"{SEND}{helpers}export const asked = {code};\n"})
    assert list(subject(report, "asked").endpoints) == endpoints


def test_prefix_is_added_where_no_endpoint_of_the_client_has_it(tmp_path: Path) -> None:
    rules = RULES.replace('url_env = ["ACME_URL"]', 'url_env = ["ACME_URL"]\nprefix = "/api/v1"')
    bare = written(tmp_path / "bare", {}, rules)
    assert subject(bare, "getItem").endpoints == ("GET /api/v1/items/{}",)
    client = SEND + "export const getItem = (id: number) => send(`/api/v1/items/${id}`);\n"
    assert subject(written(tmp_path / "full", {"acme.ts": client}, rules), "getItem").endpoints == (
        "GET /api/v1/items/{}",
    )


def test_methods_of_a_class_through_its_base_and_a_field_that_holds_the_transport(tmp_path: Path) -> None:
    base = "export class Base { protected send(path: string) { return fetch(path); } }\n"
    client = (
        "import axios from 'axios';\nimport { Base } from './base';\n"
        "export class Client extends Base {\n"
        "  private api = axios.create();\n"
        "  getItem(id: number) { return this.send(`/items/${id}`); }\n"
        "  private hidden = (id: number) => this.send('/hidden');\n"
        "  add() { return this.api.post('/items'); }\n"
        "  size() { return 3; }\n}\n"
    )
    rules = RULES.replace('audited = ["getItem"]', 'audited = ["Client.getItem"]').replace('transport = ["send"]\n', "")
    report = written(tmp_path, {"acme.ts": client, "base.ts": base}, rules)
    found = {one.id: one.endpoints for one in report.subjects if one.defined_at is not None}
    assert found == {"Client.getItem": ("GET /items/{}",), "Client.add": ("POST /items",)}


def test_one_declaration_is_one_subject_under_its_listed_name(tmp_path: Path) -> None:
    client = (
        SEND
        + "const read = (id: number) => send(`/items/${id}`);\n"
        + "export { read as getItem, read as other, read };\n"
    )
    use = "import { other } from './acme';\nexport const show = () => other(1);\n"
    report = written(tmp_path, {"acme.ts": client, "main.ts": use})
    assert [one.id for one in report.subjects if one.defined_at] == ["getItem"]
    assert [(one.subject, one.file) for one in report.accesses if one.file == "main.ts"] == [("getItem", "main.ts")]


@pytest.mark.parametrize(
    ("client", "found"),
    [
        ("import { Base } from 'other';\nexport class Client extends Base {}\n", 1),
        ("export abstract class Client { abstract getItem(id: number): void; }\n", 1),
        ("class Base { getItem() { return 1; } }\nexport class Client extends Base {}\n", 1),
        ("import { Redis } from 'redis';\nexport const Client = new Redis();\n", 1),
        ("export class Client { getItem() { return 1; } }\n", 1),
        ("export class Client { other() {} }\n", 0),
        ("export const Client = { other: 1 };\n", 0),
        ("export const other = 1;\n", 0),
    ],
)
def test_a_listed_member_is_missed_only_where_it_cannot_be(tmp_path: Path, client: str, found: int) -> None:
    report = written(tmp_path, {"acme.ts": client}, RULES.replace('["getItem"]', '["Client.getItem"]'))
    assert (report.found.audited, report.found.audited_of) == (found, 1)


def test_a_default_export_goes_by_the_name_of_its_declaration(tmp_path: Path) -> None:
    client = SEND + "export default class Client { getItem(id: number) { return send(`/items/${id}`); } }\n"
    use = "import Api from './acme';\nexport const show = () => new Api().getItem(1);\n"
    rules = RULES.replace('["getItem"]', '["Client.getItem"]')
    report = written(tmp_path, {"acme.ts": client, "main.ts": use}, rules)
    assert subject(report, "Client.getItem").endpoints == ("GET /items/{}",)
    assert [(one.subject, one.line) for one in report.accesses] == [("Client.getItem", 2)]


@pytest.mark.parametrize(
    "client",
    [
        "exports.getItem = (id) => send(`/items/${id}`);\n",
        "module.exports = { getItem: (id) => send(`/items/${id}`), size: 3 };\n",
        "function getItem(id) { return send(`/items/${id}`); }\nmodule.exports = { getItem };\n",
    ],
)
def test_a_client_in_commonjs(tmp_path: Path, client: str) -> None:
    rules = RULES.replace("acme.ts", "acme.js")
    report = written(tmp_path, {"acme.js": f"const send = (path) => fetch(path);\n{client}", "acme.ts": ""}, rules)
    assert subject(report, "getItem").endpoints == ("GET /items/{}",)


@given(st.lists(st.one_of(st.none(), st.text(alphabet="ab/?#{}.", max_size=6)), max_size=6))
def test_a_path_starts_at_the_root_and_holds_no_query(pieces: list[str | None]) -> None:
    path = path_of(tuple(pieces))
    assert path == "" or path.startswith("/")
    assert not set("?#") & set(path)
    assert "{}{}" not in path
