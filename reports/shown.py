"""Where people see the results of accesses, and what a flagged row has to do with each place."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from audit.model import Access, Path

PEOPLE: Final = ("http", "view", "message")
"""The kinds of sink that people see."""

State = Literal["live", "env", "dormant", "unknown", "no"]
STATES: Final[tuple[State, ...]] = ("live", "env", "dormant", "unknown", "no")
"""What a flagged row has to do with a place, worst first: its data is shown, is shown once a variable is set, would be
once a column is written, may be, is not."""
LEAKING: Final[tuple[State, ...]] = ("live", "env", "dormant")


class Shown(NamedTuple):
    """A place where people see a result, by the worst and then clearest of the paths that end there.

    `state` is None where it was not computed.
    """

    name: str
    state: State | None
    columns: tuple[str, ...]
    access: Access
    path: Path

    @property
    def is_direct(self) -> bool:
        """Is there a path that no column interrupts?"""
        return not self.columns


def shown_by(accesses: Iterable[Access]) -> tuple[Shown, ...]:
    """Where people see the results: one entry for each route, page or channel; worst first, then direct ones, by name.

    What only decides (`implicit`) is not shown, nor is the result of what nothing calls.
    """
    best: dict[str, tuple[tuple[int, ...], Access, Path]] = {}
    columns: dict[str, set[str]] = {}
    for access in accesses:
        for path in access.paths if access.reach != "unreachable" else ():
            if path.flow == "implicit" or path.sink.kind not in PEOPLE:
                continue
            ranked = rank(path)
            for name in places_of(path):
                columns.setdefault(name, set()).add(path.stored_in[-1] if path.stored_in else "")
                if name not in best or ranked < best[name][0]:
                    best[name] = (ranked, access, path)
    made = [_shown(name, columns[name], access, path) for name, (_, access, path) in best.items()]
    return tuple(sorted(made, key=_shown_order))


def places_of(path: Path) -> tuple[str, ...]:
    """Where people see what comes by the path: routes, pages, or the channel of a message."""
    sink = path.sink
    if sink.kind == "message":
        return (f"message {sink.channel or 'unknown'}",)
    return sink.routes or (f"{sink.kind} at {sink.file}",)


def state_of(path: Path) -> State | None:
    """What a flagged row has to do with the end of the path; None where it was not computed."""
    if path.flagged is None:
        return None
    if path.flagged.state != "yes":
        return path.flagged.state
    kinds = {condition.kind for condition in path.conditions}
    return "dormant" if "dormant" in kinds else "env" if "env" in kinds else "live"


def rank(path: Path) -> tuple[int, ...]:
    """Of several paths to one place the least tells most: the worst state, then the clearest way."""
    state = state_of(path)
    return (
        len(STATES) if state is None else STATES.index(state),
        len(path.stored_in),
        path.flow != "explicit",
        path.confidence != "proven",
        len(path.steps),
    )


def _shown(name: str, columns: set[str], access: Access, path: Path) -> Shown:
    through = () if "" in columns else tuple(sorted(columns))
    return Shown(name, state_of(path), through, access, path)


def _shown_order(one: Shown) -> tuple[int, bool, str]:
    return len(STATES) if one.state is None else STATES.index(one.state), not one.is_direct, one.name
