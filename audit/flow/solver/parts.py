"""Members that every language has, and what they say of the object that they are read from."""

from __future__ import annotations

from audit.flow.contexts import Path

COUNTS = ("length", "size")
"""Members that say how much there is, not what."""
OF_KINDS = ("instanceof", "typeof")
"""Operators that ask what kind of object something is: of that, what it holds decides nothing."""
_ADDRESS = {
    "href": (
        "protocol",
        "username",
        "password",
        "host",
        "hostname",
        "port",
        "pathname",
        "search",
        "searchParams",
        "hash",
    ),
    "search": ("searchParams",),
    "host": ("hostname", "port"),
}
"""Members of an address that are made of others, as the standard of URLs has it."""


def is_made_of(key: str, path: Path) -> bool:
    """Is a member made of what stands at a path, another member of the same address?"""
    return key in _ADDRESS and bool(path) and path[0] in _ADDRESS[key]
