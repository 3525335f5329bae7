"""Ways to write the same program: rewrites of every place of a file that keep what it does, and its lines."""

from __future__ import annotations

from tests.rewrites.expressions import EXPRESSIONS
from tests.rewrites.rewriting import Rewrite, rewritten
from tests.rewrites.statements import STATEMENTS

__all__ = ["REWRITES", "Rewrite", "rewritten"]

REWRITES: tuple[Rewrite, ...] = (*EXPRESSIONS, *STATEMENTS)
