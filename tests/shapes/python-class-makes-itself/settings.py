"""A class method makes an instance of its own class."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    url: str
    other: str

    @classmethod
    def from_env(cls):
        return cls(url=os.environ["ACME_URL"], other=os.environ["OTHER_URL"])


class Plain:
    def __init__(self, base, other):
        self.base = base
        self.other = other

    @classmethod
    def from_env(cls):
        return cls(os.environ["ACME_URL"], os.environ["OTHER_URL"])
