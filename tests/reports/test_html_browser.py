"""The page in a real browser, opened from a file: click, filter, step, deep link.

At the end of every test: nothing was asked of any network, nothing was said on the console.
"""

import re

import msgspec
import pytest
from playwright.sync_api import expect

from audit.model import Path as Way
from audit.model import Step
from tests.made import access
from tests.paged import CALL, ROUTE, SHOWN, paged


def listed(page, places):
    """The list shows these accesses and no other."""
    expect(page.locator("#list li:visible .where")).to_have_text(places)


def here(page, note):
    """The step that is marked is this one."""
    expect(page.locator(".step[aria-current] .note")).to_have_text([note])


def addressed(page, end):
    """The address ends so. A link that is followed changes it in its own time."""
    expect(page).to_have_url(re.compile(re.escape(end) + "$"))


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
    expect(page.locator("main")).to_contain_text("ungated decide getRelease --decision gate")
    page.get_by_role("link", name="GET /latest").click()
    expect(page.locator(".step[aria-current] .note")).to_have_text("result of getRelease")
    addressed(page, "#access=aaaaaaaaaaaa&path=1")


def test_the_list_shows_reach_and_gate_at_a_glance(opened):
    page = opened(paged())
    first = page.locator("#list li").first
    expect(first.locator(".chip")).to_have_text(["renders", "gate none"], use_inner_text=True)
    other = page.locator("#list li").nth(1)
    expect(other.locator(".chip")).to_have_text(["reach not computed", "gate not computed"], use_inner_text=True)


def test_each_filter_narrows_the_list(opened):
    page = opened(paged())
    listed(page, ["apps/a.ts:3", "apps/a.ts:20", "apps/a.ts:12"])
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
        listed(page, left)
        expect(page.locator("[role=status]")).to_have_text(f"{len(left)} of 4 accesses")
        select.select_option(before)
    page.locator("select[name=reach]").select_option("contained")
    page.locator("select[name=gate]").select_option("none")
    listed(page, [])
    page.get_by_role("button", name="Show all accesses").click()
    expect(page.locator("#list li:visible")).to_have_count(4)


def test_the_keyboard_searches_and_goes_from_access_to_access(opened):
    page = opened(paged())
    page.keyboard.press("/")
    page.keyboard.type("get /LATEST aaaa")
    listed(page, ["apps/a.ts:3"])
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("a.ts")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    addressed(page, "#access=bbbbbbbbbbbb")
    page.keyboard.press("k")
    expect(page.locator("#list [aria-current] .where")).to_have_text("apps/a.ts:3")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("main h1")).to_have_text("ping called in askHealth")


def test_a_click_shows_the_drawn_way_from_the_endpoint_to_the_route_with_code(opened):
    page = opened(paged())
    page.locator("#list li a").first.click()
    titles = ["GET /api/release/{}", "getRelease", "a.ts:3", "a.ts:4", "routes.ts:9", "GET /albums/:id", "GET /latest"]
    expect(page.locator(".station.main .title")).to_have_text(titles)
    expect(page.locator(".station.run .code").first).to_have_text("const release = await getRelease(id);")
    lines = ["const release = await getRelease(id);", "return release;", "res.json(release); // for people"]
    expect(page.locator(".step .code")).to_have_text(lines)
    expect(page.locator(".step mark")).to_have_text(["getRelease", "release", "release"])
    expect(page.locator(".step .t-comment")).to_have_text(["// for people"])
    expect(page.locator(".edge.main")).to_have_count(6)


def test_stepping_walks_the_code_and_pointing_marks_it(opened):
    page = opened(paged(), "#access=aaaaaaaaaaaa")
    here(page, "result of getRelease")
    page.keyboard.press("ArrowRight")
    here(page, "as release")
    expect(page.locator(".station.here .title")).to_have_text("a.ts:4")
    addressed(page, "#access=aaaaaaaaaaaa&path=1&step=2")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    here(page, "given to res.json")
    page.keyboard.press("ArrowLeft")
    here(page, "as release")
    page.locator(".station.main.run").last.hover()
    expect(page.locator(".hint .note")).to_have_text(["given to res.json"])
    page.locator(".step").first.hover()
    expect(page.locator(".station.hint .title")).to_have_text(["a.ts:3"])
    page.locator(".step").first.click()
    here(page, "result of getRelease")


def test_other_ways_and_other_ends_are_a_key_away(opened):
    page = opened(paged(), "#access=aaaaaaaaaaaa")
    expect(page.locator(".path-head")).to_contain_text("way 1 of 2")
    expect(page.locator(".station.run:not(.main) .title")).to_have_text(["a.ts:6"])
    page.keyboard.press("]")
    expect(page.locator(".path-head")).to_contain_text("way 2 of 2")
    expect(page.locator(".path-head")).to_contain_text("possible · only if CACHE_URL is set")
    expect(page.locator(".step .note").nth(1)).to_have_text("put into cache")
    page.keyboard.press("}")
    expect(page.locator(".ends [aria-current] .name")).to_have_text(["concerts.image_url"])
    page.keyboard.press("{")
    page.locator(".station.run:not(.main)").click()
    addressed(page, "&path=2")


def test_a_column_on_the_way_is_a_station_of_its_own(opened):
    read = Step("apps/read.ts", 5, 3, "read from concerts.image_url: result of db.select")
    path = Way(
        sink=ROUTE, flow="explicit", confidence="proven", stored_in=("concerts.image_url",), steps=(CALL, read, SHOWN)
    )
    page = opened(paged(accesses=(access(id="aaaaaaaaaaaa", reach="renders", paths=(path,)),)), "#access=aaaaaaaaaaaa")
    titles = ["getRelease", "a.ts:3", "read.ts:5", "routes.ts:9", *ROUTE.routes, "concerts.image_url"]
    expect(page.locator(".station.main .title")).to_have_text([re.compile("^GET "), *titles])
    boxes = [page.locator(".title", has_text=name).bounding_box() for name in ("a.ts:3", "concerts.image", "read.ts:5")]
    assert [box["y"] for box in boxes] == sorted(box["y"] for box in boxes)
    assert len({box["x"] for box in boxes}) == 1


def test_a_deep_link_opens_the_very_step_and_back_returns(opened):
    page = opened(paged(), "#access=aaaaaaaaaaaa&path=3&step=3")
    here(page, "as image_url")
    expect(page.locator(".ends [aria-current] .name")).to_have_text(["concerts.image_url"])
    page.locator("main h1 a").click()
    expect(page.locator("main h1")).to_have_text("getRelease")
    page.go_back()
    expect(page.locator(".step[aria-current] .note")).to_have_text("as image_url")


@pytest.mark.parametrize(
    "where", ["#access=nobody", "#access=aaaaaaaaaaaa&path=-4&step=1e9", "#%", "#path=2", "#subject=x"]
)
def test_an_address_of_nothing_shows_what_is_there(opened, where):
    expect(opened(paged(), where).locator("main h1")).to_have_count(1)


def test_without_code_and_without_steps_the_notes_are_shown(opened):
    bare = msgspec.structs.replace(paged().accesses[0].paths[0], steps=())
    one = msgspec.structs.replace(paged().accesses[0], paths=(*paged().accesses[0].paths[1:], bare))
    page = opened(paged(accesses=(one,), excerpts={}), "#access=aaaaaaaaaaaa&path=2")
    expect(page.locator(".step .note")).to_have_count(3)
    expect(page.locator(".step .code")).to_have_count(0)
    page.goto(page.url.split("#")[0] + "#access=aaaaaaaaaaaa&path=3")
    expect(page.locator(".path-head")).to_contain_text("0 steps")
