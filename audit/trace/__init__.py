"""Where the result of every access ends up, with the steps: the value flow, read for people."""

from audit.trace.engine import Engine, engine_for
from audit.trace.reach import reaches
from audit.trace.trace import Traced, trace

__all__ = ["Engine", "Traced", "engine_for", "reaches", "trace"]
