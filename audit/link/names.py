"""What a name of a module means, and where else it is used: through imports, re-exports and namespaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts.code import EXPORTED
from audit.link.questions import holds, matches
from audit.link.questions.declaring import named_statements
from audit.link.references import Reference, Uses, uses_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.extract.facts.outline import Unit
    from audit.link.program import Program


class Declared(Struct, frozen=True, order=True):
    """A name declared at the top level of a file; `at` is the offset of the declaration."""

    file: str
    name: str
    at: int


class Namespace(Struct, frozen=True, order=True):
    """A module of the tree as a whole."""

    file: str


class External(Struct, frozen=True, order=True):
    """An export of code outside of the tree; `path` is "*" for the whole module, else "default", "get", …"""

    module: str
    path: str


Meaning = Declared | Namespace | External
Matters = Callable[[str], bool]
_EXPORTS = re.compile(rb"(?:^|[;}])\s*export\b|exports\s*[.=\[]", re.MULTILINE)
_PASSES_ALL = re.compile(rb"export(?:\s|type\b|/\*.*?\*/|//[^\n]*\n)*+\*", re.DOTALL)


class Names:
    """Questions about module-level names, each answered once. In `ignored` files no uses are looked for."""

    def __init__(self, program: Program, ignored: Callable[[str], bool] = lambda _: False) -> None:
        self._program, self._ignored = program, ignored
        self._meanings: dict[tuple[str, str], Meaning | None] = {}
        self._exports: dict[tuple[str, str], Meaning | None] = {}
        self._uses: dict[tuple[Declared, Matters | None], Uses] = {}
        self._tops: dict[str, dict[str, int]] = {}
        self._inner: dict[str, frozenset[bytes]] = {}

    def meaning(self, file: str, name: str) -> Meaning | None:
        """What a name means at the top level of a file; None for globals and unknown names."""
        key = (file, name)
        if key not in self._meanings:
            self._meanings[key] = None
            self._meanings[key] = self._find(file, name)
        return self._meanings[key]

    def exported(self, file: str, name: str) -> Meaning | None:
        """What a module exports under a name, followed to its declaration."""
        key = (file, name)
        if key not in self._exports:
            self._exports[key] = None
            self._exports[key] = self._find_export(file, name)
        return self._exports[key]

    def references(self, declared: Declared, matters: Matters | None = None) -> tuple[Reference, ...]:
        """Every use of a declared name as a value, in every file that can see it.

        With `matters`, uses in files that do not are left out: such a file is read only if it may pass the name on.
        """
        return self._uses_of(declared, matters).found

    def handed(self, declared: Declared, matters: Matters | None = None) -> tuple[Reference, ...]:
        """Every place where a module that has a declared name is handed on as a value, and the way from there on."""
        return self._uses_of(declared, matters).handed

    def loose(self, declared: Declared) -> tuple[Reference, ...]:
        """Every place where what is declared, or a module that has it, goes where names do not lead."""
        return self._uses_of(declared, None).loose

    def _uses_of(self, declared: Declared, matters: Matters | None) -> Uses:
        key = (declared, matters)
        if key not in self._uses:
            found = uses_of(self._program, declared, self._ignored if matters is None else self._passing(matters))
            if matters is not None:
                kept = [
                    tuple(one for one in each if matters(one.file)) for each in (found.found, found.handed, found.loose)
                ]
                found = Uses(*kept)
            self._uses[key] = found
        return self._uses[key]

    def _passing(self, matters: Matters) -> Matters:
        """Files that neither matter nor export anything."""
        program, ignored = self._program, self._ignored
        return lambda file: ignored(file) or (not matters(file) and not program.ask(file, matches, _EXPORTS))

    def top(self, file: str, name: str) -> int | None:
        """Where a file declares a name at its top level; None where it does not."""
        tops = self._tops.get(file)
        if tops is None:
            facts = self._program.facts(file)
            units = facts.outline().units if facts is not None else ()
            tops = self._tops[file] = _tops_of(units)
        return tops.get(name)

    def _find(self, file: str, name: str) -> Meaning | None:
        facts = self._program.facts(file)
        if facts is None:
            return None
        at = self.top(file, name)
        outline = facts.outline()
        if at is not None:
            return self._loaded(file, name, at) or Declared(file, name, at)
        for one in outline.imports:
            if one.local == name:
                return self.imported(file, one.module, one.name)
        return self._loaded(file, name)

    def _loaded(self, file: str, name: str, at: int = -1) -> Meaning | None:
        """What `const name = require(…)` means; with `at`, of that declaration only."""
        facts = self._program.facts(file)
        for load in facts.outline().loads if facts is not None else ():
            for binding in load.use.bindings if load.use is not None and load.use.kind == "assign" else ():
                if binding.name == name and at in (-1, binding.at):
                    steps = (*load.use.path, *binding.path) if load.use is not None else ()
                    return self.imported(file, load.module, steps[0] if steps else "*")
        return self._in_statement(file, name)

    def _in_statement(self, file: str, name: str) -> Declared | None:
        """A name that a statement without a name of its own declares: an enum, a namespace."""
        facts = self._program.facts(file)
        if file not in self._inner:
            self._inner[file] = frozenset(self._program.ask(file, named_statements))
        if facts is None or name.encode() not in self._inner[file]:
            return None
        found = (one for one in facts.occurrences(name) if one.role == "declaration" and one.scope[0] == 0)
        return next((Declared(file, name, one.at) for one in found), None)

    def module(self, file: str, specifier: str) -> Meaning | None:
        """What a module gives as a whole to the file that loads it."""
        return self.imported(file, specifier, "*")

    def imported(self, file: str, module: str, name: str) -> Meaning | None:
        """What an import gives: a name or module of the tree, or something from outside."""
        target = self._program.resolve(file, module)
        if target is None:
            return External(module, name if name != "=" else "*")
        if name in ("*", "="):
            return self.exported(target, "=") or Namespace(target)
        if name == "default":
            return self.exported(target, "default") or self.exported(target, "=") or Namespace(target)
        return self.exported(target, name)

    def _find_export(self, file: str, name: str) -> Meaning | None:
        facts = self._program.facts(file)
        if facts is None:
            return None
        stars = []
        for export in facts.outline().exports:
            if export.name == name and not export.module:
                return self.meaning(file, export.local) if export.local else self._anonymous(file, name, export.at)
            if export.name == name and export.source == "*":
                return self.imported(file, export.module, "*")
            if export.name == name:
                return self.imported(file, export.module, export.source)
            if export.name == "*":
                stars.append(export.module)
        for module in stars:
            target = self._program.resolve(file, module)
            found = self.exported(target, name) if target is not None and self._may_export(target, name) else None
            if found is not None:
                return found
        return None

    def _may_export(self, file: str, name: str) -> bool:
        """May a module that is passed on as a whole have the name? Who passes on a hundred has it from one of them."""
        if name == "default":
            return False
        holding = self._program.ask(file, holds, name.encode())
        return holding or self._program.ask(file, matches, _PASSES_ALL)

    def _anonymous(self, file: str, name: str, at: int) -> Declared:
        """`export default …` and `module.exports = …` of an expression: a name of its own, as it is lowered."""
        return Declared(file, name if name in ("default", "=") else EXPORTED + name, at)


def _tops_of(units: Iterable[Unit]) -> dict[str, int]:
    """The names that statements declare at the top level, each with the offset of its first declaration."""
    found: dict[str, int] = {}
    for unit in units:
        for name, at in zip(unit.name.split(","), unit.ats, strict=False):
            found.setdefault(name, at)
    return found
