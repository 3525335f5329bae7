"""A repository whose file, symbol, route, endpoint, table and group names attack every format that names them.

Names are written at test time: some of them no checkout on every system could hold.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from audit import pipeline, review
from audit.model import Flagged
from reports.check_text import to_check_text
from reports.comment import to_markdown
from reports.explain import as_text, explain
from reports.github import to_github
from reports.html import to_html
from reports.json import to_json
from reports.markdown import to_decisions
from reports.sarif import to_sarif
from reports.terminal import lines_on_terminal, to_terminal
from reports.text import to_text
from tests.written import CLIENT

ATTACKS = {
    "terminal": "\x1b]0;owned\x07\x1b[31mred",
    "bidi": "safe\u202egpj.exe\u200b",
    "command": "::error file=a::owned",
    "line": "a\n::warning::owned\n# owned",
    "code": "a`b``c|d",
    "script": "<script>alert(1)<",
    "closing": "</script><img src=x onerror=alert(1)>",
    "graph": '"]; click n0 "javascript:alert(1)"; x["',
    "markup": "[bold]x[/x]",
    "link": "[x](javascript:alert(1)) @octocat #1 www.example.org",
    "comment": "--> <!-- -->",
}
COMMAND = r"::(error|warning|notice) file=[^,:]*,line=\d+,title=ungated [a-z-]+::"
RULES = """version = 1
name = "hostile"
title = {title}

[client]
modules = ["acme.ts"]
audited = ["getItem"]
transport = ["send"]

[service]
url_env = ["ACME_URL"]
{groups}
"""
ROUTES = """import express from "express";
import {{ drizzle }} from "drizzle-orm/node-postgres";
import {{ pgTable, text }} from "drizzle-orm/pg-core";
import {{ getItem }} from {client};
const app = express();
const db = drizzle(process.env.DATABASE_URL);
export const kept = pgTable({table}, {{ value: text({table}) }});
export class Job {{
  async {symbol}() {{
    const item = await getItem("1");
    await db.insert(kept).values({{ value: item }});
  }}
}}
app.post({route}, async (request, response) => {{
  await new Job()[{symbol}]();
  response.json(await db.select({{ value: kept.value }}).from(kept));
}});
app.get({route}, async (request, response) => {{
  const item = await getItem(request.params.id);
  console.log(item);
  response.json(item);
}});
export const direct = () => fetch(process.env.ACME_URL + {endpoint}).then((answer) => answer.text());
app.get({route} + "/direct", async (request, response) => response.send(await direct()));
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    groups = "".join(
        f'[[group]]\nid = {json.dumps(f"job:{attack}")}\ntitle = {json.dumps(attack)}\npaths = ["apps/{name}/**"]\n'
        for name, attack in ATTACKS.items()
    )
    (root / "ungated.toml").write_text(RULES.format(title=json.dumps("\u202eT`|<b>\x1b"), groups=groups))
    (root / "acme.ts").write_text(CLIENT)
    (root / "package.json").write_text('{"main": "acme.ts"}')
    for name, attack in ATTACKS.items():
        file = root / "apps" / name / f"{attack}.ts"
        file.parent.mkdir(parents=True)
        client = json.dumps("../" * len(file.parent.relative_to(root).parts) + "acme")
        route = json.dumps(f"/{attack}/:id")
        endpoint = json.dumps(f"/{attack}")
        names = {"table": json.dumps(attack), "symbol": json.dumps(attack, ensure_ascii=False)}
        file.write_text(ROUTES.format(client=client, route=route, endpoint=endpoint, **names))
    return root


@pytest.fixture(scope="module")
def report(root):
    return pipeline.report(str(root), cache=False)


def test_the_names_are_in_the_report(report):
    """Else all that follows would prove nothing."""
    files = {access.file for access in report.accesses}
    routes = {route for access in report.accesses for path in access.paths for route in path.sink.routes}
    assert sum(any(attack in file for file in files) for attack in ATTACKS.values()) == len(ATTACKS)
    assert sum(any(attack in route for route in routes) for attack in ATTACKS.values()) >= len(ATTACKS) - 2
    columns = {column for access in report.accesses for path in access.paths for column in path.stored_in}
    assert sum(any(attack in column for column in columns) for attack in ATTACKS.values()) >= len(ATTACKS) - 5
    functions = {access.function for access in report.accesses}
    assert sum(any(attack in function for function in functions) for attack in ATTACKS.values()) >= len(ATTACKS) - 3
    assert any("owned" in subject.id for subject in report.subjects)
    assert len(report.groups) == len(ATTACKS)


