"""Finished work that is taken over where nothing that it asked has another answer."""

from audit.reuse.finished import Entry, Finished, entry_of
from audit.reuse.work import Work

__all__ = ["Entry", "Finished", "Work", "entry_of"]
