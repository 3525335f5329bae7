"""A rules file as frozen values: what `rules/lml.toml` or an `ungated.toml` says. Format: docs/rules.md."""

import hashlib
from typing import Literal

import msgspec
from msgspec import field

from audit.model import Level
from audit.rulebook.conditions import Condition
from audit.rulebook.globs import compiled
from audit.rulebook.words import FindingName, ScopeName, ServerSinkKind

VERSION = 1
"""The version of the rules format that this engine reads."""


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of all parts of a rules file: frozen, and closed to unknown keys."""


class Client(Strict, frozen=True):
    """The module whose exports reach the service; `modules` are globs of every home it had."""

    package: str | None = None
    modules: tuple[str, ...] = ()
    audited: tuple[str, ...] = ()
    gated: tuple[str, ...] = ()
    transport: tuple[str, ...] = ()
    limiters: tuple[str, ...] = ()
    stated: str | None = None
    label: str | None = None

    def is_home(self, path: str) -> bool:
        """Whether the file at `path` is one that `modules` name."""
        return compiled(self.modules).fullmatch(path) is not None


class Service(Strict, frozen=True):
    """How the service is reached without the client: the variables that hold its URL or its database's."""

    url_env: tuple[str, ...] = ()
    prefix: str = ""
    database_env: tuple[str, ...] = ()


class Gate(Strict, frozen=True):
    """What the flag is called in code and columns; `rows`: table to its column with the catalogue row.

    `about`: what results the flag is about, in the words of `[carries]`; empty: all; reports call a
    flagged row by the first. `aside`: columns of those rows that do not say which row it is; a key made of them alone
    cannot be flagged.
    """

    flags: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    bypass: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    rows: dict[str, str] = {}


class Carries(Strict, frozen=True):
    """What a subject's result is about, and why that is so."""

    about: str
    because: str


class RuleGroup(Strict, frozen=True):
    """Accesses that people decide about as one thing."""

    id: str
    paths: tuple[str, ...]
    title: str = ""
    link: str | None = None

    def holds(self, path: str) -> bool:
        """Whether the file at `path` belongs to the group."""
        return compiled(self.paths).fullmatch(path) is not None


class Except(Strict, frozen=True):
    """What needs no decision: one of a subject's name, an endpoint or files, and the reason."""

    because: str
    subject: str | None = None
    endpoint: str | None = None
    paths: tuple[str, ...] = ()


class GroundRule(Strict, frozen=True):
    """A reason on which something was deferred. It holds while each of `holds` is as stated."""

    id: str
    quote: str
    source: str
    holds: tuple[Condition, ...]


class TriggerRule(Strict, frozen=True):
    """A condition that reopens what was deferred; `confirm` is SQL for a person to run, never run here."""

    id: str
    when: Condition
    confirm: str | None = None


class BridgeEnd(Strict, frozen=True):
    """One end of a bridge: a table or column, or a function (`path#name`) and which parameter of it.

    `path` leads into the value there: `data` for `parameter.data`.
    """

    table: str | None = None
    column: str | None = None
    function: str | None = None
    parameter: int | None = None
    path: str = ""


class Bridge(Strict, frozen=True):
    """A flow that no edge in the code shows."""

    source: BridgeEnd = field(name="from")
    target: BridgeEnd = field(name="to")
    why: str


class ServerSink(Strict, frozen=True):
    """What reached code in the service means; `sql` holds pieces of text, `call` names `Class.method`."""

    kind: ServerSinkKind
    sql: tuple[str, ...] = ()
    http: tuple[str, ...] = ()
    call: tuple[str, ...] = ()


class ServerRules(Strict, frozen=True):
    """The rules for the service's own code: the first sink that fits names what was reached."""

    sinks: tuple[ServerSink, ...] = field(default=(), name="sink")


class ScopeRules(Strict, frozen=True):
    """Globs of what is not production; `test` is asked first."""

    test: tuple[str, ...] = ()
    tooling: tuple[str, ...] = ()

    def of(self, path: str) -> ScopeName:
        """The scope of the file at `path`, relative to the root."""
        if compiled(self.test).fullmatch(path):
            return "test"
        return "tooling" if compiled(self.tooling).fullmatch(path) else "production"


class Check(Strict, frozen=True):
    """Where decisions are kept, and findings whose level differs from the built-in one."""

    decisions: str = "gate-decisions"
    levels: dict[FindingName, Level | Literal["off"]] = {}


class Rules(Strict, frozen=True):
    """The rules in force: one file, after `extends`."""

    version: int
    name: str
    title: str
    extends: str | None = None
    client: Client | None = None
    service: Service | None = None
    gate: Gate = Gate()
    carries: dict[str, Carries] = {}
    groups: tuple[RuleGroup, ...] = field(default=(), name="group")
    exempt: tuple[Except, ...] = field(default=(), name="except")
    grounds: tuple[GroundRule, ...] = field(default=(), name="ground")
    triggers: tuple[TriggerRule, ...] = field(default=(), name="trigger")
    bridges: tuple[Bridge, ...] = field(default=(), name="bridge")
    server: ServerRules = ServerRules()
    scope: ScopeRules = ScopeRules()
    entry: tuple[str, ...] = ()
    check: Check = Check()

    @property
    def variables(self) -> tuple[str, ...]:
        """The service's variables: those of its addresses, then those of its databases."""
        return (*self.service.url_env, *self.service.database_env) if self.service is not None else ()

    def is_entry(self, path: str) -> bool:
        """Whether `entry` names the file at `path`."""
        return compiled(self.entry).fullmatch(path) is not None


def digest_of(rules: Rules, vocabulary: msgspec.Struct | None = None) -> str:
    """The sha256 of what is in force, in hex: of the content; comments and the order of keys do not count."""
    state = hashlib.sha256(msgspec.json.encode(rules, order="deterministic"))
    if vocabulary is not None:
        state.update(msgspec.json.encode(vocabulary, order="deterministic"))
    return state.hexdigest()
