"""The page in a real browser, opened from a file: click, filter, step, deep link.

At the end of every test: nothing was asked of any network, nothing was said on the console.
"""

import msgspec
import pytest
from playwright.sync_api import expect

from audit.model import Path as Way
from audit.model import Step
from tests.made import access
from tests.paged import CALL, ROUTE, SHOWN, paged


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
    expect(first.locator(".chip")).to_have_text(["renders", "gate none"], use_inner_text=True)
    other = page.locator("#list li").nth(1)
    expect(other.locator(".chip")).to_have_text(["reach not computed", "gate not computed"], use_inner_text=True)


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
