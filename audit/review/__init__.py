"""Checks and decisions: the pipeline run on one tree or two, and the ledger asked about what it gave."""

from audit.review.checking import Checked, check
from audit.review.deciding import Asked, decide, preview
from audit.review.sides import tree_of, work_for
from audit.review.starting import init

__all__ = ["Asked", "Checked", "check", "decide", "init", "preview", "tree_of", "work_for"]
