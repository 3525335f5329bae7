"""Sinks: what a call shows, sends or keeps, and where errors and handed-on values come to one."""
