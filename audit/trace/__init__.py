"""Where the result of every access ends up, with the steps: the value flow, read for people."""

from audit.trace.beside import Following
from audit.trace.engine import Engine, engine_for
from audit.trace.reach import reaches
from audit.trace.trace import Traced

__all__ = ["Engine", "Following", "Traced", "engine_for", "reaches"]
