"""What module resolution needs to know of the audited tree."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Tree(Protocol):
    """Files by POSIX path relative to the audited root; `audit.source.Snapshot` fits it as it is."""

    def files(self) -> Sequence[str]:
        """Every file, package.json and tsconfig.json included."""

    def has(self, path: str) -> bool:
        """Is `path` a file?"""

    def is_dir(self, path: str) -> bool:
        """Is `path` a folder that holds files?"""

    def real(self, path: str) -> str | None:
        """The file or folder `path` means when symbolic links inside the root are followed."""

    def read(self, path: str) -> object:
        """The content of `path` as bytes; anything else says that it cannot be read."""

    def ask(self, path: str, question: Callable[[bytes], T]) -> T | None:
        """What a pure function says of the content of `path`; None where it cannot be read."""
