"""Where the service is reached: accesses through the client, and past it."""

from audit.find.finding import audit_of, coverage_at_last

__all__ = ["audit_of", "coverage_at_last"]
