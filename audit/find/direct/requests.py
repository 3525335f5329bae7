"""Direct accesses: requests and databases whose address derives from one of the service's variables.

A variable's value is followed from where it is read to the calls that send a request or open a database. What the
address is made of is then read backwards: where its path is open, because the function takes it from a parameter, the
function is a wrapper, and its callers are the accesses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.find.accesses import Raw
from audit.find.direct.chains import Chains, Open
from audit.find.direct.endpoints import WRITTEN, addresses_of, endpoints_of, settled
from audit.find.direct.environment import readings
from audit.find.direct.reached import Reached
from audit.find.direct.senders import Senders
from audit.find.names.work import Lost
from audit.flow.backward.backwards import Backwards
from audit.flow.backward.origins import Origins
from audit.flow.code import Code
from audit.flow.settings.standing import stand_ins
from audit.flow.settings.variables import Variables
from audit.flow.text.texts import Texts
from audit.link.names import Names
from audit.link.python_names import PythonNames
from audit.rulebook import VocabularyIndex, load_vocabulary

if TYPE_CHECKING:
    from audit.find.direct.reached import Sent
    from audit.flow.frames import Env
    from audit.link.program import Program
    from audit.link.python_program import PythonProgram
    from audit.rulebook import Rules

_GUESS = "that code which is not read calls the function it is given here, with what stands behind it, is a guess"


def direct_accesses(
    program: Program, rules: Rules, own: frozenset[str], python: PythonProgram | None = None
) -> tuple[tuple[Raw, ...], frozenset[Lost]]:
    """Requests and databases reached past the client; `own` are the client's files, whose requests are its business."""
    service = rules.service
    if service is None:
        return (), frozenset()
    vocabulary = load_vocabulary()
    found: dict[Raw, None] = {}
    lost: set[Lost] = set()
    if _mentioned(program, rules.variables):
        code = Code(program, shared=True)
        origins = Origins(code, Names(program), VocabularyIndex(vocabulary, "javascript"))
        _search(origins, rules, own, found, lost)
        code.give_back()
    if python is not None:
        names = PythonNames(python)
        python_code = Code(python)  # type: ignore[arg-type]
        names.reads = python_code.reads
        index = VocabularyIndex(vocabulary, "python")
        names.stand_ins = stand_ins(python, index)
        _search(Origins(python_code, names, index), rules, own, found, lost)
        program.unread.update(python.unread)
    return _settled(rules, found), frozenset(lost)


def _search(origins: Origins, rules: Rules, own: frozenset[str], found: dict[Raw, None], lost: set[Lost]) -> None:
    service = rules.service
    assert service is not None
    backwards = Backwards(origins)
    if service.url_env:
        requests = _Requests(backwards, rules, own, service.url_env)
        found.update(dict.fromkeys(requests.find()))
        lost |= requests.lost
    for name in service.database_env:
        databases = _Databases(backwards, rules, own, (name,))
        found.update(dict.fromkeys(databases.find()))
        lost |= databases.lost


def _settled(rules: Rules, found: dict[Raw, None]) -> tuple[Raw, ...]:
    """Endpoints with the prefix where the variable holds it: where nobody writes it behind the variable."""
    prefix = rules.service.prefix if rules.service is not None else ""
    holds = not any(WRITTEN in raw.subject for raw in found)
    return tuple(replace(raw, subject=settled(raw.subject, prefix, holds=holds)) for raw in found)


def _mentioned(program: Program, names: tuple[str, ...]) -> bool:
    return any(program.holding(name, program.files) for name in names)


class _Finder:
    """What requests and databases have in common."""

    section, does = "", ""

    def __init__(self, backwards: Backwards, rules: Rules, own: frozenset[str], names: tuple[str, ...]) -> None:
        self.backwards, self.own, self.rules, self.names = backwards, own, rules, names
        self.variables = Variables(backwards, names)
        self.texts = Texts(backwards, self.variables)
        self.reached = Reached(backwards, getattr(backwards.origins.vocabulary, self.section), self.variables)
        rows = [
            row
            for row in getattr(backwards.origins.vocabulary, self.section).rows
            if getattr(row, "kind", "send") != "command"  # every other test starts programs, few of them send
        ]
        self.senders = Senders(rows, backwards.code.program, self.is_test)
        self.reached.senders = self.senders
        self.chains = Chains(backwards, self.is_test, self.reached.interfaces)
        self.lost: set[Lost] = set()

    def find(self) -> list[Raw]:
        """Accesses, each at the call where what is reached is closed."""
        program = self.backwards.code.program
        found: dict[Raw, None] = {}
        for sent in self.reached.sent(
            readings(program, self.backwards, self.variables, is_test=self.is_test, matters=self.senders.matters)
        ):
            if sent.call[0] in self.own:
                continue
            if not self.reached.forms.any(sent.call):
                self._handed_out(sent)
                continue
            for subject, chain in self.chains.closed(sent, lambda env, sent=sent: self.asked(sent, env)):  # type: ignore[misc]
                if chain[0][0] not in self.own:
                    found[self.chains.raw(subject, self.kind(), chain)] = None
                    self.lost.update(self._guessed(sent))
        self.lost.update(one for one in self.chains.lost if not self.is_test(one.file) and one.file not in self.own)
        return list(found)

    def _guessed(self, sent: Sent) -> list[Lost]:
        """Whether code of which nothing is known calls the function that it is given with what stands behind it."""
        file, unit, call = sent.call
        if self.is_test(file) or not all(form.guess for form in self.reached.forms.any(sent.call)):
            return []
        graph = self.backwards.code.graph(file, unit)
        return [Lost(file, graph.at[graph.calls[call].callee], _GUESS)]

    def _handed_out(self, sent: Sent) -> None:
        """Code that is not read gets the address: no access that is known, and not nothing either."""
        there = self.reached.handed_out
        if self.chains.reaches(sent, lambda env: there.asked(self.texts, sent.call, env)):
            self.lost.update(one for one in (there.lost(sent.call, self.does),) if not self.is_test(one.file))

    def asked(self, sent: Sent, env: Env) -> list[Open]:
        """What a call reaches, seen in frames."""
        raise NotImplementedError

    def kind(self) -> str:
        """The kind of the accesses."""
        raise NotImplementedError

    def is_test(self, file: str) -> bool:
        """Is it a file of the tests?"""
        return self.rules.scope.of(file) == "test"


class _Requests(_Finder):
    section, does = "requests", "send requests"

    def kind(self) -> str:
        return "request"

    def asked(self, sent: Sent, env: Env) -> list[Open]:
        prefix = self.rules.service.prefix if self.rules.service is not None else ""
        return endpoints_of(self.texts, sent.call, self.reached.forms.seen(sent.call, env), env, prefix)


class _Databases(_Finder):
    section, does = "databases", "connect to it"

    def kind(self) -> str:
        return "database"

    def asked(self, sent: Sent, env: Env) -> list[Open]:
        return addresses_of(self.texts, sent.call, self.reached.forms.seen(sent.call, env), env, self.names[0])
