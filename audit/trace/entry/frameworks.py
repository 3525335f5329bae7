"""Methods that code outside of the tree may call without being given them: what a decorator or a base class sees to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.values import ClassValue
from audit.link.names import External

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.code import FunctionId

_DEEPEST = 6


class Frameworks:
    """Whether a method is called cannot be known where a decorator or a base class of it is not read."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins

    def may_call(self, function: FunctionId) -> bool:
        """May code outside of the tree call a method: `@OnEvent("made")`, or what the class extends?"""
        graph = self._origins.code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        decorators = shape.source.decorators if shape.source is not None else ()
        if any(self._is_outside(function.file, one) for one in decorators):
            return True
        return self._extends(function.file, shape.class_at, 0)

    def _is_outside(self, file: str, decorator: lowered.Expr) -> bool:
        while isinstance(decorator, (lowered.Call, lowered.Member)):
            decorator = decorator.callee if isinstance(decorator, lowered.Call) else decorator.object
        return isinstance(decorator, lowered.Name) and isinstance(
            self._origins.names.meaning(file, decorator.name), External
        )

    def _extends(self, file: str, class_at: int, depth: int) -> bool:
        """Does a class extend something that is no class of the tree, be it through one that is?"""
        unit = self._origins.code.class_unit(file, class_at)
        written = self._origins.code.graph(file, unit).classes[class_at].bases if unit >= 0 else ()
        if not written or depth > _DEEPEST:
            return bool(written)
        bases = self._origins.classes.bases(file, class_at)
        known = [one for one in bases if isinstance(one, ClassValue)]
        return len(known) < len(bases) or not known or any(self._extends(one.file, one.at, depth + 1) for one in known)
