"""Where something stands. Files are POSIX paths below the root; lines and columns are 1-based."""

import msgspec


class Place(msgspec.Struct, frozen=True, order=True):
    """A line of a file."""

    file: str
    line: int


class Evidence(msgspec.Struct, frozen=True, order=True):
    """A fact that a verdict rests on."""

    file: str
    line: int
    note: str


class Step(msgspec.Struct, frozen=True, order=True):
    """One station on the way of a value; the column counts UTF-16 code units."""

    file: str
    line: int
    column: int
    note: str
