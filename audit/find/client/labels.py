"""The code's own name for a call, from the option that the rules name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.find.client.forwarding import OUTSIDE, constants
from audit.find.inside.code import Code, Key
from audit.find.inside.graph import Graph
from audit.find.inside.likely import Transport
from audit.find.inside.summaries import Summaries
from audit.find.inside.values import UNKNOWN, Origin, Value, substituted
from audit.link.questions.spelling import label_in

if TYPE_CHECKING:
    from audit.extract.facts.names import Use
    from audit.find.client.clients import FoundClient
    from audit.find.client.forwarding import Calls
    from audit.link.program import Program
    from audit.rulebook import Rules


class Labels:
    """Reads the label of calls; one that is no constant is none."""

    def __init__(self, program: Program, rules: Rules, client: FoundClient, calls: Calls) -> None:
        self._program, self._rules, self._calls = program, rules, calls
        self._name = (rules.client.label or "") if rules.client is not None else ""
        self._written = re.compile(
            rb"(?<![\w$.])" + re.escape(self._name.encode()) + rb"\s*:\s*(['\"`])([^'\"`$\\]+)\1"
        )
        code = Code(program, client, lambda _: True)
        self._outside = Summaries(Graph(code, Transport(frozenset()), ()), frozenset(), frozenset())

    def of(self, file: str, use: Use | None) -> str | None:
        """The label of the call that a use speaks of; in tests only one that is written out in the call."""
        if not self._name or use is None or use.kind != "call":
            return None
        written = self._program.ask(file, label_in, self._written, use.start, use.end)
        if written is not None:
            return written
        if self._rules.scope.of(file) == "test":
            return None
        found = self._calls.of(file, use)
        values = [one.read(self._name) for one in found[0].args] if found is not None else []
        texts = [self._constant(file, value) for value in values if value != UNKNOWN]
        return next((text for text in texts if text), None)

    def _constant(self, file: str, value: Value) -> str | None:
        """A text that is written out, here or where a name of the module leads."""
        if any(origin.function != OUTSIDE for origin in value.origins):
            return None
        found = constants(substituted(value, lambda origin: self._named(file, origin)))
        return found[0] if len(found) == 1 else None

    def _named(self, file: str, origin: Origin) -> Value:
        key = self._outside.named(Key(file, "<module>"), origin.path[0])
        return self._outside.constant(key).follow(origin.path[1:]) if key is not None else UNKNOWN
