"""Where a command's result goes."""

from pathlib import Path

from audit.cli.outcome import deliver
from audit.model import UserError


def write(data: bytes, output: Path | None) -> None:
    """Write to the file, or to standard output. Raises UserError."""
    if output is None:
        deliver(data)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise UserError(
            f"cannot write {output}: {error.strerror}", "name a file in a folder that you can write to"
        ) from error
