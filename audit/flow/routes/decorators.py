"""What is written in decorators: which export of outside code one is, and the texts that it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Place
from audit.flow.routes.texts import HOLE
from audit.link.names import Declared, External, Namespace
from audit.rulebook import places_of
from audit.rulebook.vocabulary import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeVar

    from audit.flow.backward.origins import Origins
    from audit.flow.routes.texts import PathTexts
    from audit.rulebook import Index

    R = TypeVar("R", bound=Row)


class Decorators:
    """Decorators are no part of a graph: what stands in them is read as it is written."""

    def __init__(self, origins: Origins, texts: PathTexts) -> None:
        self._origins, self._code, self._texts = origins, origins.code, texts

    def rows(
        self, file: str, decorators: tuple[lowered.Expr, ...], section: Index[R]
    ) -> Iterator[tuple[lowered.Expr, R, str]]:
        """The rows of a section that speak of decorators, each with the decorator and its name."""
        for decorator in decorators:
            meaning = self._external(file, decorator.callee if isinstance(decorator, lowered.Call) else decorator)
            for row in section.exported(meaning.module, meaning.path) if meaning is not None else ():
                if row.decorator and meaning is not None:
                    yield decorator, row, meaning.path.rsplit(".", 1)[-1]

    def at(self, file: str, decorator: lowered.Expr, places: str | None, none: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The texts that stand at some places of a decorator; `none` are names that mean the empty one."""
        arguments = decorator.args if isinstance(decorator, lowered.Call) else ()
        found: list[str] = []
        for place in places_of(places) if places is not None else ():
            if place.number is not None and place.number < len(arguments):
                given = _member(arguments[place.number], place.path)
                for one in given.items if isinstance(given, lowered.Array) else (given,):
                    named = isinstance(one, lowered.Name) and one.name in none
                    found.extend(("",) if named else self._text(file, one) if one is not None else ())
        return tuple(dict.fromkeys(found))

    def _external(self, file: str, expression: lowered.Expr) -> External | None:
        if isinstance(expression, lowered.Name):
            meaning = self._origins.names.meaning(file, expression.name)
            return meaning if isinstance(meaning, External) else None
        if isinstance(expression, lowered.Member):
            outer = self._external(file, expression.object)
            return External(outer.module, expression.key) if outer is not None else None
        return None

    def _text(self, file: str, expression: lowered.Expr) -> tuple[str, ...]:
        """The texts of what is written in a decorator: those are no part of the graph."""
        if isinstance(expression, lowered.Literal):
            return (str(expression.value),) if expression.value is not None else ()
        if isinstance(expression, lowered.Array):
            return tuple(text for item in expression.items for text in self._text(file, item))
        if isinstance(expression, lowered.Template) and expression.tag is None:
            return self._template(file, expression)
        if isinstance(expression, lowered.Object):
            return ()
        path: tuple[str, ...] = ()
        while isinstance(expression, lowered.Member):
            path, expression = (expression.key, *path), expression.object
        return (
            self._constant(self._origins.names.meaning(file, expression.name), path)
            if isinstance(expression, lowered.Name)
            else (HOLE,)
        )

    def _template(self, file: str, it: lowered.Template) -> tuple[str, ...]:
        ways = [it.parts[0]]
        for value, text in zip(it.values, it.parts[1:], strict=False):
            ways = [f"{way}{one}{text}" for way in ways for one in self._text(file, value) or (HOLE,)]
        return tuple(ways)

    def _constant(self, meaning: object, path: tuple[str, ...]) -> tuple[str, ...]:
        if isinstance(meaning, Namespace) and path:
            return self._constant(self._origins.names.exported(meaning.file, path[0]), path[1:])
        if not isinstance(meaning, Declared):
            return (HOLE,)
        unit = self._code.unit_at(meaning.file, meaning.at)
        kept = (
            self._code.graph(meaning.file, unit).kept.get(Place("name", meaning.name, meaning.at), ())
            if unit >= 0
            else ()
        )
        return tuple(text for node in kept for text in self._texts.of(Spot(meaning.file, unit, node), (), path)) or (
            HOLE,
        )


def _member(expression: lowered.Expr, path: tuple[str, ...]) -> lowered.Expr | None:
    """A member of an object that is written in place."""
    for key in path:
        if not isinstance(expression, lowered.Object):
            return None
        named = [one.value for one in expression.properties if one.key == key]
        if not named:
            return None
        expression = named[0]
    return expression
