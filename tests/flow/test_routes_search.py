"""Questions about routes that no line of a shape answers: parameters, entries, callers, order of asking."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.flow.code import Spot
from audit.flow.routes.memo import Asked, Memo
from audit.flow.routes.texts import joined
from tests.routing import Project

SHAPES = Path(__file__).parents[1] / "shapes"


def test_parameters_are_those_of_the_registration() -> None:
    with Project(SHAPES / "route-express-commonjs") as project:
        given_to = project.routes.handlers.parameters(project.function("controller.js", "list"))
    assert given_to == {0: ("express#Request",), 1: ("express#Response",)}


def test_an_error_handler_gets_the_error_first(tmp_path: Path) -> None:
    (tmp_path / "app.ts").write_text(
        "import express from 'express';\n"
        "const app = express();\n"
        "function failed(error, req, res, next) { res.status(500).json({}); }\n"
        "app.use(failed);\n"
    )
    with Project(tmp_path) as project:
        given_to = project.routes.handlers.parameters(project.function("app.ts", "failed"))
        assert project.texts("app.ts", "failed") == ["ALL /*"]
    assert given_to[2] == ("express#Response",)


def test_a_router_that_is_mounted_nowhere_is_marked() -> None:
    with Project(SHAPES / "route-express-factories") as project:
        all_routes = {
            (route.path, route.mounted)
            for function, _ in project.functions("routers.ts")
            for route in project.routes.of(function)
        }
    assert all_routes == {("/left/x", True), ("/right/y", True), ("/z", False)}


def test_tests_bring_no_handler_to_a_route(tmp_path: Path) -> None:
    (tmp_path / "handler.ts").write_text("export const show = (req, res) => res.json({});\n")
    (tmp_path / "handler.test.ts").write_text(
        "import express from 'express';\nimport { show } from './handler';\nexpress().get('/x', show);\n"
    )
    with Project(tmp_path) as project:
        assert project.texts("handler.ts", "show") == []
        assert not project.routes.is_entry(project.function("handler.ts", "show"))


def test_components_reach_the_pages_that_show_them() -> None:
    with Project(SHAPES / "route-pages") as project:
        card, lonely = (project.function("components/Card.tsx", name) for name in ("Inner", "Lonely"))
        assert [route.text for route in project.routes.reaching(card)] == ["page /items/[id]"]
        assert project.routes.reaching(lonely) == ()
        assert project.routes.of(card) == ()
        page = project.function("app/items/[id]/page.tsx", "Page")
        assert project.renders(page) == "view"
        assert project.routes.is_entry(page)


@pytest.mark.parametrize("shape", ["route-express-wrappers", "route-express-factories", "route-express-mounts"])
def test_the_order_of_questions_changes_no_answer(shape: str) -> None:
    answers = []
    for seed in range(4):
        with Project(SHAPES / shape) as project:
            functions = [one for file in project.program.files for one, _ in project.functions(file)]
            random.Random(seed).shuffle(functions)
            answers.append({one: (project.routes.reaching(one), project.routes.of(one)) for one in functions})
    assert all(one == answers[0] for one in answers)


@given(st.text("/ab:*", max_size=8), st.text("/ab:*", max_size=8), st.text("/ab:*", max_size=8))
def test_joining_paths_is_associative_and_rooted(one: str, two: str, three: str) -> None:
    assert joined(joined(one, two), three) == joined(one, joined(two, three))
    assert joined(one, two).startswith("/")
    assert joined(one, "") == joined("", one)


def test_a_memo_keeps_no_answer_that_rests_on_an_open_question() -> None:
    memo: Memo[frozenset[str]] = Memo(Asked(), frozenset())
    edges = {"a": ["b"], "b": ["a", "c"], "c": []}

    def ask(name: str) -> frozenset[str]:
        return memo.of(name, lambda: frozenset({name}).union(*(ask(other) for other in edges[name])))

    assert ask("a") == {"a", "b", "c"}
    assert ask("b") == {"a", "b", "c"}


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20), st.permutations(range(7)))
def test_a_memo_answers_the_same_in_any_order(edges: list[tuple[int, int]], order: list[int]) -> None:
    memo: Memo[frozenset[int]] = Memo(Asked(), frozenset())

    def ask(one: int) -> frozenset[int]:
        return memo.of(one, lambda: frozenset({one}).union(*(ask(to) for here, to in edges if here == one)))

    for one in order:
        reached, new = {one}, [one]
        while new:
            here = new.pop()
            more = {to for of, to in edges if of == here} - reached
            reached |= more
            new.extend(more)
        assert ask(one) == reached


def test_a_memo_asks_questions_that_come_back_to_the_first_one_only_once() -> None:
    """Storeys of two, each of which asks both below it, the lowest asks the first one: a million ways lead down."""
    memo: Memo[frozenset[int]] = Memo(Asked(), frozenset())
    found: list[int] = []

    def ask(one: int) -> frozenset[int]:
        return memo.of(one, lambda: find(one))

    def find(one: int) -> frozenset[int]:
        found.append(one)
        level = (one + 1) // 2
        below = (2 * level + 1, 2 * level + 2) if level < 20 else (0,)
        return frozenset({one}).union(*map(ask, below))

    assert ask(0) == frozenset(range(41))
    assert len(found) == 41


@pytest.mark.parametrize(("written", "cut"), [(": string", False), ("", True)])
def test_a_text_is_no_router_whoever_calls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, *, cut: bool
) -> None:
    monkeypatch.setattr("audit.flow.routes.back._BUDGET", 2)
    (tmp_path / "texts.ts").write_text(
        f"export function cut(text{written}) {{ return text.trim().replace('a', ''); }}\n"
        "const again = (text) => cut(text);\n"
        "export const all = (texts) => texts.map((text) => again(text));\n"
        "export const one = (row) => again(row.text);\n"
    )
    with Project(tmp_path) as project:
        function = project.function("texts.ts", "cut")
        graph = project.code.graph(function.file, function.unit)
        receiver = next(site.receiver for site in graph.calls if site.method == "replace")
        project.routes.handlers.types(Spot(function.file, function.unit, receiver))
        assert project.routes.cut is cut


def test_what_a_handler_hands_on_is_found_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.flow.routes.back._BUDGET", 12)
    (tmp_path / "app.ts").write_text(
        "import express from 'express';\n"
        "const far = (n) => (n > 0 ? far(n - 1) : near(n) ?? other(n));\n"
        "const near = (n) => [n, n, n].map((one) => one + 1)[0];\n"
        "const other = (n) => ({ a: near(n), b: far(n) }).a;\n"
        "const opened = (n, res) => { res.set('Content-Type', 'text/event-stream'); };\n"
        "express().get('/news', (req, res) => { const it = res; opened(far(3), it); });\n"
    )
    with Project(tmp_path) as project:
        handler = next(one for one, _ in project.functions("app.ts") if project.routes.of(one))
        assert [route.text for route in project.routes.of(handler)] == ["SSE /news"]
        assert not project.routes.cut
