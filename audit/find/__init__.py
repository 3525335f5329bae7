"""Where the service is reached: accesses through the client, and past it."""

from audit.find.audit import Audit, audit_of

__all__ = ["Audit", "audit_of"]
