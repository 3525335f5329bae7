"""The report: one frozen value from which every format is rendered."""

from typing import Literal

import msgspec

from audit.model.accesses import Access
from audit.model.coverage import Coverage, Found
from audit.model.findings import Drift, Finding, Ground, Trigger
from audit.model.subjects import Group, Subject


class Tool(msgspec.Struct, frozen=True):
    """Who made the report."""

    name: str
    version: str


class Checkout(msgspec.Struct, frozen=True, kw_only=True):
    """What was audited; without git there is no commit. Credentials never stand in `remote`."""

    commit: str | None = None
    dirty: bool = False
    remote: str | None = None


class RulesInForce(msgspec.Struct, frozen=True):
    """Which rules, and the sha256 of what they say; `title` is the heading of every report.

    `about`: what results the flag is about; reports call a flagged row by the first.
    """

    name: str
    digest: str
    title: str = ""
    about: tuple[str, ...] = ()


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """What a check with a base compared with: the commit, and how many accesses in production came, moved,
    went.
    """

    base: str | None = None
    added: int = 0
    moved: int = 0
    removed: int = 0


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a run knows, in the order of the published contract, version 1.

    `excerpts` maps files and line numbers to the code on every cited line; `compared` is only set by a check
    with a base.
    """

    version: Literal[1] = 1
    tool: Tool
    checkout: Checkout
    rules: RulesInForce
    found: Found
    coverage: Coverage
    subjects: tuple[Subject, ...] = ()
    groups: tuple[Group, ...] = ()
    accesses: tuple[Access, ...] = ()
    grounds: tuple[Ground, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    drift: tuple[Drift, ...] = ()
    excerpts: dict[str, dict[str, str]] = {}
    findings: tuple[Finding, ...] = ()
    compared: Compared | None = None
