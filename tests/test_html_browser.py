"""The page in a real browser, opened from a file: click, filter, step, deep link.

At the end of every test: nothing was asked of any network, nothing was said on the console.
"""

import re
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import expect

from audit.model import Evidence, Recommendation, RulesInForce, Sink, Step
from audit.model import Path as Way
from reports.html import to_html
from tests.browser import browser
from tests.made import access, full_report, report, subject
from tests.paged import CALL, ROUTE, SHOWN, paged
from tests.sample import audited

AXE = Path(__file__).parent / "node" / "node_modules" / "axe-core" / "axe.min.js"
WRITTEN_OUT = {"a\u202eb": r"a\u202eb", "a\nb": r"a\nb", "\x1b[31m": r"\x1b[31m"}
HOSTILE = [
    "</script><script>window.owned = 1</script>",
    "<img src=x onerror='window.owned = 1'>",
    "javascript:window.owned=1",
    '"><svg onload=window.owned=1>',
    "<!--<script>",
    "{{constructor.constructor('window.owned=1')()}}",
    "__proto__",
    "constructor",
    *WRITTEN_OUT,
]


@pytest.fixture(scope="module")
def chromium():
    with browser() as running:
        yield running


@pytest.fixture
def opened(chromium, tmp_path):
    """Open a report at an address behind #; at the end, no request but for the file and no word on the console."""
    said, asked, contexts = [], [], []

    def opening(made, where="", **options):
        file = tmp_path / "report.html"
        file.write_text(to_html(made))
        contexts.append(chromium.new_context(viewport={"width": 1500, "height": 950}, **options))
        page = contexts[-1].new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{file.as_uri()}{where}")
        return page

    yield opening
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not re.match(r"file:///.*/report\.html(#.*)?$|data:,$", url)] == []


def shown(page):
    """The places of the accesses that the list shows."""
    return page.locator("#list li:visible .where").all_inner_texts()


def here(page):
    return page.locator(".step[aria-current] .note").all_inner_texts()


def test_the_first_sight_answers_for_every_subject_and_says_what_was_not_computed(opened):
    page = opened(paged())
    rows = [row.inner_text().split("\t") for row in page.locator("table").first.locator("tbody tr").all()]
    assert rows == [
        ["getRelease", "2", "album", "2 routes", "yes: 2 live", "none", "gate", "open"],
        ["ping", "1", "not stated", "nowhere", "no", "not computed", "not computed", "stay-ungated"],
    ]
    text = page.locator("main").inner_text()
    assert "names five, the code has six" in text
    assert "SELECT count(*)\nFROM concerts;" in text
    assert page.locator("main a.place").first.get_attribute("href") == (
        f"https://github.com/radio/shop/blob/798b00ce{'0' * 32}/client.ts#L7"
    )


def test_a_subject_lists_where_people_see_it_and_leads_there(opened):
    page = opened(paged(), "#subject=getRelease")
    rows = [row.inner_text().split("\t") for row in page.locator("table").first.locator("tbody tr").all()]
    assert rows == [[route, "live", "load a.ts:3"] for route in sorted(ROUTE.routes)]
    assert "ungated decide getRelease --decision gate" in page.locator("main").inner_text()
    page.get_by_role("link", name="GET /latest").click()
    expect(page.locator(".step[aria-current] .note")).to_have_text("result of getRelease")
    assert page.url.endswith("#access=aaaaaaaaaaaa&path=1")


def test_the_list_shows_reach_and_gate_at_a_glance(opened):
    page = opened(paged())
    first = page.locator("#list li").first
    assert first.locator(".chip").all_inner_texts() == ["renders", "gate none"]
    assert page.locator("#list li").nth(1).locator(".chip").all_inner_texts() == [
        "reach not computed",
        "gate not computed",
    ]


