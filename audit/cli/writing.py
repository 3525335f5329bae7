"""Where a command's result goes."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from audit.cli.outcome import Output, deliver, pieces_of
from audit.model import UserError


def write(data: Output, output: Path | None) -> None:
    """Write to the file, or to standard output. Raises UserError.

    A file is there as a whole or stays as it was, also when the run is interrupted.
    """
    if output is None:
        deliver(data)
        return
    try:
        _replace(output, data)
    except OSError as error:
        raise UserError(
            f"cannot write {output}: {error.strerror}", "name a file in a folder that you can write to"
        ) from error


def _replace(file: Path, data: Output) -> None:
    """Write beside the file, then take its place; what is no file, or stands in a closed folder, is written itself."""
    if file.exists() and (not file.is_file() or not os.access(file.resolve().parent, os.W_OK)):
        with file.open("wb") as there:
            there.writelines(pieces_of(data))
        return
    file = file.resolve()
    handle, beside = tempfile.mkstemp(prefix=".ungated-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as made:
            made.writelines(pieces_of(data))
        Path(beside).chmod(_mode(file))
        Path(beside).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def _mode(file: Path) -> int:
    """The rights of the file that was there, or those that a new one gets."""
    if file.exists():
        return file.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
