"""The closed word lists of rules files and vocabulary, as types.

Each list is written once, here; a value outside of its list is refused with the nearest word as a suggestion.
"""

from typing import Literal

ScopeName = Literal["production", "test", "tooling"]
Protection = Literal["gate", "limiter"]
Claim = Literal["pg-cached", "not-string-resolve"]
ServerSinkKind = Literal[
    "cache-by-key",
    "cache-fuzzy",
    "cache-write",
    "discogs-by-id",
    "discogs-string-search",
    "library-search",
    "identity-by-name",
    "identity-by-key",
    "external-string-search",
    "unknown",
    "none",  # known to be none of these: a ping
]
FindingName = Literal[
    "new-access",
    "flag-missing",
    "gate-weakened",
    "evidence-changed",
    "reach-widened",
    "trigger-met",
    "client-lost",
    "exempted-here",
    "lost-sight",
    "decision-expired",
    "decision-overdue",
    "decision-orphaned",
    "decision-unfulfilled",
    "drift",
    "improvement",
]

Language = Literal["javascript", "python", "any"]
EnvKind = Literal["object", "call", "schema", "namespace", "settings", "option", "parsed", "token", "tree", "module"]
RouteKind = Literal[
    "route", "mount", "object", "class", "method", "parameter", "file", "page", "procedure", "channel", "version",
    "include", "folder", "export", "task", "guards", "request", "chained",
]  # fmt: skip
QueryStep = Literal[
    "declare", "column", "select", "from", "join", "where", "insert", "update", "delete", "rows", "set",
    "upsert", "returning", "find", "sql", "fragment", "raw", "identifier", "run", "pass", "operator",
    "relate", "related", "placeholder", "refer", "narrow",
]  # fmt: skip
QueryMeaning = Literal[
    "=", "<>", "compare", "in", "not in", "is null", "is not null", "and", "or", "not", "exists", "not exists",
    "aggregate", "inner", "left", "right", "full", "union", "where", "with", "same", "named", "append", "table",
    "class",
]  # fmt: skip

HolderKind = Literal[
    "provider", "register", "name", "token", "get", "context", "same", "result", "nothing", "type",
]  # fmt: skip
Makes = Literal["instance", "result", "itself", "provider"]

SUBJECT_ABOUT = ("album", "artist", "catalogue", "identity", "answer")
"""What results are known to be about. Other words are allowed, near misses of these are not."""
