"""What FastAPI makes of the server: routers, routes, and what it fills in for a handler's parameters."""
