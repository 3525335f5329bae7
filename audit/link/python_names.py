"""What a module-level name of a Python file means, and where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.link.names import Declared, External, Matters, Meaning, Names, Namespace
from audit.link.references import Reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.link.python_program import PythonProgram


class PythonNames(Names):
    """`reads` gives the offsets at which a name of the module is read in a file."""

    def __init__(self, program: PythonProgram) -> None:
        super().__init__(program)  # type: ignore[arg-type]
        self._python = program
        self._tops: dict[str, dict[str, int]] = {}
        self._used: dict[Declared, tuple[Reference, ...]] = {}
        self.stand_ins: dict[tuple[str, str], str] = {}
        """What is imported from outside and stands for a module of the tree: `django.conf` and `settings`."""
        self.reads: Callable[[str, str], list[int]] = lambda _file, _name: []

    def top(self, file: str, name: str) -> int | None:
        """Where a file declares a name at its top level; None where it only imports it, or not at all."""
        if file not in self._tops:
            self._tops[file] = self._find_tops(file)
        return self._tops[file].get(name)

    def _find_tops(self, file: str) -> dict[str, int]:
        facts = self._python.facts(file)
        if facts is None:
            return {}
        outline = facts.outline()
        imported = {(one.local, one.at) for one in outline.imports}
        return {one.name: one.at for one in outline.exports if not one.module and (one.name, one.at) not in imported}

    def _find(self, file: str, name: str) -> Meaning | None:
        facts = self._python.facts(file)
        if facts is None:
            return None
        at = self.top(file, name)
        if at is not None:
            return Declared(file, name, at)
        for one in facts.outline().imports:
            if one.local == name:
                return self.imported(file, one.module, one.name)
        return self._starred(file, name)

    def _starred(self, file: str, name: str) -> Meaning | None:
        """A name that `from module import *` brings."""
        facts = self._python.facts(file)
        for export in facts.outline().exports if facts is not None else ():
            target = self._python.resolve(file, export.module) if export.name == "*" else None
            found = self.exported(target, name) if target is not None else None
            if found is not None:
                return found
        return None

    def imported(self, file: str, module: str, name: str) -> Meaning | None:
        """What an import gives: a module of the tree, a name of one, or something from outside."""
        found = self._python.find(file, module, name)
        if found is None and (module, name) in self.stand_ins:
            return Namespace(self.stand_ins[module, name])
        if found is None:
            return External(module, name)
        if found.whole:
            return Namespace(found.path)
        return self.exported(found.path, name)

    def _find_export(self, file: str, name: str) -> Meaning | None:
        found = self.meaning(file, name)
        if found is not None:
            return found
        inner_file = self._python.find(file, f".{name}")
        return Namespace(inner_file.path) if inner_file is not None and file.endswith("__init__.py") else None

    def references(self, declared: Declared, matters: Matters | None = None) -> tuple[Reference, ...]:
        """Where a declared name is read, in its file and in those that import it; `matters` picks files."""
        if declared not in self._used:
            found = [Reference(declared.file, at) for at in self.reads(declared.file, declared.name)]
            for importer in dict.fromkeys((*self._python.importers(declared.file), *self._standing(declared))):
                found.extend(self._in_importer(importer, declared))
            self._used[declared] = tuple(sorted(set(found)))
        return tuple(one for one in self._used[declared] if matters is None or matters(one.file))

    def handed(self, declared: Declared, matters: Matters | None = None) -> tuple[Reference, ...]:
        """Modules of Python that are handed on as values are not looked for."""
        return ()

    def _standing(self, declared: Declared) -> list[str]:
        """The files that import what stands for a module that has the name."""
        stands = self.stand_ins.items()
        modules = [module for (module, _), one in stands if self.exported(one, declared.name) == declared]
        return [one for module in modules for one in sorted(self._python.naming(module))]

    def _in_importer(self, importer: str, declared: Declared) -> list[Reference]:
        facts = self._python.facts(importer)
        found: list[Reference] = []
        for one in facts.outline().imports if facts is not None else ():
            meaning = self.imported(importer, one.module, one.name) if one.local else None
            if meaning == declared:
                found.extend(Reference(importer, at) for at in self.reads(importer, one.local))
            elif not one.local and self._python.resolve(importer, one.module) == declared.file and one.name != "*":
                root, *steps = one.module.split(".")
                found.extend(Reference(importer, at, (*steps, declared.name)) for at in self.reads(importer, root))
            elif one.name == "*" and not one.local and self._python.resolve(importer, one.module) == declared.file:
                found.extend(Reference(importer, at) for at in self.reads(importer, declared.name))
            elif meaning == Namespace(declared.file) or self._hands_on(meaning, declared):
                found.extend(Reference(importer, at, (declared.name,)) for at in self.reads(importer, one.local))
        return found

    def _hands_on(self, meaning: Meaning | None, declared: Declared) -> bool:
        """Is it what stands for a module that has the name from another one?"""
        stands = isinstance(meaning, Namespace) and meaning.file in self.stand_ins.values()
        return stands and isinstance(meaning, Namespace) and self.exported(meaning.file, declared.name) == declared
