"""Where a backward question stands: the calls that are being looked into, and where answers end."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import KEY, OF_MAPS, VALUE

Path = tuple[str, ...]
Call = tuple[str, int, int]
"""A call: its file, unit and number."""
_NAMED = -2
NOBODY: Call = ("", -1, -1)
"""Stands for a call that gives nothing: parameters have their defaults."""


class Beside(Struct, frozen=True, order=True):
    """A function that a framework gives the same arguments as another one that it calls for the same request.

    `apart` is a part of the first one that is its own but for what `has` names (`req.params`). `alike` False: the two
    have but the request in common, and other parameters. `puts`: parts of the first one that are others for the second
    function.
    """

    function: FunctionId
    apart: Path = ()
    has: tuple[str, ...] = ()
    alike: bool = True
    puts: tuple[Path, ...] = ()

    def shares(self, position: int, path: Path) -> bool:
        """Is a part of an argument the same one for both?"""
        count = len(self.apart)
        if not self.alike:
            return False
        if not position and any(path[: len(one)] == one[: len(path)] for one in self.puts):
            return False
        if position or not count or path[:count] != self.apart:
            return True
        return path[count : count + 1] != () and path[count] in self.has


class Frame(msgspec.Struct, frozen=True, cache_hash=True):
    """A function seen from one of its calls: its parameters are what the call gives, in the frames `outer`.

    Frames hold frames, the same ones several times: without a hash that is kept each look-up would walk all of them.

    `call` None: any call of the function; `named(text)`: one that nobody has written, which gives that text. `handed`:
    the call is one of outside code that is given the function and calls it with what its row says. `this` is the object
    that the function is a method of, as a node and the frames in which it is seen; a frame of a class (`instance_of`)
    holds nothing but that. `beside`: parameters are those of that function, in the frames `outer`.
    """

    function: FunctionId
    call: Call | None
    outer: Env
    this: tuple[Spot, Env] | None = None
    handed: bool = False
    beside: Beside | None = None

    @property
    def written(self) -> Call | None:
        """The call, where one stands in the code."""
        return self.call if self.call is not None and self.call[1] >= 0 else None


Env = tuple[Frame, ...]
_PAIRED = {KEY: ("[*]", "[0]"), VALUE: ("[*]", "[1]")}


class End(Struct, frozen=True, order=True):
    """Where a value comes from, or as far as it can be followed: the part `path` of what is at a node."""

    spot: Spot
    path: Path
    env: Env


class Target(Struct, frozen=True, order=True):
    """A function that a call may run, with the frames of the place where it was made."""

    function: FunctionId
    env: Env


def instance_of(file: str, unit: int, class_at: int) -> FunctionId:
    """What stands in a frame for the class whose instance `this` is."""
    return FunctionId(file, unit, -2 - class_at)


def named(text: str) -> Call:
    """A call that gives the name of a member that is read (`__getattr__`, the `get` of a proxy)."""
    return (text, -1, _NAMED)


def given_name(call: Call | None) -> str | None:
    """The text that a call of that kind gives; None for any other call."""
    return call[0] if call is not None and call[2] == _NAMED else None


def frame_of(env: Env, function: FunctionId) -> Frame | None:
    """The innermost frame of a function."""
    for frame in env:
        if frame.function == function:
            return frame
    return None


def matches(name: str, step: str) -> bool:
    """Is a part stored as `name` (maybe) the one read as `step`?

    Elements whose position is not known are any; what stands in a map is apart from them.
    """
    return name == step or ("[*]" in (name, step) and OF_MAPS.isdisjoint((name, step)))


def behind(path: Path, steps: Path) -> Path | None:
    """What is left of a path behind a target place; None when it is another part."""
    for step in steps:
        if step == "await":
            continue
        rest = _behind(path, step) if path else None
        if rest is None:
            return None
        path = rest
    return path


def _behind(path: Path, step: str) -> Path | None:
    """What is left behind one step. A map that nobody knew to be one is asked for its pairs."""
    first = path[0]
    if step in OF_MAPS:
        pair = _PAIRED[step]
        return path[1:] if first == step else path[2:] if path[:2] in (pair, pair[:-1]) else None
    if step == "*":
        return path[1:] if first not in OF_MAPS else None
    if first in OF_MAPS or (step == "[*]" and not first.startswith("[")):
        return None
    return path[1:] if step == "[*]" or first in (step, "[*]") else None
