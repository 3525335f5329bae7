"""Functions with overloads are those with a body: the others only say types."""
import os
import typing
from typing import overload


@overload
def setting(name: str, fallback: str) -> str: ...
@overload
def setting(name: str, fallback: None = None) -> str | None: ...
def setting(name: str, fallback: str | None = None) -> str | None:
    value = os.environ.get(name) or fallback
    return value.strip() if value else value


class Settings:
    @typing.overload
    def of(self, name: str) -> str: ...
    @typing.overload
    def of(self, name: None) -> None: ...
    def of(self, name: str | None) -> str | None:
        return os.environ.get(name) if name else None


ACME_URL = setting("ACME_URL", "https://items.example").rstrip("/")
OWN_URL = Settings().of("ACME_URL")
OTHER_URL = setting("OTHER_URL", "https://other.example")
