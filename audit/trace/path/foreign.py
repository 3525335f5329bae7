"""Where a way goes through memory from one program to another: these share code, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.contexts import Seed, seed_of
from audit.trace.path.ways import comes_otherwise

if TYPE_CHECKING:
    from audit.flow.contexts import Fact
    from audit.flow.solver import Solver
    from audit.trace.entry.programs import Programs
    from audit.trace.path.ways import Way


class Foreign:
    """Answers about ways. The program of a way is the last one on it: where the value is seen."""

    def __init__(self, programs: Programs) -> None:
        self._programs = programs

    def on(self, way: Way) -> frozenset[Fact]:
        """The facts of a way in other programs."""
        programs = self._programs.of({fact.context.function.file for fact in way.facts})
        apart = [fact for fact in way.facts if fact.context.function.file in programs]
        return frozenset(fact for fact in apart if _program(programs, fact) != _program(programs, apart[-1]))

    def bars(self, solver: Solver, way: Way) -> bool:
        """Does a way come from another program, and none by which the value stays in its own?"""
        if not self.on(way):
            return False
        programs = self._programs.of({fact.context.function.file for fact in way.facts})
        home = next(file for fact in reversed(way.facts) if (file := fact.context.function.file) in programs)
        ours = (Seed(-1), seed_of(way.facts[0].context))

        def is_elsewhere(fact: Fact) -> bool:
            """Is it another value, or in another program?"""
            return seed_of(fact.context) not in ours or self._programs.apart((home, fact.context.function.file))

        return not comes_otherwise(solver, way.facts[-1], barred=is_elsewhere)


def _program(programs: dict[str, str], fact: Fact) -> str:
    return programs[fact.context.function.file]
