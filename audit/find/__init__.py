"""Where the service is reached: accesses through the client, and past it."""

from audit.find.finding import audit_of

__all__ = ["audit_of"]