def test_each_filter_narrows_the_list(opened):
    page = opened(paged())
    assert shown(page) == ["apps/a.ts:3", "apps/a.ts:20", "apps/a.ts:12"]
    for name, value, left in [
        ("reach", "contained", ["apps/a.ts:12"]),
        ("reach", "not computed", ["apps/a.ts:20"]),
        ("gate", "none", ["apps/a.ts:3"]),
        ("decision", "stay-ungated", ["apps/a.ts:12"]),
        ("scope", "test", ["tests/a.ts:3"]),
    ]:
        select = page.locator(f"select[name={name}]")
        before = select.input_value()
        select.select_option(value)
        assert shown(page) == left
        assert page.locator("[role=status]").inner_text() == f"{len(left)} of 4 accesses"
        select.select_option(before)
    page.locator("select[name=reach]").select_option("contained")
    page.locator("select[name=gate]").select_option("none")
    assert shown(page) == []
    page.get_by_role("button", name="Show all accesses").click()
    assert len(shown(page)) == 4


def test_the_keyboard_searches_and_goes_from_access_to_access(opened):
    page = opened(paged())
    page.keyboard.press("/")
    page.keyboard.type("get /LATEST aaaa")
    assert shown(page) == ["apps/a.ts:3"]
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("a.ts")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.url.endswith("#access=bbbbbbbbbbbb")
    page.keyboard.press("k")
    assert page.locator("#list [aria-current] .where").inner_text() == "apps/a.ts:3"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator("main h1").inner_text() == "ping called in askHealth"


def test_a_click_shows_the_drawn_way_from_the_endpoint_to_the_route_with_code(opened):
    page = opened(paged())
    page.locator("#list li a").first.click()
    titles = page.locator(".station.main .title").all_text_contents()
    assert titles == [
        "GET /api/release/{}",
        "getRelease",
        "a.ts:3",
        "a.ts:4",
        "routes.ts:9",
        "GET /albums/:id",
        "GET /latest",
    ]
    assert page.locator(".station.run .code").first.text_content() == "const release = await getRelease(id);"
    assert page.locator(".step .code").all_inner_texts() == [
        "const release = await getRelease(id);",
        "return release;",
        "res.json(release); // for people",
    ]
    assert page.locator(".step mark").all_inner_texts() == ["getRelease", "release", "release"]
    assert page.locator(".step .t-comment").all_inner_texts() == ["// for people"]
    assert page.locator(".edge.main").count() == 6


def test_stepping_walks_the_code_and_pointing_marks_it(opened):
    page = opened(paged(), "#access=aaaaaaaaaaaa")
    assert here(page) == ["result of getRelease"]
    page.keyboard.press("ArrowRight")
    assert here(page) == ["as release"]
    assert page.locator(".station.here .title").text_content() == "a.ts:4"
    assert page.url.endswith("#access=aaaaaaaaaaaa&path=1&step=2")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert here(page) == ["given to res.json"]
    page.keyboard.press("ArrowLeft")
    assert here(page) == ["as release"]
    page.locator(".station.main.run").last.hover()
    assert page.locator(".hint .note").all_inner_texts() == ["given to res.json"]
    page.locator(".step").first.hover()
    assert page.locator(".station.hint .title").all_text_contents() == ["a.ts:3"]
    page.locator(".step").first.click()
    assert here(page) == ["result of getRelease"]


def test_other_ways_and_other_ends_are_a_key_away(opened):
    page = opened(paged(), "#access=aaaaaaaaaaaa")
    assert "way 1 of 2" in page.locator(".path-head").inner_text()
    assert page.locator(".station.run:not(.main) .title").all_text_contents() == ["a.ts:6"]
    page.keyboard.press("]")
    assert "way 2 of 2" in page.locator(".path-head").inner_text()
    assert "possible · only if CACHE_URL is set" in page.locator(".path-head").inner_text()
    assert page.locator(".step .note").all_inner_texts()[1] == "put into cache"
    page.keyboard.press("}")
    assert page.locator(".ends [aria-current] .name").all_inner_texts() == ["concerts.image_url"]
    page.keyboard.press("{")
    page.locator(".station.run:not(.main)").click()
    assert page.url.endswith("&path=2")


