"""The value flow backwards: what a value may be, and where it comes from."""
