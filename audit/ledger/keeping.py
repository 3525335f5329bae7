"""Writing a decision file: one writer at a time, and never half a file."""

# Plain strings: the folder may not be there yet, and every call needs its own error.
# ruff: noqa: PTH103, PTH105, PTH108, PTH118, PTH123

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING, Final

from audit.model import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

WAIT_SECONDS: Final = 10.0
_STEP_SECONDS: Final = 0.05


@contextlib.contextmanager
def writing_in(folder: str, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the folder (made if need be) against other writers; `wait` in seconds. Raises UserError."""
    try:
        os.makedirs(folder, exist_ok=True)
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _refused(folder, error) from error
    try:
        _lock(descriptor, folder, wait)
        yield
    finally:
        os.close(descriptor)  # lets the lock go


def write_whole(path: str, data: bytes) -> None:
    """Put `data` at `path` in one step: readers see the old file or the new one. Raises UserError."""
    folder, name = os.path.split(path)
    draft = os.path.join(folder, f".{name}.{os.getpid()}.tmp")  # no `.toml`: nobody reads a draft
    try:
        with open(draft, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            os.unlink(draft)


def read_whole(path: str) -> bytes | None:
    """The bytes at `path` as they are now, None when there is no file. Raises UserError."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _refused(path, error) from error


def _lock(descriptor: int, folder: str, wait: float) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: files are still replaced whole
        return
    end = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                remedy = "wait for it to end, then decide again"
                raise UserError(f"another ungated is writing in {folder}", remedy) from None
            time.sleep(_STEP_SECONDS)
        except OSError:  # a file system without locks
            return
        else:
            return


def _refused(path: str, error: OSError) -> UserError:
    return UserError(f"cannot write {path}: {error.strerror}", "choose a checkout in which you may write")
