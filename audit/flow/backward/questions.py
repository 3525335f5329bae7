"""How a question backwards is asked: answers are kept, circles add nothing, and what is too long ends where it is.

What a question is about, and how an answer is found, is said by those who build on this.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from audit.flow.backward.nearer import Nearer
from audit.flow.frames import End, Env, Frame, Path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.flow.code import Code, Spot

_DEEP = 400
"""Steps of one way back: what is cut there is known to no question on the way, and each would ask again."""
_EACH, _ALL = 100_000, 1_000_000
"""Questions that one question may ask, and all questions of a run."""
_ROOM = 10_000
"""Python's own frames for that many steps."""
_MOST = 240
_NONE = 1 << 30
_LONG = 6
"""Names of a part that are told apart."""


class _Answer:
    """What is known of a question: while it is open nothing, and `rests` is its depth; then what was found, and the
    depth of the outermost open question that it rests on.
    """

    __slots__ = ("asked", "found", "rests")

    def __init__(self, asked: End, depth: int) -> None:
        self.asked, self.rests = asked, depth
        self.found: tuple[End, ...] = ()


class Questions:
    """Answers are kept; a question that comes back to itself adds nothing. Too long a search ends where it is."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self.variables: dict[Spot, str] = {}  # nodes that are variables by what stands around them
        self.cut: set[End] = set()
        """Ends that are none: nothing was asked beyond them."""
        self._nearer = Nearer(code, self.variables)
        self._answers: dict[End, _Answer] = {}
        self._frames: dict[Env, Env] = {}
        self._same: dict[int, tuple[Frame, Frame]] = {}
        self._room, self._left, self._depth = _ALL, 0, 0
        self._again = _NONE
        self._resting: dict[int, list[_Answer]] = {}

    def find(self, asked: End) -> Sequence[End]:
        """The ends of a question that was not asked before."""
        raise NotImplementedError

    def ends(self, spot: Spot, path: Path = (), env: Env = ()) -> tuple[End, ...]:
        """Every place that a part of the value at a node comes from; nothing where the part cannot be.

        An open question that is asked again adds nothing: what is missing comes to it by whoever asked first. What
        rests on that is an answer only as long as that question is open; without keeping it so long each way into a
        circle would walk it again.
        """
        if not self._depth:
            return self._outermost(spot, path, env)
        asked = End(spot, path, env)
        answer = self._answers.get(asked)
        if answer is None:
            return self._asked(asked)
        self._again = min(self._again, answer.rests)
        return answer.found

    def _one(self, env: Env) -> Env:
        """The same frames, as the objects that were asked with before: chains that were built apart hold equal frames
        in frames, and to compare those would walk all ways through them.
        """
        return self._frames.setdefault(env, env) if (env := tuple(map(self._frame, env))) else env

    def _frame(self, frame: Frame) -> Frame:
        known = self._same.get(id(frame))
        if known is None:
            this = (frame.this[0], self._one(frame.this[1])) if frame.this is not None else None
            one = Frame(frame.function, frame.call, self._one(frame.outer), this, frame.handed, frame.beside)
            known = self._same[id(frame)] = frame, self._frames.setdefault((one,), (one,))[0]
        return known[1]

    def _outermost(self, spot: Spot, path: Path, env: Env) -> tuple[End, ...]:
        """With room on Python's own stack for that many steps, and for frames in frames; what else runs counts on the
        usual limit.
        """
        given = self._left = min(_EACH, self._room)
        usual = sys.getrecursionlimit()
        sys.setrecursionlimit(max(usual, _ROOM))
        try:
            asked = End(spot, path, self._one(env))
            answer = self._answers.get(asked)
            return answer.found if answer is not None else self._asked(asked)
        finally:
            self._room -= given - self._left
            sys.setrecursionlimit(usual)

    def _asked(self, asked: End) -> tuple[End, ...]:
        nearer = self._nearer.to(asked, _LONG)
        if nearer is not asked:
            return self.ends(nearer.spot, nearer.path, nearer.env)
        depth = self._depth
        if len(asked.path) > _LONG:
            return ()
        if depth > _DEEP or self._left <= 0:
            self._again = 0
            self.cut.add(asked)
            return (asked,)
        self._left -= 1
        outer, self._again = self._again, _NONE
        asked = End(asked.spot, asked.path, self._frames.setdefault(asked.env, asked.env))
        # Hashing a question with all its frames is what costs most here: it is done twice, to look up and to keep.
        answer = self._answers[asked] = _Answer(asked, depth)
        self._depth = depth + 1
        ends = self.find(asked)
        found = tuple(dict.fromkeys(ends)) if len(ends) > 1 else tuple(ends)
        answer.found = found = found if len(found) <= _MOST else (*found[:_MOST], asked)
        self._depth = depth
        if self._again >= depth:
            answer.rests = _NONE
            for one in self._resting.pop(depth, ()):
                del self._answers[one.asked]
            self._again = outer
        else:
            self._hold(answer, depth)
            self._again = min(outer, self._again)
        return found

    def _hold(self, answer: _Answer, depth: int) -> None:
        """An answer, and those that rest on its question, rest on an outer question that is still open."""
        resting = [*self._resting.pop(depth, ()), answer]
        self._resting.setdefault(self._again, []).extend(resting)
        for one in resting:
            one.rests = self._again
