"""The command line: what a person types, what they see, and the exit code."""

__all__ = ["main"]


def main() -> None:
    """Run the command line; who interrupts it while it is being loaded sees no traceback either."""
    try:
        from audit.cli.app import main as run
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    run()
