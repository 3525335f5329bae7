"""Judgement over facts: flagged data, reasons and triggers on record, and what the evidence speaks for."""

from audit.judge.verdict.asked import Asked
from audit.judge.verdict.facts import Facts, Reading, Row, Source, Written
from audit.judge.verdict.steps import Steps
from audit.judge.verdict.verdicts import verdicts

__all__ = ["Asked", "Facts", "Reading", "Row", "Source", "Steps", "Written", "verdicts"]
