"""The command line: what a person types, what they see, and the exit code."""

from audit.cli.app import main

__all__ = ["main"]
