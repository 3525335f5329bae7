"""The graph of one statement: which node each value goes to next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.extract.facts import code
from audit.extract.reading import Reader
from audit.flow.code import Code
from audit.flow.graph import Graph, Op
from audit.link.program import Program
from audit.source import WorkTree
from audit.store import NullStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def graph_of(tmp_path: Path):  # type: ignore[no-untyped-def]
    """The graph of the first statement of a text."""

    def build(text: str) -> Graph:
        (tmp_path / "a.ts").write_text(text)
        with WorkTree(str(tmp_path)) as snapshot:
            return Code(Program(snapshot, Reader(NullStore()))).graph("a.ts", 0)

    return build


def reaching(graph: Graph, ops: tuple[Op, ...] = (Op.COPY, Op.REST)) -> set[object]:
    """The literals whose value comes to the argument of `show(…)`, going back over copies."""
    call = next(site for site in graph.calls if getattr(graph.source[site.callee], "name", "") == "show")
    seen, stack = set(call.arguments), list(call.arguments)
    while stack:
        here = stack.pop()
        for node in range(len(graph.at)):
            if node not in seen and any(edge.to == here and edge.op in ops for edge in graph.out[node]):
                seen.add(node)
                stack.append(node)
    return {source.value for node in seen if isinstance(source := graph.source[node], code.Literal)}


@pytest.mark.parametrize(
    ("body", "literals"),
    [
        ("let x = 1; x = 2; show(x);", {2}),
        ("let x = 1; if (c) x = 2; show(x);", {1, 2}),
        ("let x = 1; if (c) { x = 2; } else { x = 3; } show(x);", {2, 3}),
        ("let x = 1; if (c) { x = 2; return; } show(x);", {1}),
        ("let x = 1; while (c) { show(x); x = 2; }", {1, 2}),
        ("let x = 1; for (;;) { x = 2; if (c) break; x = 3; } show(x);", {2}),
        ("let x = 1; for (const y of c) { if (y) continue; x = 2; } show(x);", {1, 2}),
        ("let x = 1; switch (c) { case 1: x = 2; break; default: x = 3; } show(x);", {2, 3}),
        ("let x = 1; switch (c) { case 1: x = 2; } show(x);", {1, 2}),
        ("let x = 1; try { x = 2; c(); x = 3; } catch { show(x); }", {1, 2, 3}),
        ("let x = 1; try { x = 2; } finally { show(x); }", {2}),
        ("let x = 1; { let x = 2; c(x); } show(x);", {1}),
        ("var x = 1; { var x = 2; } show(x);", {2}),
        ("let x = 1; const y = (x = 2, x); show(y);", {2}),
        ("let x; c && (x = 1); show(x ?? 2);", {1, 2}),
    ],
)
def test_a_name_has_the_values_that_can_be_there(graph_of, body: str, literals: set[object]) -> None:  # type: ignore[no-untyped-def]
    assert reaching(graph_of(f"function f(c: any) {{ {body} }}")) == literals


def test_what_is_shared_with_a_function_is_a_place(graph_of) -> None:  # type: ignore[no-untyped-def]
    graph = graph_of("function f() { let x = 1; const g = () => { x = 2; }; g(); return x; }")
    (place,) = [place for place in graph.reads if place.name == "x"]
    assert len(set(graph.kept[place])) == 2
    assert len(graph.reads[place]) == 1


def test_a_method_and_its_arrows_have_one_this(graph_of) -> None:  # type: ignore[no-untyped-def]
    graph = graph_of("class A { f() { return () => this.x; } g() { return function () { return this; }; } }")
    owners = [graph.functions[number].name for number in graph.this_uses]
    assert owners == ["f", ""]


def test_what_comes_after_return_is_not_returned(graph_of) -> None:  # type: ignore[no-untyped-def]
    graph = graph_of("function f() { return 1; return 2; }")
    assert sum(edge.op is Op.RETURN for edges in graph.out for edge in edges) == 1


def test_calls_know_their_catch(graph_of) -> None:  # type: ignore[no-untyped-def]
    graph = graph_of("function f() { try { a(); } catch { b(); } c(); }")
    assert [site.result in graph.caught for site in graph.calls] == [True, False, False]
