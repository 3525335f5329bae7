"""Names that attack the page, and what its policy stops if they got in."""

import re

import pytest
from playwright.sync_api import expect

from audit.model import Evidence, Recommendation, RulesInForce, Sink, Step
from audit.model import Path as Way
from reports.html import to_html
from tests.made import access, subject
from tests.paged import paged

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
    expect(page.locator("main h1 a")).to_have_text(WRITTEN_OUT.get(text, text))
    expect(page.locator(".step .code")).to_have_text(WRITTEN_OUT.get(text, text))


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
