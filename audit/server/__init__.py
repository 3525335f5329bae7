"""What the service's own code says about the endpoints that are reached: routes, chains of calls, claims."""

from audit.server.serving import Service, server_side, start

__all__ = ["Service", "server_side", "start"]
