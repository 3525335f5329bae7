"""Variables in declarations of Python code: command-line options, parameters of commands, fields of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Outside
from audit.flow.code import Spot
from audit.flow.graph import CallSite, Graph, Place
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.backward.backwards import Backwards

_PARSES = ("parse_args", "parse_known_args", "parse_intermixed_args")


class Option(Struct, frozen=True, order=True):
    """A command-line option: where its default stands, its field of the parsed arguments, where those come from."""

    default: Spot
    field: str
    parsed: tuple[Spot, ...]


class Options:
    """What vocabulary rows of the kinds `option` and `settings` say of a file."""

    def __init__(self, backwards: Backwards, asked: frozenset[str]) -> None:
        self._origins, self._code = backwards.origins, backwards.code
        self._asked = asked

    def of(self, file: str) -> list[Option]:
        """The options of a file whose default may be a value from elsewhere."""
        found = []
        parsed = [spot for name in _PARSES for spot in self._code.members(file, name)]
        results = tuple(
            replace(spot, node=site.result)
            for spot in parsed
            for site in self._code.graph(spot.file, spot.unit).calls
            if site.callee == spot.node
        )
        for spot in self._code.members(file, "add_argument"):
            graph = self._code.graph(spot.file, spot.unit)
            for site in graph.calls:
                place = placed(site, places_of("arg:default")[0]) if site.callee == spot.node else []
                name = _destination(site)
                if place and name:
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
                name = self._of_parameter(file, source.params[position]) if source is not None else None
                if name is not None:
                    found.append((Spot(file, unit, node), name))
            for at in graph.classes:
                found.extend(self._of_settings(file, unit, graph, at))
        return found

    def _of_parameter(self, file: str, parameter: lowered.Parameter) -> str | None:
        """`url: str = typer.Option(envvar="NAME")`, `url: Annotated[str, typer.Option(envvar="NAME")]`."""
        default = parameter.target.value if isinstance(parameter.target, lowered.Default) else None
        for value in (default, *parameter.decorators):
            names = [one for one in _texts(value, ("envvar",)) if one in self._asked]
            rows = self._rows(file, value.callee) if names and isinstance(value, lowered.Call) else ()
            if any(row.kind == "option" for row in rows):  # type: ignore[attr-defined]
                return names[0]
        return None

    def _rows(self, file: str, callee: lowered.Expr) -> tuple[object, ...]:
        """The rows of a callee that is written as a dotted name."""
        steps: list[str] = []
        while isinstance(callee, lowered.Member):
            steps.insert(0, callee.key)
            callee = callee.object
        meaning = self._origins.names.meaning(file, callee.name) if isinstance(callee, lowered.Name) else None
        if not hasattr(meaning, "module"):
            return ()
        path = ".".join(one for one in (meaning.path, *steps) if one != "*")  # type: ignore[union-attr]
        return section_rows(self._origins.vocabulary.envs, Outside(meaning.module, path))  # type: ignore[union-attr]

    def _of_settings(self, file: str, unit: int, graph: Graph, at: int) -> list[tuple[Spot, str]]:
        """The fields of a settings class whose variables are asked for."""
        bases = [base for base in self._origins.classes.bases(file, at) if isinstance(base, Outside)]
        rows = [row for base in bases for row in section_rows(self._origins.vocabulary.envs, base)]
        if not any(row.kind == "settings" for row in rows):  # type: ignore[attr-defined]
            return []
        fields = [one for one in graph.classes[at].members if isinstance(one, lowered.Field)]
        prefix = next(
            (text for one in fields if one.name == "model_config" for text in _texts(one.value, ("env_prefix",))), ""
        )
        found: list[tuple[Spot, str]] = []
        for one in fields:
            names = _texts(one.value, ("validation_alias", "alias", "env")) or [f"{prefix}{one.name}".upper()]
            for node in graph.kept.get(Place("field", one.name, at), ()):
                found.extend((Spot(file, unit, node), name) for name in names if name in self._asked)
        return found


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


def _destination(site: CallSite) -> str:
    """The field that an option is parsed into: `dest`, or what its first long name says."""
    call = site.expression
    given = _texts(call, ("dest",))
    if given or not isinstance(call, lowered.Call):
        return given[0] if given else ""
    texts = [one.value for one in call.args[: len(call.args) - len(call.names)] if isinstance(one, lowered.Literal)]
    words = [text for text in texts if isinstance(text, str)]
    named = next((word for word in words if word.startswith("--")), words[0] if words else "")
    return named.lstrip("-").replace("-", "_")
