"""Direct accesses are looked for in a process of their own, beside the search for uses of the client.

The two ask about different files and share nothing but the snapshot. A child that dies, or a system without fork,
costs time and no result: then the search is done here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from audit.extract.reading import load_extraction
from audit.extract.workers import Beside, started
from audit.find.client.clients import own_files
from audit.find.direct.direct import Direct
from audit.link.questions.variables import hands_on, may_read
from audit.link.told import mark_of, told
from audit.rulebook import load_vocabulary

if TYPE_CHECKING:
    from audit.find.client.clients import FoundClient
    from audit.link.program import Program
    from audit.link.python_program import PythonProgram
    from audit.rulebook import Rules

SECONDS = 600.0
"""The longest wait for the other process, once this one has nothing left to do."""


class Searching:
    """A search that may go on in another process."""

    def __init__(
        self, program: Program, rules: Rules, client: FoundClient | None, python: PythonProgram | None
    ) -> None:
        self._program, self._rules, self._python = program, rules, python
        self._own = own_files(program, client)
        if client is not None:
            self._prepare(client)
        beside = program.reader.beside
        self._other = started(Beside, lambda: msgspec.msgpack.encode(self._search(beside=True))) if beside else None

    def _prepare(self, client: FoundClient) -> None:
        """What both searches need is made before they part: vocabulary, importers, and the facts of those that read a
        variable, or hand the environment on.
        """
        load_extraction()
        load_vocabulary()
        program = self._program
        importers = frozenset(one for home in client.homes for one in program.importers(home))
        for name in self._rules.variables:
            for file in importers.intersection(program.holding(name, program.files)):
                if program.ask(file, may_read, name.encode()):
                    program.facts(file)
        for file in importers.intersection(program.holding("process.env", program.files)):
            if self._rules.scope.of(file) != "test" and program.ask(file, hands_on, False):
                program.facts(file)

    def result(self) -> Direct:
        """What was found; what was read in the other process is known here from now on."""
        answer = self._other.result(SECONDS) if self._other is not None else None
        if not isinstance(answer, bytes):
            return self._alone()
        if self._python is not None:
            self._python.stop()  # its memory is given back meanwhile
        found = msgspec.msgpack.decode(answer, type=Direct)
        self._program.reader.absorb(found.records)
        self._program.noted.told.append(found.told)
        self._program.unread.update(found.unread)
        for path in found.parsed:
            self._program.facts(path)
        return found

    def _alone(self) -> Direct:
        """The search in this process."""
        if self._other is not None and self._python is not None:
            self._python.ask_again()  # some of the answers went to the process that is gone
        return self._search(beside=False)

    def _search(self, *, beside: bool) -> Direct:
        from audit.find.direct.requests import direct_accesses

        program = self._program
        before = mark_of(program)
        raws, lost = direct_accesses(program, self._rules, self._own, self._python)
        found = Direct(tuple(sorted(raws)), tuple(sorted(lost)), program.unread, program.parsed())
        return replace(found, records=program.reader.grown(), told=told(program, before)) if beside else found
