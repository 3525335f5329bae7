"""Where rules, comment and code of the client disagree about what is outside the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.written import CLIENT, RULES, written

if TYPE_CHECKING:
    from pathlib import Path


def notes(root: Path, client: str, rules: str = RULES) -> list[tuple[str, int, str]]:
    return [(one.kind, one.line, one.note) for one in written(root, {"acme.ts": client}, rules).drift]


def test_agreement_is_silent(tmp_path: Path) -> None:
    assert notes(tmp_path, "// Only `getItem` is outside the gate." + CLIENT) == []


def test_no_comment_is_no_disagreement(tmp_path: Path) -> None:
    assert notes(tmp_path, CLIENT) == []


def test_comment_that_leaves_out_and_invents(tmp_path: Path) -> None:
    comment = "/**\n * Some exports are outside the\n * gate: `listItems` and `lookupItem`, with `Options`.\n */"
    assert notes(tmp_path, comment + CLIENT) == [
        ("comment", 2, "the comment does not name getItem, which reaches the service outside the gate"),
        ("comment", 2, "the comment names listItems as outside the gate; the client has no such export"),
        (
            "comment",
            2,
            "the comment names lookupItem as outside the gate; a parameter of it can close the gate",
        ),
    ]


def test_what_follows_the_sentence_is_not_part_of_what_is_said(tmp_path: Path) -> None:
    said = "// `getItem` is read from the cache, hence outside the gate. `lookupItem` is not.\n"
    assert notes(tmp_path, said.replace("`lookupItem`", "The export `lookupItem`") + CLIENT) == []


def test_rules_that_name_what_the_client_lacks(tmp_path: Path) -> None:
    rules = RULES.replace('audited = ["getItem"]', 'audited = ["getItem", "gone"]')
    assert notes(tmp_path, CLIENT, rules) == [
        ("rules", 1, "the rules name gone as audited; the client has no such export")
    ]


def test_names_of_objects_of_which_only_members_are_called(tmp_path: Path) -> None:
    rules = RULES.replace('["getItem"]', '["getItem", "search", "store", "cached", "lone"]')
    client = """
import { Search } from 'search';
export const search = new Search(process.env.ACME_URL);
export const store = { find: (id: number) => search.index(id), all: () => [] };
export const cached = () => search.health();
export const lone = new Search(process.env.ACME_URL);
"""
    use = """
import { cached, getItem, search, store } from './acme';
search.index('items').query('x');
search.items.list();
store.find(1);
cached.cache.clear();
cached();
getItem(1);
"""
    test = "import { lone } from './acme';\nlone.health();\n"
    files = {"acme.ts": CLIENT + client, "use.ts": use, "use.test.ts": test}
    assert [one.note.split("nothing calls it as it is; ") for one in written(tmp_path, files, rules).drift] == [
        ["the rules name store, and ", "name what is used of it: store.find"],
        ["the rules name search, and ", "name what is used of it: search.health, search.index, search.items.list"],
    ]


def test_members_that_the_rules_name_are_no_disagreement(tmp_path: Path) -> None:
    rules = RULES.replace('["getItem"]', '["getItem", "search.index"]')
    client = "import { Search } from 'search';\nexport const search = new Search(process.env.ACME_URL);\n"
    use = "import { search } from './acme';\nsearch.index('items').query('x');\nsearch.health();\n"
    report = written(tmp_path, {"acme.ts": CLIENT + client, "use.ts": use}, rules)
    assert ([one.subject for one in report.accesses], report.drift) == (["search.index"], ())


def test_rules_and_code_at_odds_over_the_gate(tmp_path: Path) -> None:
    rules = RULES.replace('["getItem"]', '["lookupItem"]').replace('gated = ["lookupItem"]', 'gated = ["getItem"]')
    assert [(kind, note.partition(";")[0]) for kind, _, note in notes(tmp_path, CLIENT, rules)] == [
        ("client", "the rules call getItem gated"),
        ("rules", "the rules audit lookupItem as outside the gate"),
    ]


def test_exports_that_pass_neither_and_are_not_listed(tmp_path: Path) -> None:
    more = "const limiter = { run: (job: () => 0) => job() };\nexport const count = () => send('/count');\n"
    limited = "export const slow = () => limiter.run(() => send('/slow'));\n"
    assert [note for _, _, note in notes(tmp_path, CLIENT + more + limited)] == [
        "count reaches the service with neither gate nor limiter; the rules do not list it"
    ]


def test_members_of_a_default_export_are_named_by_default_or_as_the_client_calls_it(tmp_path: Path) -> None:
    client = CLIENT + "class Store { load(id: number) { return send('/items/' + id); } }\n"
    client += "const store: Store = new Store();\nexport default store;\n"
    for number, name in enumerate(("default.load", "store.load")):
        rules = RULES.replace('audited = ["getItem"]', f'audited = ["getItem", "{name}"]')
        assert notes(tmp_path / str(number), client, rules) == []
    rules = RULES.replace('audited = ["getItem"]', 'audited = ["getItem", "other.load"]')
    lacked = ("rules", 1, "the rules name other.load as audited; the client has no such export")
    assert lacked in notes(tmp_path / "2", client, rules)


def test_what_a_member_has_in_turn_is_not_said_to_be_lacking(tmp_path: Path) -> None:
    client = (
        CLIENT
        + "export class Api {\n  get items() {\n    return { load: (id: number) => send('/items/' + id) };\n  }\n}\n"
    )
    rules = RULES.replace('audited = ["getItem"]', 'audited = ["getItem", "Api.items.load", "Api.gone.load"]')
    lacking = [note for _, _, note in notes(tmp_path, client, rules) if "no such export" in note]
    assert lacking == ["the rules name Api.gone.load as audited; the client has no such export"]
