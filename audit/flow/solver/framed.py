"""Classes whose objects a framework makes and shows by itself, by templates that nobody reads here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.link.names import External
from audit.rulebook import flow_of

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.rulebook import LibraryRow


class Framed:
    """Answers by class, each found once."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins
        self._known: dict[tuple[str, int], External | None] = {}

    def of(self, file: str, unit: int, class_at: int) -> External | None:
        """The decorator by which a framework keeps what the fields of a class hold."""
        key = (file, class_at)
        if key not in self._known:
            found = self._origins.code.graph(file, unit).classes.get(class_at)
            meanings = (self._meaning(file, one) for one in (found.decorators if found is not None else ()))
            self._known[key] = next((one for one in meanings if one is not None and self._keeps(one)), None)
        return self._known[key]

    def _meaning(self, file: str, decorator: code.Expr) -> External | None:
        named = decorator.callee if isinstance(decorator, code.Call) else decorator
        meaning = self._origins.names.meaning(file, named.name) if isinstance(named, code.Name) else None
        return meaning if isinstance(meaning, External) else None

    def _keeps(self, one: External) -> bool:
        rows = self._origins.vocabulary.library.exported(one.module, one.path)
        return any(row.decorator and _keeps(row) for row in rows)


def _keeps(row: LibraryRow) -> bool:
    flows = (flow_of(text) for text in row.flows)
    return any(target.root == "kept" for flow in flows for target in flow.targets)
