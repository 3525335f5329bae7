"""Members that every language has, and what they say of the object that they are read from."""

from __future__ import annotations

COUNTS = ("length", "size")
"""Members that say how much there is, not what."""
OF_KINDS = ("instanceof", "typeof")
"""Operators that ask what kind of object something is: of that, what it holds decides nothing."""
