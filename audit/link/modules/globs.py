"""Workspace globs: `packages/*`, `apps/**`, `!**/test/**`, `{a,b}/*`."""

import re
from collections.abc import Iterable, Sequence
from fnmatch import translate
from functools import lru_cache

_BRACES = re.compile(r"\{([^{}]*)\}")
_MOST = 256


def selects(globs: Iterable[str], folder: str) -> bool:
    """Do the globs select `folder` (seen from their root)? One with `!` takes away, wherever it stands."""
    parts = folder.split("/")
    chosen = False
    for glob in globs:
        negative = glob.startswith("!")
        if (negative or not chosen) and any(_matches(one, parts) for one in _expanded(glob.lstrip("!"))):
            if negative:
                return False
            chosen = True
    return chosen


@lru_cache(maxsize=1024)
def _expanded(glob: str) -> tuple[tuple[re.Pattern[str] | None, ...], ...]:
    """`glob` without braces, each as its segments; None stands for `**`."""
    done: list[str] = []
    pending = [glob]
    while pending and len(done) + len(pending) <= _MOST:
        text = pending.pop()
        braces = _BRACES.search(text)
        if braces is None:
            done.append(text)
        else:
            pending += [text[: braces.start()] + part + text[braces.end() :] for part in braces[1].split(",")]
    return tuple(_segments(text) for text in done)


def _segments(text: str) -> tuple[re.Pattern[str] | None, ...]:
    parts = [part for part in text.split("/") if part not in ("", ".")]
    return tuple(None if part == "**" else re.compile(translate(part)) for part in parts)


def _matches(segments: Sequence[re.Pattern[str] | None], parts: Sequence[str]) -> bool:
    """Run all ways to spend `**` side by side: the work is segments times parts, whatever the glob."""
    states = _opened(segments, {0})
    for part in parts:
        following = set()
        for state in states:
            if state == len(segments):
                continue
            segment = segments[state]
            if segment is None:
                following.add(state)
            elif segment.match(part):
                following.add(state + 1)
        states = _opened(segments, following)
    return len(segments) in states


def _opened(segments: Sequence[re.Pattern[str] | None], states: set[int]) -> set[int]:
    reached = set(states)
    for state in states:
        position = state
        while position < len(segments) and segments[position] is None:
            position += 1
            reached.add(position)
    return reached
