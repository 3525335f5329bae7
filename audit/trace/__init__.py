"""Where the result of every access ends up, with the steps: the value flow, read for people."""

from audit.trace.reach import reaches
from audit.trace.trace import trace

__all__ = ["reaches", "trace"]
