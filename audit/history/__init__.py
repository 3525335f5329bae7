"""How the accesses came to be: a walk along first parents."""

from audit.history.walking import Step, steps, walk

__all__ = ["Step", "steps", "walk"]
