"""Where a backward question stands: the calls that are being looked into, and where answers end."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from audit.flow.code import FunctionId, Spot

Path = tuple[str, ...]
Call = tuple[str, int, int]
"""A call: its file, unit and number."""
NOBODY: Call = ("", -1, -1)
"""Stands for a call that gives nothing: parameters have their defaults."""


class Frame(msgspec.Struct, frozen=True, cache_hash=True):
    """A function seen from one of its calls: its parameters are what the call gives, in the frames `outer`.

    Frames hold frames, the same ones several times: without a hash that is kept each look-up would walk all of them.

    `call` None: any call of the function. `handed`: the call is one of outside code that is given the function and
    calls it with what its row says. `this` is the object that the function is a method of, as a node and the frames in
    which it is seen; a frame of a class (`instance_of`) holds nothing but that.
    """

    function: FunctionId
    call: Call | None
    outer: Env
    this: tuple[Spot, Env] | None = None
    handed: bool = False


Env = tuple[Frame, ...]
_KEY = "[key]"


class End(NamedTuple):
    """Where a value comes from, or as far as it can be followed: the part `path` of what is at a node."""

    spot: Spot
    path: Path
    env: Env


class Target(NamedTuple):
    """A function that a call may run, with the frames of the place where it was made."""

    function: FunctionId
    env: Env


def instance_of(file: str, unit: int, class_at: int) -> FunctionId:
    """What stands in a frame for the class whose instance `this` is."""
    return FunctionId(file, unit, -2 - class_at)


def frame_of(env: Env, function: FunctionId) -> Frame | None:
    """The innermost frame of a function."""
    for frame in env:
        if frame.function == function:
            return frame
    return None


def matches(name: str, step: str) -> bool:
    """Is a part stored as `name` (maybe) the one read as `step`?

    Elements whose position is not known are any; the keys of a map are apart from its values.
    """
    return name == step or ("[*]" in (name, step) and "[key]" not in (name, step))


def behind(path: Path, steps: Path) -> Path | None:
    """What is left of a path behind a target place; None when it is another part."""
    for step in steps:
        if step == "await":
            continue
        if not path:
            return None
        if step not in ("*", "[*]", "[key]") and path[0] not in (step, "[*]"):
            return None
        if step != "*" and _KEY in (step, path[0]) and step != path[0]:
            return None
        if step == "[*]" and not path[0].startswith("["):
            return None
        path = path[1:]
    return path
