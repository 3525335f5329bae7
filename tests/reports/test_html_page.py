"""The page as text: what it carries is the report and nothing else, and no name in it can become markup or script."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from audit.model import Evidence, Flagged, Sink, Step, in_order
from audit.model import Path as Way
from reports import columns, facts
from reports.escapes import html, json_in_html
from reports.html import to_html
from reports.html.page import SCRIPTS, STYLES
from reports.html.shared import Steps
from reports.json import to_json
from reports.safe import safe_terminal
from tests.made import access, full_report, report
from tests.made_report import decisions_report
from tests.paged import paged
from tests.random_reports import reports

ROOT = Path(__file__).parents[2]
PARTS = ROOT / "reports" / "html" / "parts"
ANY_TEXT = st.text(st.characters())
ATTACKS = st.sampled_from(["</script>", "<!--", "<script>", "]]>", "&lt;", "\u2028", "<img src=x onerror=alert(1)>"])
HOSTILE = st.lists(ANY_TEXT | ATTACKS).map("".join)
STEP = st.builds(Step, st.sampled_from("ab"), st.integers(1, 2), st.integers(1, 2), st.sampled_from("xy"))


class Read(HTMLParser):
    """The elements of a page as a browser's parser sees them, and the text of its scripts."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.scripts, self.texts, self.inside = [], [], {}, ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "script":
            self.scripts.append(data)
        self.texts[self.inside] = self.texts.get(self.inside, "") + data


def data_of(page):
    return json.loads(Read(page).scripts[0])


@given(HOSTILE)
def test_json_in_a_script_element_is_the_same_json_and_holds_no_markup(foreign):
    foreign = foreign.encode(errors="backslashreplace").decode()
    written = json_in_html(msgspec.json.encode({foreign: [foreign]}))
    assert json.loads(written) == {foreign: [foreign]}
    assert not re.search("[<>&\u2028\u2029]", written)


@given(HOSTILE)
def test_text_in_html_is_the_same_text(foreign):
    foreign = re.sub("[\x00\r\ud800-\udfff]", "", foreign)
    read = Read(f'<p title="{html(foreign)}">{html(foreign)}')
    assert read.tags == [("p", {"title": foreign})]
    assert read.texts.get("p", "") == foreign


@given(HOSTILE)
def test_whatever_names_say_the_page_has_the_same_elements(foreign):
    made = paged(
        rules=msgspec.structs.replace(paged().rules, title=foreign),
        accesses=(access(file=foreign, function=foreign, through=(Evidence(foreign, 1, foreign),)),),
        excerpts={foreign: {"1": foreign}},
    )
    read = Read(to_html(made))
    assert [tag for tag, _ in read.tags] == [tag for tag, _ in Read(to_html(paged())).tags]
    assert len(read.scripts) == 2


@given(HOSTILE)
def test_text_that_is_carried_hides_nothing(foreign):
    made = data_of(
        to_html(paged(accesses=(access(file=foreign, function=foreign),), excerpts={foreign: {"1": foreign}}))
    )
    for text in (made["accesses"][0]["file"], made["accesses"][0]["function"], *made["excerpts"]):
        assert text.isprintable()
    assert all(code.isprintable() for lines in made["excerpts"].values() for code in lines.values())


@given(st.lists(st.lists(STEP, max_size=6), max_size=8))
def test_paths_that_share_steps_come_back_as_they_were(paths):
    steps = Steps()
    leaves = [steps.leaf(path) for path in paths]
    flat = steps.flat()

    def back(node):
        while node >= 0:
            file, line, column, note = flat[steps.at[node] * 4 : steps.at[node] * 4 + 4]
            yield Step(steps.files.values[file], line, column, steps.notes.values[note])
            node = node - steps.up[node] if steps.up[node] else -1

    assert [list(back(leaf))[::-1] for leaf in leaves] == paths
    assert len(steps.at) <= sum(map(len, paths))


@pytest.mark.parametrize("made", [paged(), decisions_report()], ids=["paged", "decisions"])
def test_the_first_table_says_what_the_screen_says(made):
    heads, *lines = columns.table(facts.rows(made))
    on_screen = [dict(zip(heads, line, strict=True)) for line in lines]
    for row, line in zip(data_of(to_html(made))["rows"], on_screen, strict=True):
        said = (row["id"], row["flagged"][1], row["gate"][1], row["proposal"], row["decision"])
        assert said == tuple(line[name] for name in ("subject", "flagged row?", "gate", "proposal", "decision"))


