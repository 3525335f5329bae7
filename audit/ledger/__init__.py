"""Decisions on record, identity of accesses over time, and what a check finds."""

from audit.ledger.checking import check_change, check_tree, joined, stale_covers
from audit.ledger.covering import Cover, anchor_of, covers, subject_holds
from audit.ledger.deciding import Request, Written, decide, refresh
from audit.ledger.facts import facts_of
from audit.ledger.matching import SCHEME, Matched, Pair, compared
from audit.ledger.reading import decision_files, read_records, records_in
from audit.ledger.records import Judged, Record, Site, Stated
from audit.ledger.sides import Side, tree_of
from audit.ledger.states import with_decisions

__all__ = [
    "SCHEME",
    "Cover",
    "Judged",
    "Matched",
    "Pair",
    "Record",
    "Request",
    "Side",
    "Site",
    "Stated",
    "Written",
    "anchor_of",
    "check_change",
    "check_tree",
    "compared",
    "covers",
    "decide",
    "decision_files",
    "facts_of",
    "joined",
    "read_records",
    "records_in",
    "refresh",
    "stale_covers",
    "subject_holds",
    "tree_of",
    "with_decisions",
]
