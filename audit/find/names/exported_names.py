"""An exported name of a module: who imports it, passes it on, or loads the module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.find.names import uses
from audit.find.names.meanings import SUBCLASS
from audit.find.names.work import Bound, Exported, Site, Work
from audit.link.questions.declaring import may_extend

if TYPE_CHECKING:
    from audit.extract.facts.outline import Export, Outline


def follow(work: Work, item: Exported) -> None:
    """Every file that refers to the module is looked at, unless its text shows that it cannot get at the
    name.
    """
    program = work.program
    for file in program.importers(item.file, item.name):
        may = SUBCLASS not in item.meaning.steps or program.ask(file, may_extend)
        facts = program.facts(file) if may else None
        if facts is None:
            continue
        outline = facts.outline()
        _imported(work, item, file, outline)
        _passed_on(work, item, file, outline)
        for load in outline.loads:
            if load.use is not None and program.resolve(file, load.module) == item.file:
                meaning = item.meaning if item.name == "=" else item.meaning.holding(item.name)
                uses.use(work, Site(file, load.at, load.enclosing, load.class_at), meaning, load.use)


def _imported(work: Work, item: Exported, file: str, outline: Outline) -> None:
    for one in outline.imports:
        if not one.local or work.program.resolve(file, one.module) != item.file:
            continue
        if one.name == item.name or (item.name == "=" and one.name in ("default", "*")):
            work.add(Bound(file, one.local, one.at, item.meaning))
        elif one.name in ("*", "=") or (one.name == "default" and _is_common_js(work, item.file)):
            work.add(Bound(file, one.local, one.at, item.meaning.holding(item.name)))
        elif item.name == "=":  # `import { name }` of a module that is one object
            reached = item.meaning.after((one.name,))
            if reached is not None and not reached[1] and one.name in item.meaning.steps:
                work.add(Bound(file, one.local, one.at, reached[0]))


def _passed_on(work: Work, item: Exported, file: str, outline: Outline) -> None:
    for one in outline.exports:
        if not one.module or work.program.resolve(file, one.module) != item.file:
            continue
        if one.source == item.name:
            work.add(Exported(file, one.name, item.meaning))
        elif one.source == "*" and one.name == "*":
            if item.name != "default" and not _declares(outline, item.name):
                work.add(Exported(file, item.name, item.meaning))
        elif one.source == "*":
            work.add(Exported(file, one.name, item.meaning.holding(item.name)))


def _is_common_js(work: Work, file: str) -> bool:
    facts = work.program.facts(file)
    return facts is not None and not any(export.name == "default" for export in facts.outline().exports)


def _declares(outline: Outline, name: str) -> bool:
    """A module's own export of a name wins over one from `export *`."""
    return any(export.name == name and not _is_star(export) for export in outline.exports)


def _is_star(export: Export) -> bool:
    return export.name == "*" and export.source == "*"