@pytest.mark.parametrize(
    ("route", "said"),
    [("yes", ["yes", "yes: 2 live"]), ("unknown", ["unknown", "not known"]), ("no", ["no", "seen by nobody: log"])],
)
def test_what_gets_to_a_log_alone_is_not_shown_and_hides_nothing_that_may_be(route, said):
    one = paged().accesses[0]
    line = Sink(kind="log", file="a.ts", line=1, column=1)
    log = Way(sink=line, flow="explicit", confidence="proven", flagged=Flagged(state="yes"))
    seen = msgspec.structs.replace(one.paths[0], flagged=Flagged(state=route))
    made = paged(accesses=(msgspec.structs.replace(one, paths=(seen, log)),))
    assert data_of(to_html(made))["rows"][0]["flagged"] == said


@settings(
    max_examples=40,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(reports())
def test_the_page_carries_every_access_and_path_that_json_has(made):
    carried = data_of(to_html(made))
    stated = json.loads(to_json(made), object_hook=lambda fields: {k: shown(v) for k, v in fields.items()})
    for access_, told in zip(carried["accesses"], stated["accesses"], strict=True):
        access_["paths"] = [path_of(carried, row) for row in access_["paths"]]
        del access_["decided"]
        assert access_ == told


def shown(value):
    """Text as it is shown; what holds text was already seen to."""
    match value:
        case str():
            return safe_terminal(value)
        case list():
            return [shown(one) for one in value]
        case _:
            return value


def path_of(data, row):
    """A path with its own names, from what the page carries; as the script of the page puts it together."""
    sink, flow, confidence, flagged, _, conditions, stored, guard, fields, leaf = row
    steps = []
    node = leaf
    while node >= 0:
        file, line, column, note = data["steps"][data["at"][node] * 4 : data["at"][node] * 4 + 4]
        steps.append({"file": data["files"][file], "line": line, "column": column, "note": data["notes"][note]})
        node = node - data["up"][node] if data["up"][node] else -1
    return {
        "sink": data["sinks"][sink],
        "flow": flow,
        "confidence": confidence,
        "flagged": None if flagged is None else data["flagged"][flagged],
        "conditions": data["conditions"][conditions],
        "stored_in": data["lists"][stored],
        "guard": None if guard is None else data["guards"][guard],
        "fields": data["lists"][fields],
        "steps": steps[::-1],
    }


def test_the_same_report_gives_the_same_page():
    assert to_html(in_order(paged())) == to_html(in_order(paged()))


@pytest.mark.parametrize("made", [report(), full_report(), paged()], ids=["empty", "full", "paged"])
def test_only_the_style_and_the_script_of_the_page_are_allowed(made):
    read = Read(to_html(made))
    policy = next(attrs["content"] for tag, attrs in read.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    digests = re.findall(r"'sha256-([^']+)'", policy)
    code = (read.scripts[1], read.texts["style"])
    assert digests == [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in code]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", read.scripts[1] + read.texts["style"])


def test_every_part_is_in_the_page():
    written = sorted(file.name for file in PARTS.iterdir() if file.suffix in {".js", ".css"})
    assert written == sorted((*SCRIPTS, *STYLES))


def test_no_part_writes_html_or_runs_text():
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bFunction\(|srcdoc|DOMParser"
    )
    assert [file.name for file in PARTS.glob("*.js") if forbidden.search(file.read_text())] == []


@pytest.mark.parametrize(
    ("remote", "commit", "dirty", "address"),
    [
        ("https://github.com/radio/shop.git", "c" * 40, False, f"https://github.com/radio/shop/blob/{'c' * 40}/"),
        ("https://github.com/radio/shop/", "c" * 40, False, f"https://github.com/radio/shop/blob/{'c' * 40}/"),
        ("https://github.com/radio/shop", "c" * 40, True, None),
        ("https://github.com/radio/shop", None, False, None),
        ("https://example.org/radio/shop", "c" * 40, False, None),
        ("javascript:alert(1)//https://github.com/radio/shop", "c" * 40, False, None),
        ("https://github.com/radio/shop\njavascript:alert(1)", "c" * 40, False, None),
    ],
)
def test_lines_are_linked_only_where_their_address_is_known(remote, commit, dirty, address):
    checkout = msgspec.structs.replace(paged().checkout, remote=remote, commit=commit, dirty=dirty)
    assert data_of(to_html(paged(checkout=checkout)))["repository"] == address
