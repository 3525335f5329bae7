"""What happens inside functions, as far as finding needs it: in the client's code, and around its calls."""
