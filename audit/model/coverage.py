"""What a run saw and what it did not: a clean report must not be mistaken for a blind one."""

from typing import Literal

import msgspec

UnanalysedReason = Literal[
    "too-large",
    "too-deep",
    "encoding",
    "lfs-pointer",
    "conflict-markers",
    "crashed",
    "timeout",
    "unreadable",
    "missing",
    "language",
]


FlagPresence = Literal["declared", "named", "absent"]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What of the rules stands in this checkout: `…_of` is how many the rules name.

    `client` are the files of the client that were found, `package` is its name in the rules. `flag`: a column of it is
    declared, or none is and it is named all the same, or neither: then nothing in this tree can be flagged. None
    without columns in the rules. `unread`: where none was found, files that the rules name as the client's and that are
    neither TypeScript nor JavaScript.
    """

    package: str | None = None
    client: tuple[str, ...] = ()
    audited: int = 0
    audited_of: int = 0
    gated: int = 0
    gated_of: int = 0
    columns: int = 0
    columns_of: int = 0
    flag: FlagPresence | None = None
    unread: tuple[str, ...] = ()


class Unanalysed(msgspec.Struct, frozen=True, order=True):
    """A file that was not read; `language`: of a kind not read here, yet it names what is searched."""

    file: str
    reason: UnanalysedReason
    in_scope: bool


class Damaged(msgspec.Struct, frozen=True, order=True):
    """A region that did not parse; `in_scope` when a searched name or the path of a value lies inside."""

    file: str
    line: int
    reason: str
    in_scope: bool


class Unresolved(msgspec.Struct, frozen=True, order=True):
    """An expression that could not be followed, and why."""

    file: str
    line: int
    column: int
    reason: str


class LookAlike(msgspec.Struct, frozen=True, order=True):
    """A production line that holds a searched name and means something else: `is`."""

    name: str
    file: str
    line: int
    is_: str = msgspec.field(name="is")


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """How much of the checkout the report speaks about.

    `look_alikes` lists at most twenty per name; `look_alikes_unlisted` counts the rest.
    """

    files: int = 0
    parsed: int = 0
    unanalysed: tuple[Unanalysed, ...] = ()
    damaged: tuple[Damaged, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    look_alikes_unlisted: int = 0