def test_a_column_on_the_way_is_a_station_of_its_own(opened):
    read = Step("apps/read.ts", 5, 3, "read from concerts.image_url: result of db.select")
    path = Way(
        sink=ROUTE, flow="explicit", confidence="proven", stored_in=("concerts.image_url",), steps=(CALL, read, SHOWN)
    )
    page = opened(paged(accesses=(access(id="aaaaaaaaaaaa", reach="renders", paths=(path,)),)), "#access=aaaaaaaaaaaa")
    titles = page.locator(".station.main .title").all_text_contents()
    assert titles[1:] == ["getRelease", "a.ts:3", "read.ts:5", "routes.ts:9", *ROUTE.routes, "concerts.image_url"]
    boxes = [page.locator(".title", has_text=name).bounding_box() for name in ("a.ts:3", "concerts.image", "read.ts:5")]
    assert [box["y"] for box in boxes] == sorted(box["y"] for box in boxes)
    assert len({box["x"] for box in boxes}) == 1


def test_a_deep_link_opens_the_very_step_and_back_returns(opened):
    page = opened(paged(), "#access=aaaaaaaaaaaa&path=3&step=3")
    assert here(page) == ["as image_url"]
    assert page.locator(".ends [aria-current] .name").all_inner_texts() == ["concerts.image_url"]
    page.locator("main h1 a").click()
    expect(page.locator("main h1")).to_have_text("getRelease")
    page.go_back()
    expect(page.locator(".step[aria-current] .note")).to_have_text("as image_url")


@pytest.mark.parametrize(
    "where", ["#access=nobody", "#access=aaaaaaaaaaaa&path=-4&step=1e9", "#%", "#path=2", "#subject=x"]
)
def test_an_address_of_nothing_shows_what_is_there(opened, where):
    assert opened(paged(), where).locator("main h1").count() == 1


def test_without_code_and_without_steps_the_notes_are_shown(opened):
    bare = msgspec.structs.replace(paged().accesses[0].paths[0], steps=())
    one = msgspec.structs.replace(paged().accesses[0], paths=(*paged().accesses[0].paths[1:], bare))
    page = opened(paged(accesses=(one,), excerpts={}), "#access=aaaaaaaaaaaa&path=2")
    assert page.locator(".step .note").count() == 3
    assert page.locator(".step .code").count() == 0
    page.goto(page.url.split("#")[0] + "#access=aaaaaaaaaaaa&path=3")
    assert "0 steps" in page.locator(".path-head").inner_text()


@pytest.mark.parametrize("made", [report(), full_report()], ids=["empty", "full"])
def test_every_sheet_of_an_empty_and_of_a_full_report_is_shown(opened, made):
    page = opened(made)
    wheres = [f"#access={one.id}" for one in made.accesses] + [f"#subject={one.id}" for one in made.subjects]
    for where in [*wheres, *(f"#group={one.id}" for one in made.groups), "#"]:
        page.goto(page.url.split("#")[0] + where)
        assert page.locator("main h1").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", ["", "#access=aaaaaaaaaaaa&path=2&step=2", "#subject=ping", "#access=bbbbbbbbbbbb"])
def test_axe_finds_nothing_serious(opened, where, scheme):
    page = opened(paged(), where, color_scheme=scheme, bypass_csp=True)
    page.evaluate(AXE.read_text())
    found = page.evaluate(
        "axe.run().then((run) => run.violations.map(({impact, id, nodes}) => [impact, id, nodes[0].html]))"
    )
    assert [one for one in found if one[0] in {"serious", "critical"}] == []


