"""The ways on which an access is run: from the access through the calls of the functions around it, up to an entry."""

from __future__ import annotations

from msgspec import Struct

from audit.flow.code import FunctionId
from audit.flow.frames import Call, Env


class Stand(Struct, frozen=True, order=True):
    """One call of a chain, and the function in which it stands.

    `direct` False: code outside of the tree calls the function that it is given here, with arguments of its own.
    `env` are the frames in which that function is seen on this chain: asked with it, the backward engine
    (`Engine.backwards.ends(spot, path, env)`) follows a parameter to what this chain gives, and to nothing else.
    """

    call: Call
    function: FunctionId
    env: Env
    direct: bool = True


class Chain(Struct, frozen=True, order=True):
    """`stands[0]` is the access itself, `stands[n + 1]` the call of the function in which `stands[n]` stands.

    `cut` where more callers stand further out and were not followed; `runs` False where nothing is known that calls the
    function around the outermost one.
    """

    stands: tuple[Stand, ...]
    cut: bool = False
    runs: bool = True

    @property
    def access(self) -> Stand:
        """The access itself."""
        return self.stands[0]

    @property
    def entry(self) -> Stand:
        """The outermost call that is known."""
        return self.stands[-1]
