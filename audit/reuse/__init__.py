"""Finished work that is taken over where nothing that it asked has another answer."""

from audit.reuse.finished import Entry, Finished, entry_of

__all__ = ["Entry", "Finished", "entry_of"]
