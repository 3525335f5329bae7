"""Checks and decisions: the pipeline run on one tree or two, and the ledger asked about what it gave."""

from audit.review.checking import Checked, check
from audit.review.deciding import Asked, decide, preview
from audit.review.sides import reader_for, tree_of
from audit.review.starting import init

__all__ = ["Asked", "Checked", "check", "decide", "init", "preview", "reader_for", "tree_of"]
