"""Rules and vocabulary: what to look for and what is known about code outside, as checked, frozen data."""

from audit.rulebook.conditions import AccessMatch, Condition
from audit.rulebook.finding import ROOT_FILE, FoundRules, RulesFile, find_rules
from audit.rulebook.flows import Flow, Place, flow_of, places_of
from audit.rulebook.globs import compiled, matches
from audit.rulebook.loading import load_rules
from audit.rulebook.lookup import Index, VocabularyIndex
from audit.rulebook.packaged import builtin_names, builtin_rules
from audit.rulebook.problems import Problem, RulesError
from audit.rulebook.reading import load_vocabulary
from audit.rulebook.rules import (
    VERSION,
    Bridge,
    BridgeEnd,
    Carries,
    Check,
    Client,
    Except,
    Gate,
    GroundRule,
    RuleGroup,
    Rules,
    ScopeRules,
    ServerRules,
    ServerSink,
    Service,
    TriggerRule,
    digest_of,
)
from audit.rulebook.vocabulary import (
    ROW,
    DatabaseRow,
    EnvRow,
    HolderRow,
    LibraryRow,
    QueryRow,
    RequestRow,
    RouteRow,
    Row,
    SinkRow,
    Vocabulary,
)

__all__ = [
    "ROOT_FILE",
    "ROW",
    "VERSION",
    "AccessMatch",
    "Bridge",
    "BridgeEnd",
    "Carries",
    "Check",
    "Client",
    "Condition",
    "DatabaseRow",
    "EnvRow",
    "Except",
    "Flow",
    "FoundRules",
    "Gate",
    "GroundRule",
    "HolderRow",
    "Index",
    "LibraryRow",
    "Place",
    "Problem",
    "QueryRow",
    "RequestRow",
    "RouteRow",
    "Row",
    "RuleGroup",
    "Rules",
    "RulesError",
    "RulesFile",
    "ScopeRules",
    "ServerRules",
    "ServerSink",
    "Service",
    "SinkRow",
    "TriggerRule",
    "Vocabulary",
    "VocabularyIndex",
    "builtin_names",
    "builtin_rules",
    "compiled",
    "digest_of",
    "find_rules",
    "flow_of",
    "load_rules",
    "load_vocabulary",
    "matches",
    "places_of",
]
