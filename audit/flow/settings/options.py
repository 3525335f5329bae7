"""Variables in declarations of Python code: command-line options, parameters of commands, fields of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import ClassValue, Outside
from audit.flow.code import Spot
from audit.flow.graph import CallSite, Graph, Place
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.backward.backwards import Backwards
    from audit.rulebook import EnvRow

_HIGHEST = 4
"""Classes above each other."""


class Option(Struct, frozen=True, order=True):
    """A command-line option: where its default stands, its field of the parsed arguments, where those come from."""

    default: Spot
    field: str
    parsed: tuple[Spot, ...]


class Options:
    """What vocabulary rows of the kinds `option`, `parsed` and `settings` say of a file.

    `declaring`: the names that stand in every file in which one is declared.
    """

    def __init__(self, backwards: Backwards, asked: frozenset[str]) -> None:
        self._origins, self._code = backwards.origins, backwards.code
        self._asked = asked
        self._envs = backwards.origins.vocabulary.envs
        self._variables = self._words("option")
        self._aliases = self._words("settings")
        classes = [row for row in self._envs.rows if row.kind == "settings" and row.prefix is not None]
        self.declaring = (*dict.fromkeys(name for row in classes for name in row.export), *self._variables)

    def _words(self, kind: str) -> tuple[str, ...]:
        """The keyword arguments that hold the name of a variable."""
        texts = [row.name for row in self._envs.rows if row.kind == kind and row.name is not None]
        return tuple(dict.fromkeys(place.name for text in texts for place in places_of(text) if place.name is not None))

    def of(self, file: str) -> list[Option]:
        """The options of a file whose default may be a value from elsewhere."""
        found = []
        parses = [name for row in self._envs.rows if row.kind == "parsed" for name in row.method]
        parsed = [spot for name in parses for spot in self._code.members(file, name)]
        results = tuple(
            replace(spot, node=site.result)
            for spot in parsed
            for site in self._code.graph(spot.file, spot.unit).calls
            if site.callee == spot.node
        )
        rows = [row for row in self._envs.rows if row.kind == "option" and row.field is not None]
        calls = [(row, spot) for row in rows for name in row.method for spot in self._code.members(file, name)]
        for row, spot in calls:
            for site in self._code.graph(spot.file, spot.unit).calls:
                given = places_of(row.default or "") if site.callee == spot.node else ()
                place = [one for where in given for one in placed(site, where)]
                name = _destination(site, row) if place else ""
                if name:
                    found.append(Option(replace(spot, node=place[0][0]), name, results))
        return found

    def declared(self, file: str) -> list[tuple[Spot, str]]:
        """Parameters and fields of a file that are filled from a variable."""
        facts = self._code.program.facts(file)
        found: list[tuple[Spot, str]] = []
        for unit in range(len(facts.outline().units)) if facts is not None else ():
            graph = self._code.graph(file, unit)
            for node, (number, position) in graph.of_parameter.items():
                source = graph.functions[number].source
                name = self._of_parameter(file, source, source.params[position]) if source is not None else None
                if name is not None:
                    found.append((Spot(file, unit, node), name))
            for at in graph.classes:
                found.extend(self._of_settings(file, unit, graph, at))
        return found

    def _of_parameter(self, file: str, function: lowered.Function, parameter: lowered.Parameter) -> str | None:
        """`url: str = typer.Option(envvar="NAME")`, `url: Annotated[str, typer.Option(envvar="NAME")]`, or above the
        function `@click.option("--url", envvar="NAME")`.
        """
        default = parameter.target.value if isinstance(parameter.target, lowered.Default) else None
        above = [one for one in function.decorators if _named(one) == _name(parameter)]
        for value in (default, *parameter.decorators, *above):
            names = [one for one in _texts(value, self._variables) if one in self._asked]
            rows = self._rows(file, value.callee) if names and isinstance(value, lowered.Call) else ()
            if any(row.kind == "option" and (row.decorator or value not in above) for row in rows):
                return names[0]
        return None

    def _rows(self, file: str, callee: lowered.Expr) -> tuple[EnvRow, ...]:
        """The rows of a callee that is written as a dotted name."""
        steps: list[str] = []
        while isinstance(callee, lowered.Member):
            steps.insert(0, callee.key)
            callee = callee.object
        meaning = self._origins.names.meaning(file, callee.name) if isinstance(callee, lowered.Name) else None
        if not hasattr(meaning, "module"):
            return ()
        path = ".".join(one for one in (meaning.path, *steps) if one != "*")  # type: ignore[union-attr]
        return section_rows(self._envs, Outside(meaning.module, path))  # type: ignore[union-attr]

    def _of_settings(self, file: str, unit: int, graph: Graph, at: int) -> list[tuple[Spot, str]]:
        """The fields of a settings class whose variables are asked for."""
        rows = [row for row in self._rows_of(file, at) if row.kind == "settings"]
        fields = [one for one in graph.classes[at].members if isinstance(one, lowered.Field)] if rows else []
        prefix = next(iter(_said(fields, [row.prefix for row in rows], "")), "")
        found: list[tuple[Spot, str]] = []
        for one in fields:
            names = _texts(one.value, self._aliases)
            names = names or _said(fields, [row.name for row in rows], one.name) or [f"{prefix}{one.name}"]
            known = {asked for asked in self._asked if asked.upper() in {name.upper() for name in names}}
            for node in graph.kept.get(Place("field", one.name, at), ()) if known else ():
                found.extend((Spot(file, unit, node), name) for name in sorted(known))
        return found

    def _rows_of(self, file: str, at: int, depth: int = 0) -> list[EnvRow]:
        """The rows of what a class extends, also by way of other classes."""
        found: list[EnvRow] = []
        for base in self._origins.classes.bases(file, at) if depth < _HIGHEST else ():
            if isinstance(base, Outside):
                found.extend(section_rows(self._envs, base))
            elif isinstance(base, ClassValue):
                found.extend(self._rows_of(base.file, base.at, depth + 1))
        return found


def _said(fields: list[lowered.Field], rows: list[str | None], field: str) -> list[str]:
    """What a class says of itself at the places of rows, which start at its own fields; `*` stands for `field`."""
    paths = [place.path for text in rows if text is not None for place in places_of(text) if place.root == "decorated"]
    return [
        text
        for path in paths
        for one in fields
        if one.name == path[0]
        for text in _within(one.value, tuple(field if step == "*" else step for step in path[1:]))
    ]


def _within(value: object, path: tuple[str, ...]) -> list[str]:
    """The constant texts at a path of a dictionary, a class or what a call is given by name."""
    if not path:
        return [value.value] if isinstance(value, lowered.Literal) and isinstance(value.value, str) else []
    given: list[object] = []
    if isinstance(value, lowered.Object):
        given.extend(one.value for one in value.properties if one.key == path[0])
    elif isinstance(value, lowered.Class):
        given.extend(one.value for one in value.members if isinstance(one, lowered.Field) and one.name == path[0])
    elif isinstance(value, lowered.Call):
        named = zip(value.names, value.args[len(value.args) - len(value.names) :], strict=False)
        given.extend(one for name, one in named if name == path[0])
    return [text for one in given for text in _within(one, path[1:])]


def _texts(value: object, keys: tuple[str, ...]) -> list[str]:
    """The constant texts given under some keyword arguments."""
    if not isinstance(value, lowered.Call):
        return []
    found: list[str] = []
    for name, given in zip(value.names, value.args[len(value.args) - len(value.names) :], strict=False):
        items = given.items if isinstance(given, lowered.Array) else (given,)
        if isinstance(given, lowered.Call):
            items = given.args  # `AliasChoices("ONE", "OTHER")`
        if name in keys:
            found.extend(one.value for one in items if isinstance(one, lowered.Literal) and isinstance(one.value, str))
    return found


def _destination(site: CallSite, row: EnvRow) -> str:
    """The field that an option is parsed into: the one it is given, or what its first long name says."""
    given = _texts(site.expression, tuple(one.name for one in places_of(row.field or "") if one.name is not None))
    return given[0] if given else _named(site.expression)


def _name(parameter: lowered.Parameter) -> str:
    target = parameter.target.target if isinstance(parameter.target, lowered.Default) else parameter.target
    return target.name if isinstance(target, lowered.Name) else ""


def _named(call: object) -> str:
    """What the texts of an option call it: one without dashes (`"-u", "--url", "address"`), else the first long one."""
    if not isinstance(call, lowered.Call):
        return ""
    texts = [one.value for one in call.args[: len(call.args) - len(call.names)] if isinstance(one, lowered.Literal)]
    words = [text for text in texts if isinstance(text, str)]
    plain = [word for word in words if word[:1] != "-"]
    named = next(iter((*plain, *(word for word in words if word[:2] == "--"), *words)), "")
    return named.lstrip("-").replace("-", "_")