def hostile(text):
    step = Step(text, 3, 2, text)
    sink = Sink(kind="http", file=text, line=1, column=1, routes=(text,))
    path = Way(sink=sink, flow="explicit", confidence="proven", fields=(text,), stored_in=(text,), steps=(step,))
    one = access(
        id="aaaaaaaaaaaa", subject=text, file=text, function=text, label=text, group=text, reach="renders",
        through=(Evidence(text, 1, text),), paths=(path,),
    )  # fmt: skip
    proposal = Recommendation(decision="gate", because=(text,), places=(Evidence(text, 1, text),))
    return paged(
        rules=RulesInForce(text, "0" * 64, text),
        subjects=(subject(id=text, endpoints=(text,), recommendation=proposal, exempt=text, carries=text),),
        accesses=(one,),
        excerpts={text: {"3": text, "1": text}},
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_names_that_attack_are_shown_as_they_are(opened, text):
    page = opened(hostile(text))
    elements = "[...document.querySelectorAll('script, img, iframe, object, embed, form[action], link[href]')].length"
    for where in ("#", "#access=aaaaaaaaaaaa", f"#subject={text}"):
        page.goto(page.url.split("#")[0] + where)
        assert page.evaluate(elements) == 3, "two scripts and the empty icon"
        assert page.evaluate("window.owned") is None
        hrefs = page.evaluate("[...document.querySelectorAll('a')].map((one) => one.href)")
        assert [href for href in hrefs if not re.match(r"file:|https://github\.com/radio/shop/blob/", href)] == []
    page.goto(page.url.split("#")[0] + "#access=aaaaaaaaaaaa")
    assert page.locator("main h1 a").text_content() == WRITTEN_OUT.get(text, text)
    assert page.locator(".step .code").text_content() == WRITTEN_OUT.get(text, text)


@pytest.mark.parametrize(
    ("attempt", "outcome"),
    [
        ("document.body.innerHTML = '<b>'", "TrustedHTML"),
        (
            "document.body.append(Object.assign(document.createElement('script'), {text: 'window.owned = 1'}))",
            "Trusted",
        ),
        ("await fetch('https://example.org')", "Failed to fetch"),
    ],
)
def test_the_policy_stops_what_would_get_in_anyway(chromium, tmp_path, attempt, outcome):
    file = tmp_path / "report.html"
    file.write_text(to_html(paged()))
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(file.as_uri())
        tried = f"(async () => {{ try {{ {attempt}; return 'done' }} catch (error) {{ return `${{error}}` }} }})()"
        assert outcome in page.evaluate(tried)
        assert page.evaluate("window.owned") is None


def test_printed_it_is_the_sheet_without_the_list_and_with_nothing_folded(opened):
    page = opened(paged(), "#access=aaaaaaaaaaaa")
    page.emulate_media(media="print")
    assert not page.locator("#list").is_visible()
    assert page.locator(".step").last.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert "nothing is checked" in page.locator("main").inner_text()


def test_every_path_of_the_sample_can_be_walked_with_its_code(opened):
    made = audited()
    page = opened(made)
    drawn = 0
    for one in made.accesses:
        for number, path in enumerate(one.paths[:1], start=1):
            page.goto(f"{page.url.split('#')[0]}#access={one.id}&path={number}&step={len(path.steps)}")
            here_ = page.locator(".step[aria-current]")
            expect(here_.locator(".number")).to_have_text(str(path.steps[-1].line))
            assert page.locator(".step").count() == len(path.steps) == page.locator(".step .code").count()
            assert here_.locator("mark").count() == 1, "the step's column points into its line"
            drawn += 1
    assert drawn > 20


def large():
    """500 accesses, each with forty paths of sixty steps, which is more than the largest known report."""
    steps = tuple(Step(f"apps/f{number // 6}.ts", number, 3, f"as v{number}") for number in range(58))
    paths = tuple(
        Way(sink=msgspec.structs.replace(ROUTE, line=number), flow="explicit", confidence="proven", fields=("*",),
            steps=(CALL, *steps[: 58 - number], *steps[59 - number :], SHOWN))
        for number in range(40)
    )  # fmt: skip
    return paged(
        subjects=tuple(subject(id=f"s{number}") for number in range(20)),
        accesses=tuple(
            access(id=f"{number:012x}", subject=f"s{number % 20}", line=number + 1, reach="renders", paths=paths)
            for number in range(500)
        ),
    )


def test_five_hundred_accesses_with_twenty_thousand_paths_are_no_burden(opened):
    made = large()
    assert len(to_html(made)) < 2_000_000
    page = opened(made)
    assert len(shown(page)) == 500
    page.keyboard.press("j")
    assert "way 1 of 40" in page.locator(".path-head").inner_text()
    spent = page.evaluate("""() => {
        const begun = performance.now();
        for (const key of 'jjjjjjjjjj') document.dispatchEvent(new KeyboardEvent('keydown', {key}));
        for (let n = 0; n < 30; n += 1) document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight'}));
        document.body.getBoundingClientRect();
        return performance.now() - begun;
    }""")
    assert spent < 5000, "forty keys"
