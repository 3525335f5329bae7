# The configuration is a dataclass or a named tuple: filled by keyword, by position, by a default, by a factory.
import os
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.request import urlopen


@dataclass(frozen=True)
class Config:
    acme: str
    other: str
    late: str = field(default_factory=lambda: os.environ["ACME_URL"])


class Pair(NamedTuple):
    acme: str
    other: str


CONFIG = Config(acme=os.environ["ACME_URL"], other=os.environ["OTHER_URL"])
PAIR = Pair(os.environ["ACME_URL"], os.environ["OTHER_URL"])

urlopen(f"{CONFIG.acme}/field")  # expect: request GET /field
urlopen(f"{CONFIG.late}/late")  # expect: request GET /late
urlopen(f"{PAIR.acme}/pair")  # expect: request GET /pair
urlopen(f"{CONFIG.other}/field")  # ok: the neighbouring field
urlopen(f"{PAIR.other}/pair")  # ok: the neighbouring field
