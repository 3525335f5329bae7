"""Entries: what runs by itself, and whether it leads to a function."""
