"""Small programs whose `sink(…)` lines say in a comment what reaches them, and the engine's run on them.

`tests/flows/*.ts` hold the programs: `// case: NAME` begins one, `// file: PATH` another file of it. A sink line ends
in `// -` (nothing comes there) or in `// LABEL [PATH] [possible]`: the label of what `source()` gave, where in the
value it is, and whether the way holds a guess.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from audit.extract.reading import Reader
from audit.flow.backward.origins import Origins
from audit.flow.backward.values import Global
from audit.flow.code import Code, Spot
from audit.flow.solver import Solver, Wanted
from audit.flow.solver.live import Live
from audit.link.names import Names
from audit.link.program import Program
from audit.rulebook import VocabularyIndex, load_vocabulary
from audit.source import WorkTree
from audit.store import NullStore
from audit.trace.path.ways import way_to
from tests.trees import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.contexts import Context, Fact
    from audit.flow.solver.dropping import Drop
    from audit.flow.solver.facts import Reason

FOLDER = Path(__file__).parent / "flows"
LABELS = ("explicit", "argument", "implicit")
VOCABULARY = VocabularyIndex(load_vocabulary(), "javascript")
_SINK = re.compile(r"\bsink\(.*//\s*(.+?)\s*$")
Files = dict[str, str]
Place = tuple[str, int]


class Found(NamedTuple):
    """What reached the sinks of a program: by (file, line) the strongest label, paths of that label, and doubt."""

    sinks: dict[Place, str]
    lost: frozenset[Place]
    cut: bool


def cases() -> Iterator[tuple[str, Files]]:
    """The programs of all files, with their names."""
    for path in sorted(FOLDER.glob("*.ts")):
        for part in path.read_text().split("// case: ")[1:]:
            name, _, text = part.partition("\n")
            yield f"{path.stem}: {name}", _files(text)


def _files(text: str) -> Files:
    first, *others = re.split(r"^// file: (.+)\n", text, flags=re.MULTILINE)
    return {"a.ts": first, **dict(zip(others[::2], others[1::2], strict=True))}


def marked(files: Files) -> dict[Place, str]:
    """What the comments of the sink lines say; those which nothing reaches are left out."""
    found = {}
    for file, text in files.items():
        for number, line in enumerate(text.split("\n"), 1):
            match = _SINK.search(line)
            if match is not None and match[1] != "-":
                found[file, number] = match[1]
    return found


class _Asked(Wanted):
    """`sink` is where events are; values that are lost are noted."""

    def __init__(self, *, implicit: bool) -> None:
        self.implicit = implicit
        self.answers = self.instances = self.guesses = True
        self.lost_at: set[Place] = set()

    def reached(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        file, unit = fact.context.function.file, fact.context.function.unit
        site = solver.code.graph(file, unit).calls[call]
        return fact.carried == "value" and slot >= 0 and Global("sink") in solver.callees(fact.context, site)

    def lost(self, solver: Solver, fact: Fact, call: int, slot: int) -> None:
        file, unit = fact.context.function.file, fact.context.function.unit
        graph = solver.code.graph(file, unit)
        if fact.carried == "value" and Global("sink") not in solver.callees(fact.context, graph.calls[call]):
            self.lost_at.add((file, solver.code.program.position(file, graph.calls[call].at).line))

    def dropped(self, solver: Solver, at: tuple[Context, int], drop: Drop, reason: Reason) -> None:
        file, unit = at[0].function.file, at[0].function.unit
        site = solver.code.graph(file, unit).calls[at[1]]
        if Global("sink") not in solver.callees(at[0], site) and not drop.back:
            self.lost_at.add((file, solver.code.program.position(file, site.at).line))


def run(
    files: Files,
    *,
    implicit: bool = True,
    order: Callable[[list[Spot]], list[Spot]] = sorted,
    solver: type[Solver] = Solver,
) -> Found:
    """Follow what the calls of `source()` give; `order` is that in which they are taken up."""
    with tempfile.TemporaryDirectory() as root:
        write(Path(root), files)
        with WorkTree(root) as snapshot:
            program = Program(snapshot, Reader(NullStore()))
            code = Code(program)
            asked = _Asked(implicit=implicit)
            engine = solver(Origins(code, Names(program), VOCABULARY), asked)
            for spot in order(list(_sources(code))):
                engine.seed(spot, 0)
            engine.run()
            return Found(_reached(engine), frozenset(asked.lost_at), engine.cut)


class Whole(Solver):
    """The engine as it is without leaving anything out: it also follows parts of values that nothing reads."""

    def __init__(self, origins: Origins, wanted: Wanted) -> None:
        super().__init__(origins, wanted)
        self.live = _Everything(origins.code, frozenset())


class _Everything(Live):
    def leads(self, *_: object) -> bool:
        return True


def _sources(code: Code) -> Iterator[Spot]:
    for file in code.program.files:
        facts = code.program.facts(file)
        assert facts is not None
        for unit in range(len(facts.outline().units)):
            graph = code.graph(file, unit)
            for site in graph.calls:
                source = graph.source[site.callee]
                if getattr(source, "name", None) == "source":
                    yield Spot(file, unit, site.result)


def _reached(solver: Solver) -> dict[Place, str]:
    found: dict[Place, list[tuple[int, bool, str]]] = {}
    for (event, _), reason in solver.events.items():
        file, unit, call = event.calls[-1]
        graph = solver.code.graph(file, unit)
        line = solver.code.program.position(file, graph.at[graph.calls[call].callee]).line
        sure = way_to(solver, reason).sure
        found.setdefault((file, line), []).append((event.label, not sure, ".".join(event.path)))
    return {place: _phrase(arrivals) for place, arrivals in found.items()}


def _phrase(arrivals: list[tuple[int, bool, str]]) -> str:
    label = min(label for label, _, _ in arrivals)
    unsure = min(doubt for one, doubt, _ in arrivals if one == label)
    paths = sorted({path for one, doubt, path in arrivals if (one, doubt) == (label, unsure)})
    return " ".join([LABELS[label], *filter(None, paths), *(["possible"] if unsure else [])])
