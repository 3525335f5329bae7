"""The value-flow engine: where values go, through calls, closures, objects and places, with calls and returns matched.

Tabulation after Reps, Horwitz and Sagiv (POPL 1995): a function is worked through once for every fact that enters it,
and what leaves it goes back only to the calls that brought the fact. Facts of a seed, born inside, go to every caller.
Functions are values: a closure is a fact that remembers the context it was made in, and where it is called, what it
returns goes on. Paths of members are those of access-path analyses (Boomerang, ECOOP 2016), cut at six names.
"""

from audit.flow.contexts import Caller, Reason
from audit.flow.solver.facts import Event, Exit
from audit.flow.solver.run import Solver
from audit.flow.solver.wanted import Wanted

__all__ = ["Caller", "Event", "Exit", "Reason", "Solver", "Wanted"]