def test_no_terminal_acts_on_them(report):
    asked = [one.id for several in (report.subjects, report.groups, report.accesses) for one in several]
    shown = [to_text(report), to_terminal(report, width=200, color=False, verbose=True), to_check_text(report)]
    shown += [to_terminal(report, width=width, color=False) for width in (20, 80, 300)]
    for question in asked:
        lines = [*explain(report, question), *explain(report, question, every_step=True)]
        shown += [as_text(lines), lines_on_terminal(lines, width=80, color=False)]
    for text in shown:
        assert all(line.isprintable() for line in text.split("\n"))
    assert "[bold]x[/x]" in shown[1]


def test_no_line_of_ours_is_a_workflow_command_of_theirs(gfm, root):
    import datetime as dt

    checked = review.check(str(root), today=dt.date(2026, 1, 1), cache=False).report
    assert len(checked.findings) >= len(ATTACKS)
    attacked = ATTACKS["line"]
    heading = replace(
        checked,
        checkout=replace(checked.checkout, remote=f"https://example.org/{attacked}"),
        found=replace(checked.found, package=attacked, client=("a.ts",)),
    )
    one_by_one = [to_github(replace(checked, findings=(one,))) for one in checked.findings]
    assert any("owned" in one.message for one in checked.findings)
    for text in (*one_by_one, *(form(heading) for form in (to_github, to_check_text, to_text))):
        commands = [line for line in text.splitlines() if line.startswith("::")]
        assert all(re.match(COMMAND, line) for line in commands)
    json.loads(to_sarif(checked))
    assert not set(gfm.read(to_markdown(checked)).tags) & {"script", "img", "b", "a"}


@pytest.mark.parametrize("pin", [False, True])
def test_github_shows_them_as_they_are(gfm, report, pin):
    pinned = replace(report, checkout=replace(report.checkout, remote="https://github.com/o/r", commit="c" * 40))
    read = gfm.read(to_decisions(pinned, folder="docs", pin=pin))
    assert not set(read.tags) & {"script", "img", "b", "del", "hr", "ol"}
    start = "https://github.com/o/r/blob/" if pin else "../"
    assert all(link.startswith(start) for link in read.links)
    assert "</script><img src=x onerror=alert(1)>" in read.text
    assert '"]; click n0 "javascript:alert(1)"; x["' in read.text
    assert "a`b``c|d" in read.text
    assert {len(row) for row in read.rows} <= {3, 4, 5, 8, 9}


def test_no_graph_says_more_than_we_drew(report):
    leaking = replace(report, accesses=tuple(map(leaks, report.accesses)))
    leaking = replace(leaking, subjects=tuple(replace(one, flagged="yes") for one in leaking.subjects))
    drawn = re.search(r"```mermaid\n(.*?)```", to_decisions(leaking), re.DOTALL)
    assert drawn
    lines = drawn[1].splitlines()
    assert len(lines) > 8
    node = r'n\d+(?:(?:\[|\(\[|\[\()"[\w ./,#;-]*"(?:\]|\]\)|\)\]))?'
    assert all(re.fullmatch(rf"graph LR|  {node} (?:-->|-\.->) {node}", line) for line in lines)


def test_the_page_holds_them_as_data(report):
    page = Elements()
    page.feed(to_html(report))
    assert page.tags.count("script") == page.closed.count("script")
    assert "img" not in page.tags
    assert "onerror" not in page.attributes


def test_json_keeps_them_exactly(report):
    stated = json.loads(to_json(report))
    files = {access["file"] for access in stated["accesses"]}
    assert any(ATTACKS["bidi"] in file for file in files)
    assert any(ATTACKS["line"] in file for file in files)


def leaks(access):
    flagged = Flagged(state="yes")
    return replace(access, paths=tuple(replace(path, flagged=flagged) for path in access.paths))


class Elements(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.closed, self.attributes = [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag):
        self.closed.append(tag)
