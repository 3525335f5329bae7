"""Where the searched environment variables are read: the beginnings of every direct access."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.code import Code, Spot
from audit.flow.outside.rows import section_rows
from audit.flow.settings.options import Options
from audit.link.questions import holds, offsets
from audit.link.questions.variables import hands_on, is_looked_at, may_read

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.facts.names import Occurrence, Use
    from audit.flow.backward.backwards import Backwards
    from audit.flow.frames import End
    from audit.flow.settings.variables import Variables
    from audit.link.program import Program
_HANDED = frozenset(("argument", "return", "export", "default"))
_ALIASES = _HANDED | {"assign", "store", "property", "spread", "element"}


class Reading(Struct, frozen=True, order=True):
    """A node at which a flow of a variable begins: `path` is the part of the node's value that is (or names) it;
    `kind` "value" for the variable's value, "name" for its name as a text ("name.a.b": a part of what it names).
    """

    spot: Spot
    path: tuple[str, ...]
    kind: str


def readings(
    program: Program, backwards: Backwards, variables: Variables, *, is_test: Callable[[str], bool],
    matters: Callable[[str], bool] = lambda _: True,
) -> list[Reading]:  # fmt: skip
    """Every mention of a variable that can become a value, in files that hold its name.

    The environment as a whole is followed from other files too, tests excepted. Files that do not matter are left out.
    """
    search = _Search(backwards, variables)
    search.declared(program)
    search.registered(program)
    search.provided()
    for variable in sorted(variables.asked):
        held = (file for file in program.holding(variable, program.files) if matters(file))
        files = [file for file in held if program.ask(file, may_read, variable.encode())]
        for file in files:
            search.in_file(file, variable)
        here = frozenset(files)
        for file in program.holding("process.env", program.files) if files else ():
            named = file in here
            if (named or not is_test(file)) and program.ask(file, hands_on, named):
                search.whole(file, variable, names_it=named)
    return sorted(search.found)


class _Search:
    """Mentions, file by file."""

    def __init__(self, backwards: Backwards, variables: Variables) -> None:
        self._code: Code = backwards.code
        self._backwards, self._variables = backwards, variables
        self.found: dict[Reading, None] = {}
        rows = (row for row in backwards.origins.vocabulary.envs.rows if row.kind == "schema")
        self._schemas = [module.encode() for row in rows for module in row.module]

    def declared(self, program: Program) -> None:
        """Python: parameters of commands and fields of settings that are filled from a variable."""
        options = Options(self._backwards, self._variables.asked)
        files = tuple(file for file in program.files if file.endswith(".py"))
        for name in options.declaring:
            for file in program.holding(name, files):
                for spot, variable in options.declared(file):
                    self._backwards.variables[spot] = variable
                    self._add(spot, (), "value")

    def registered(self, program: Program) -> None:
        """Dotted names of a configuration under which a variable's value is kept: whole, and its first steps."""
        registered = self._backwards.registered
        for spot, steps in registered.parameters():
            if any(self._variables.read_at(end) in self._variables.asked for end in self._backwards.ends(spot, steps)):
                self._add(spot, steps, "value")
        for name, steps in registered.names():
            if not any(self._variables.read_at(end) in self._variables.asked for end in registered.named(name)):
                continue
            for count in range(1, len(steps) + 1):
                text, rest = ".".join(steps[:count]), steps[count:]
                for file in program.holding(text, program.files):
                    self._texts(file, text, ".".join(("name", *rest)))

    def provided(self) -> None:
        """What a container gives for a token that a variable's value is provided for."""
        there = self._backwards.provided
        known = [one for one in there.providers() if any(self._reads(end) for end in there.ends(one))]
        for spot in there.seats(one.token for one in known):
            self._add(spot, (), "value")

    def _reads(self, end: End) -> bool:
        return self._variables.read_at(end) in self._variables.asked

    def _texts(self, file: str, text: str, kind: str) -> None:
        for quote in ("'", '"', "`"):
            for at in self._code.program.ask(file, offsets, f"{quote}{text}{quote}".encode()):
                unit = self._code.unit_at(file, at)
                node = self._code.graph(file, unit).literals.get(at) if unit >= 0 else None
                if node is not None:
                    self._add(Spot(file, unit, node), (), kind)

    def in_file(self, file: str, variable: str) -> None:
        """Each place where the variable's name stands in a file."""
        facts = self._code.program.facts(file)
        for one in facts.occurrences(variable) if facts is not None else ():
            if one.role == "member" and self._goes_on(file, one) and not self._put_back(file, one, variable):
                self._member(file, one)
            elif one.role == "text" and self._is_whole(file, one.at, variable) and self._goes_on(file, one):
                self._text(file, one)
            elif one.role in ("declaration", "key"):
                if one.shape != "pair":
                    self._taken_apart(file, one.at, variable)
                if any(self._code.program.ask(file, holds, module) for module in self._schemas):
                    self._schema(file, one, variable)

    def whole(self, file: str, variable: str, *, names_it: bool) -> None:
        """`process.env` where no member of it is read at once; in other files only where it is handed on as a whole."""
        kinds = _ALIASES if names_it else _HANDED
        facts = self._code.program.facts(file)
        for one in facts.occurrences("env") if facts is not None else ():
            if one.role != "member" or one.use is None or one.use.path or one.target is None:
                continue
            if one.target.root == "process" and one.use.kind in kinds and not self._put_back(file, one, variable):
                spot = self._code.named(file, one.at)
                if spot is not None and self._variables.is_environment(spot):
                    self._add(spot, (variable,), "value")

    def _goes_on(self, file: str, one: Occurrence) -> bool:
        """Is the value read for more than a look at whether it is there?"""
        if one.use is None or one.use.kind == "discard":
            return one.use is None
        return one.use.kind != "inspect" or not self._code.program.ask(file, is_looked_at, one.use.start)

    def _is_whole(self, file: str, at: int, name: str) -> bool:
        """Is the name the whole of the text that it stands in?"""
        end = at + len(name)
        before = self._code.program.text(file, at - 1, at)
        return before in (b"'", b'"', b"`") and self._code.program.text(file, end, end + 1) == before

    def _put_back(self, file: str, one: Occurrence, variable: str) -> bool:
        """Is the value only kept under a name, seen nowhere else, to be looked at or put back into the environment?"""
        use = one.use
        facts = self._code.program.facts(file)
        if use is None or use.kind != "assign" or facts is None or file.endswith(".py"):
            return False
        exported = {export.local for export in facts.outline().exports if not export.module}
        for binding in use.bindings:
            if binding.name in exported:
                return False
            found = facts.occurrences(binding.name)
            declared = any(other.role == "declaration" and other.at == binding.at for other in found)
            others = [other for other in found if other.bound == binding.at and other.at != binding.at]
            if not declared or any(other.role != "write" and not _is_kept(other.use, variable) for other in others):
                return False
        return bool(use.bindings)

    def _member(self, file: str, one: Occurrence) -> None:
        """`process.env.NAME`, of the object as a whole or of what a call made of it."""
        spot = self._code.named(file, one.at) or self._code.named(file, one.at - 1)
        if spot is None:
            return
        for end in self._backwards.ends(spot):
            if self._variables.read_at(end) in self._variables.asked:
                self._add(spot, (), "value")

    def _text(self, file: str, one: Occurrence) -> None:
        """The name as a text: a literal, or the key of `process.env["NAME"]`."""
        unit = self._code.unit_at(file, one.at)
        if unit < 0:
            return
        graph = self._code.graph(file, unit)
        node = graph.literals.get(one.at - 1)
        if node is not None:
            self._add(Spot(file, unit, node), (), "name")
        elif one.at - 1 in graph.named:
            self._add(Spot(file, unit, graph.named[one.at - 1]), (), "name")
            self._member(file, one)  # `getattr(settings, "NAME")`

    def _taken_apart(self, file: str, at: int, variable: str) -> None:
        """`const { NAME: url = "…" } = process.env`: the part that is taken."""
        unit = self._code.unit_at(file, at)
        graph = self._code.graph(file, unit) if unit >= 0 else None
        for node in graph.loads.get(variable, ()) if graph is not None else ():
            if any(
                self._variables.read_at(end) in self._variables.asked
                for end in self._backwards.ends(Spot(file, unit, node))
            ):
                self._add(Spot(file, unit, node), (), "value")

    def _schema(self, file: str, one: Occurrence, variable: str) -> None:
        """A field of a schema that a call checks the environment against: the result has it."""
        unit = self._code.unit_at(file, one.at) if one.role == "key" else -1
        graph = self._code.graph(file, unit) if unit >= 0 else None
        for number, site in enumerate(graph.calls if graph is not None else ()):
            if site.at <= one.at < site.end and self._checks(file, unit, number):
                self._add(Spot(file, unit, site.result), (variable,), "value")

    def _checks(self, file: str, unit: int, number: int) -> bool:
        origins = self._backwards.origins
        site = self._code.graph(file, unit).calls[number]
        callees = origins.callees(file, unit, site)
        return any(row.kind == "schema" for callee in callees for row in section_rows(origins.vocabulary.envs, callee))

    def _add(self, spot: Spot, path: tuple[str, ...], kind: str) -> None:
        self.found[Reading(spot, path, kind)] = None


def _is_kept(use: Use | None, variable: str) -> bool:
    if use is None or variable in use.path:
        return False
    if use.kind == "store" and use.target is not None:
        return "env" in use.target.path or use.target.root == "process"
    return use.kind == "discard" or (use.kind == "spread" and use.outer is not None and _is_kept(use.outer, variable))
