"""Every sheet of small and large reports in a browser: it is shown, accessible, printable and fast."""

from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import expect

from audit.model import Path as Way
from audit.model import Step
from reports.html import to_html
from tests.made import access, full_report, report, subject
from tests.paged import CALL, ROUTE, SHOWN, paged
from tests.sample import audited

AXE = Path(__file__).parents[1] / "node" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.parametrize("made", [report(), full_report()], ids=["empty", "full"])
def test_every_sheet_of_an_empty_and_of_a_full_report_is_shown(opened, made):
    page = opened(made)
    wheres = [f"#access={one.id}" for one in made.accesses] + [f"#subject={one.id}" for one in made.subjects]
    for where in [*wheres, *(f"#group={one.id}" for one in made.groups), "#"]:
        page.goto(page.url.split("#")[0] + where)
        expect(page.locator("main h1")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", ["", "#access=aaaaaaaaaaaa&path=2&step=2", "#subject=ping", "#access=bbbbbbbbbbbb"])
def test_axe_finds_nothing_serious(opened, where, scheme):
    page = opened(paged(), where, color_scheme=scheme, bypass_csp=True)
    page.evaluate(AXE.read_text())
    found = page.evaluate(
        "axe.run().then((run) => run.violations.map(({impact, id, nodes}) => [impact, id, nodes[0].html]))"
    )
    assert [one for one in found if one[0] in {"serious", "critical"}] == []


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
            expect(page.locator(".step")).to_have_count(len(path.steps))
            expect(page.locator(".step .code")).to_have_count(len(path.steps))
            expect(here_.locator("mark"), "the step's column points into its line").to_have_count(1)
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
    assert page.locator("#list li:visible .where").count() == 500
    page.keyboard.press("j")
    expect(page.locator(".path-head")).to_contain_text("way 1 of 40")
    spent = page.evaluate("""() => {
        const begun = performance.now();
        for (const key of 'jjjjjjjjjj') document.dispatchEvent(new KeyboardEvent('keydown', {key}));
        for (let n = 0; n < 30; n += 1) document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight'}));
        document.body.getBoundingClientRect();
        return performance.now() - begun;
    }""")
    assert spent < 5000, "forty keys"
