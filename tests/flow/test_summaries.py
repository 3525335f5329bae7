"""On small random programs: a call says the same as the body in its place, and no order changes what is found."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st

from audit.flow.solver import Solver
from tests.flowing import Files, Found, Whole, run

if TYPE_CHECKING:
    from audit.flow.contexts import Fact

LOCALS = ("a", "b", "x", "y")
FEW = settings(max_examples=200)


class Step(NamedTuple):
    """One statement over the locals of a function; a call names one of the functions before."""

    kind: str
    target: str
    one: str
    other: str
    callee: int = 0


def steps(functions: int) -> st.SearchStrategy[list[Step]]:
    """The body of a function that may call the first ones."""
    kinds = ["copy", "hold", "read", "write", "choose", *(["call", "call"] if functions else [])]
    local = st.sampled_from(LOCALS)
    one = st.builds(Step, st.sampled_from(kinds), local, local, local, st.integers(0, max(functions - 1, 0)))
    return st.lists(one, min_size=1, max_size=5)


PROGRAMS = st.tuples(steps(0), steps(1), steps(2), steps(3))
TEXTS = {
    "copy": "{t} = {a};",
    "hold": "{t} = {{ p: {a}, q: {b} }};",
    "read": "{t} = {a}.p;",
    "write": "{t}.p = {a};",
    "choose": "if ({b}) {{ {t} = {a}; }} else {{ {t} = {b}; }}",
    "call": "{t} = f{n}({a}, {b});",
}


def called(bodies: tuple[list[Step], ...]) -> Files:
    """The program with its calls, a function in each file; the last body is `main`, and its locals are shown."""
    files = {}
    for number, body in enumerate(bodies[:-1]):
        imports = "".join(f"import {{ f{one} }} from './f{one}';\n" for one in range(number))
        lines = [text_of(step, "") for step in body]
        declared = f"export function f{number}(a: any, b: any) {{\n  let x: any, y: any;\n  "
        files[f"f{number}.ts"] = imports + declared + "\n  ".join([*lines, "return x;"]) + "\n}\n"
    imports = "".join(f"import {{ f{one} }} from './f{one}';\n" for one in range(len(bodies) - 1))
    return {**files, "main.ts": imports.replace("\n", " ") + main([text_of(step, "") for step in bodies[-1]])}


def inlined(bodies: tuple[list[Step], ...]) -> Files:
    """The same program with the bodies in the place of the calls, as one line each."""
    counter = [0]
    lines = [" ".join(expanded(step, "", bodies, counter)) for step in bodies[-1]]
    return {"main.ts": main(lines)}


def main(lines: list[str]) -> str:
    """`a` is what is followed; every local is shown at the end."""
    start = "export function main() {\n  let a: any = source(), b: any = 1, x: any, y: any;\n  "
    return start + "\n  ".join([*lines, *(f"sink({name});" for name in LOCALS)]) + "\n}\n"


def text_of(step: Step, suffix: str) -> str:
    """A statement; locals have a suffix where their function stands in the place of a call."""
    target, one, other = (name + suffix for name in (step.target, step.one, step.other))
    return TEXTS[step.kind].format(t=target, a=one, b=other, n=step.callee)


def expanded(step: Step, suffix: str, bodies: tuple[list[Step], ...], counter: list[int]) -> list[str]:
    """The statements of a statement, calls replaced."""
    if step.kind != "call":
        return [text_of(step, suffix)]
    counter[0] += 1
    inner = f"_{counter[0]}"
    given_ = f"let a{inner} = {step.one}{suffix}, b{inner} = {step.other}{suffix}, x{inner}: any, y{inner}: any;"
    body = [text for one in bodies[step.callee] for text in expanded(one, inner, bodies, counter)]
    return [given_, *body, f"{step.target}{suffix} = x{inner};"]


def shown(found: Found) -> dict[int, str]:
    """What reaches the sinks of `main`, by line."""
    return {line: text.removesuffix(" possible") for (file, line), text in found.sinks.items() if file == "main.ts"}


GIVEN_ON = (  # `f2` gives back what `f0` gives back: the argument itself, and `main` writes into that
    [Step("copy", "x", "a", "a")],
    [Step("copy", "a", "a", "a")],
    [*[Step("copy", "a", "a", "a")] * 4, Step("call", "x", "a", "a", 0)],
    [*[Step("copy", "a", "a", "a")] * 3, Step("call", "y", "a", "a", 2), Step("write", "y", "a", "a")],
)
CUT_IN_A_CALL = (  # what is written is deeper than paths are: the last name is a guess, inside of the call as well
    [Step("read", "x", "a", "a")],
    [Step("call", "x", "a", "a", 0), Step("read", "x", "x", "x")],
    [Step("call", "x", "a", "a", 1), Step("read", "x", "x", "x")],
    [
        Step("hold", "x", "a", "b"),
        *[Step("hold", "x", "x", "b")] * 2,
        Step("call", "y", "b", "b", 2),
        Step("read", "y", "y", "y"),
        Step("write", "y", "x", "x"),
    ],
)


MADE_AND_PUT = (  # `f0` puts a new object into its argument and gives it back, and `main` writes into that
    [Step("hold", "x", "b", "b"), Step("write", "a", "x", "x")],
    [Step("copy", "x", "a", "a")],
    [Step("copy", "x", "a", "a")],
    [Step("hold", "b", "b", "b"), Step("call", "x", "b", "y", 0), Step("write", "x", "a", "a")],
)


@FEW
@given(PROGRAMS)
@example(GIVEN_ON)
@example(CUT_IN_A_CALL)
@example(MADE_AND_PUT)
def test_a_summary_equals_inlining(bodies: tuple[list[Step], ...]) -> None:
    assert shown(run(called(bodies), implicit=False)) == shown(run(inlined(bodies), implicit=False))


NOTHING = [Step("copy", "x", "x", "x")]
SAME_PLACE_TWICE = [  # `x.p` was read from one of two objects before it was written to both
    Step("choose", "x", "b", "a"),
    Step("choose", "y", "x", "y"),
    Step("write", "x", "y", "a"),
    Step("write", "x", "y", "a"),
    Step("write", "b", "a", "a"),
]
CUT_AND_WHOLE = [  # `x.p.p.p.p` comes by a way that is cut, and by one that is not
    Step("write", "b", "a", "a"),
    Step("choose", "x", "b", "b"),
    Step("write", "x", "x", "a"),
    Step("copy", "a", "x", "x"),
    Step("hold", "a", "b", "y"),
]


@FEW
@given(PROGRAMS, st.randoms(use_true_random=False))
@example((NOTHING, NOTHING, NOTHING, SAME_PLACE_TWICE), Random(0))
@example((NOTHING, NOTHING, NOTHING, CUT_AND_WHOLE), Random(2))
def test_the_order_of_facts_changes_nothing(bodies: tuple[list[Step], ...], random: Random) -> None:
    """Neither what is found, nor whether it is certain."""

    class Shuffled(Solver):
        def next(self) -> Fact | None:
            waiting = [queue for queue in self._queues if queue]
            if not waiting:
                return None
            queue = random.choice(waiting)
            queue.rotate(random.randrange(len(queue)))
            return queue.popleft()

    files = called(bodies)
    assert run(files, solver=Shuffled).sinks == run(files).sinks


@FEW
@given(PROGRAMS)
def test_parts_that_nothing_reads_change_nothing(bodies: tuple[list[Step], ...]) -> None:
    files = called(bodies)
    assert run(files, solver=Whole).sinks == run(files).sinks


@FEW
@given(PROGRAMS, st.permutations(range(3)))
def test_the_names_of_files_change_nothing(bodies: tuple[list[Step], ...], order: list[int]) -> None:
    files = called(bodies)
    others = {f"f{number}": f"g{other}" for number, other in enumerate(order)}
    renamed = {
        others.get(name.removesuffix(".ts"), "main") + ".ts": re.sub(r"(?<=\./)f\d", lambda one: others[one[0]], text)
        for name, text in files.items()
    }
    assert shown(run(renamed)) == shown(run(files))
