"""Routes that lead to handlers, and what handlers are given: on demand, from a function or a response."""

from audit.flow.routes.handlers import Handlers
from audit.flow.routes.model import Route
from audit.flow.routes.search import Routes

__all__ = ["Handlers", "Route", "Routes"]
