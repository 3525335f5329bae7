"""What an access is keyed by: the values that select its answer."""
