"""A change of the rules themselves, and the commands about rules: `init` and `rule`."""

from __future__ import annotations

import json

from tests.checked import NEW_CALL, SERVICE, append, check, rules, ungated
from tests.repository import commit
from tests.sample import edit


def test_rules_that_stop_looking_are_told_and_do_not_hide(repo):
    append(repo, SERVICE, NEW_CALL)
    blind = 'version = 1\nextends = "lml"\nname = "lml"\ntitle = "t"\n[scope]\ntooling = ["apps/**"]\ntest = []\n'
    (repo / "ungated.toml").write_text(blind)
    found = check(repo)
    assert set(rules(found)) == {"exempted-here"}
    assert any(one["message"].startswith("by the rules of the base, new-access") for one in found)


def test_init_writes_rules_that_are_read(repo):
    assert ungated("init", repo, "--from", "lml").exit_code == 0
    assert set(rules(check(repo))) == {"exempted-here"}
    again = ungated("init", repo)
    assert again.exit_code == 2
    assert "is already there" in again.stderr


def test_init_starts_from_the_rules_that_applied_so_far(repo):
    before = ungated("report", repo, "--no-paths", "--format", "json").stdout
    made = ungated("init", repo)
    assert (made.exit_code, made.stdout) == (
        0,
        f"wrote {repo}/ungated.toml, which starts from the built-in rules lml\n",
    )
    after = ungated("report", repo, "--no-paths", "--format", "json").stdout
    assert json.loads(after)["accesses"] == json.loads(before)["accesses"]


def test_init_without_a_start_is_read_too(tmp_path):
    assert ungated("init", tmp_path).exit_code == 0
    shown = ungated("check", tmp_path)
    assert "@acme/client" in shown.stderr


def test_init_without_a_start_tells_tests_from_production(tmp_path):
    ungated("init", tmp_path)
    made = tmp_path / "ungated.toml"
    made.write_text(made.read_text().replace("audited = []", 'audited = ["getItem"]'))
    call = 'import { getItem } from "@acme/client";\nexport const show = () => getItem(1);\n'
    files = dict.fromkeys(("src/item.ts", "src/item.test.ts", "src/__tests__/item.ts"), call) | {
        "client/package.json": '{ "name": "@acme/client", "main": "index.ts" }',
        "client/index.ts": "export const getItem = (id: number) => ({ id });\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    report = json.loads(ungated("report", tmp_path, "--no-paths", "--format", "json").stdout)
    assert {access["file"]: access["scope"] for access in report["accesses"]} == {
        "src/item.ts": "production",
        "src/item.test.ts": "test",
        "src/__tests__/item.ts": "test",
    }


def test_rule_explains():
    assert "To resolve:" in ungated("rule", "gate-weakened").stdout
    assert len(ungated("rule").stdout.splitlines()) == 15


def test_rules_that_exempt_what_the_change_adds_are_told(repo):
    append(repo, SERVICE, NEW_CALL)
    exempt = '[[except]]\nsubject = "getRelease"\nbecause = "meant"\n'
    own = f'version = 1\nextends = "lml"\nname = "lml"\ntitle = "t"\n{exempt}'
    (repo / "ungated.toml").write_text(own)
    found = check(repo)
    assert set(rules(found)) == {"exempted-here"}
    assert any("new-access" in one["message"] and one["file"] == SERVICE for one in found)
    commit(repo)
    assert check(repo) == [], "once it is merged it is the rule"


def test_an_edit_of_comments_in_the_rules_is_told_and_nothing_else(repo):
    ungated("init", repo, "--from", "lml")
    commit(repo)
    edit(repo, "ungated.toml", ("# Rules", "# The rules"))
    assert [one["message"] for one in check(repo)] == ["this change edits ungated.toml"]
