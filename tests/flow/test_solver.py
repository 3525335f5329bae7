"""What reaches the sinks of small programs is what their comments say, no more and no less."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.flow.code import Spot
from audit.flow.graph import Place
from audit.flow.outside.library import Library
from audit.flow.solver import Solver, Wanted
from audit.flow.solver.putting import Putting
from audit.rulebook import Flow, flow_of
from tests.flowing import Files, cases, marked, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import FunctionId
    from audit.flow.solver.putting import Part


@pytest.mark.parametrize("files", [pytest.param(files, id=name) for name, files in cases()])
def test_sinks_are_reached_as_marked(files: Files) -> None:
    assert run(files).sinks == marked(files)


@pytest.mark.parametrize("files", [pytest.param(files, id=name) for name, files in cases()])
def test_without_implicit_data_only_that_is_missing(files: Files) -> None:
    wanted = {place: text for place, text in marked(files).items() if not text.startswith("implicit")}
    assert run(files, implicit=False).sinks == wanted


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("import { track } from 'somewhere';\ntrack(source());", 2),
        ("import { track } from 'somewhere';\ntrack({ deep: [source()] });", 2),
        ("import client from 'somewhere';\nclient.track('x', source());", 2),
        ("function f(done: any) {\n  done(source());\n}", 2),
        ("import { track } from 'somewhere';\nconst x = track(source());", 2),
        ("import { track } from 'somewhere';\nconst x = track(source());\nif (x) f();", 0),
        ("import { track } from 'x';\nexport const f = async () => {\n  await track(source());\n};", 3),
        ("import { track } from 'x';\nexport const f = () => {\n  void track(source());\n};", 3),
        ("import { track } from 'x';\nexport function f() {\n  track(source()).then(() => 1).catch((e) => 2);\n}", 3),
        ("import { track } from 'x';\nexport function f() {\n  track(source()).then((got) => got.id);\n}", 0),
        ("import { track } from 'x';\nexport async function f() {\n  if (await track(source())) return 1;\n}", 0),
        ("import { track } from 'x';\nexport async function f() {\n  const kept = await track(source());\n}", 3),
        ("import { track } from 'x';\nexport async function f() {\n  return { kept: await track(source()) };\n}", 0),
        ("import { step } from 'x';\nawait step('a', async () => {\n  return source();\n});", 2),
        ("import { step } from 'x';\nawait step('a', async () => {\n  throw source();\n});", 2),
        ("import { step } from 'x';\nawait step('a', async () => {\n  source();\n});", 0),
        ("import { step } from 'x';\nexport const a = await step('a', async () => {\n  return source();\n});", 2),
        ("import { step } from 'x';\nconst a = await step(() => source());\nconsole.log(a);", 0),
        ("import { step } from 'x';\nconst run = (f: any) => step('a', f);\nawait run(async () => source());", 2),
        ("import { step } from 'x';\nconst a = [1];\nawait Promise.all(a.map((one) => step(one, () => source())));", 3),
        ("setTimeout(async () => {\n  return source();\n}, 10);", 0),
        ("[1].forEach((one) => {\n  return source();\n});", 0),
        ("context.run(async () => {\n  return source();\n});", 1),
        ("function f(done: any) {\n  const x = done(source());\n}", 2),
        ("function f(deps: { save: any }) {\n  return deps.save(source());\n}", 2),
        ("function f(span: any) {\n  span.end();\n  return source();\n}", 0),
        ("function keep(v: any) {}\nkeep(source());", 0),
        ("console.log(source());", 0),
        ("const all: any[] = [];\nall.push(source());", 0),
        ("const kept = new Map();\nkept.set('x', source());", 0),
        ("setTimeout((v: any) => {}, 10, source());", 0),
        ("new Promise((resolve) => resolve(source()));", 0),
        ("if (source()) console.log('x');", 0),
        ("const d: any = {};\nd.p = new Promise((r) => {\n  d.done = r;\n});\nd.done(source());\nd.lose(1);", 6),
    ],
)
def test_a_value_is_lost_in_a_call_that_may_keep_it(code: str, line: int) -> None:
    assert run({"a.ts": code}).lost == ({("a.ts", line)} if line else set())


def test_a_row_may_say_that_a_call_keeps_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Library.flows

    def flows(self: Library, file: str, unit: int, call: int) -> tuple[Flow, ...] | None:
        kept = getattr(self._site(file, unit, call).expression.callee, "name", "") == "keep"
        return (flow_of("arg0 -> kept"),) if kept else usual(self, file, unit, call)

    monkeypatch.setattr(Library, "flows", flows)
    assert run({"a.ts": "keep(source());\nkeep(1, source());\nconst a = keep(source());"}).lost == {
        ("a.ts", 1),
        ("a.ts", 3),
    }


def test_what_the_budget_cuts_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    code = {"a.ts": "const a = [source()];\nfor (const b of a) sink(b);\n"}
    assert not run(code).cut
    monkeypatch.setattr("audit.flow.solver.facts.BUDGET", 3)
    assert run(code).cut


def test_what_a_function_puts_somewhere_is_found_once_for_all_who_call_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each fact in each context asks: to go back to the parameters for each of them took longer than all the rest."""
    usual, asked = Putting._find_given, []

    def find(self: Putting, function: FunctionId, part: Part) -> Iterator[Part]:
        asked.append((function, part))
        return usual(self, function, part)

    monkeypatch.setattr(Putting, "_find_given", find)
    keeping = "const keep = (m: Map<string, any>, row: any) => {\n  m.set('a', row);\n};\n"
    each = [f"const m{i} = new Map(); const r{i}: any = {{}}; keep(m{i}, r{i}); m{i}.get('a').x = v;" for i in (1, 2)]
    found = run({"a.ts": "\n".join([keeping, "const v = source();", *each, "sink(r2);"])})
    assert found.sinks
    assert asked
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("count", [5, 80])
def test_who_reads_a_name_is_asked_once_for_all_statements_that_assign_to_it(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each statement of a module reads the name that it may assign to: to ask for each was quadratic."""
    usual, asked = Wanted.readers, []

    def readers(self: Wanted, solver: Solver, file: str, unit: int, place: Place) -> tuple[Spot, ...]:
        asked.append(place)
        return usual(self, solver, file, unit, place)

    monkeypatch.setattr(Wanted, "readers", readers)
    lines = ["let v: any = source();", *(f"if (Math.random() > {one}) v = {{ a: v }};" for one in range(count))]
    found = run({"a.ts": "\n".join([*lines, "sink(v);"])})
    assert found.sinks == {("a.ts", count + 2): "explicit a a.a a.a.a a.a.a.a a.a.a.a.a a.a.a.a.a.a"}
    assert len(asked) <= 2 * 7 * 8  # parts, and whether these fail; ways to each that are kept
