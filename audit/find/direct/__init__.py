"""Past the client: requests and databases whose address comes from a variable of the service."""
