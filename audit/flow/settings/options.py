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

_CONFIGURED = ("model_config", "Config")
"""Where a class of settings says how its variables are called."""
_HIGHEST = 4
"""Classes above each other."""
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
        if not any(row.kind == "settings" for row in self._rows_of(file, at)):  # type: ignore[attr-defined]
            return []
        fields = [one for one in graph.classes[at].members if isinstance(one, lowered.Field)]
        configured = [one.value for one in fields if one.name in _CONFIGURED]
        prefix = next((text for value in configured for text in _configured(value, "env_prefix")), "")
        renamed = next((value for value in configured if isinstance(value, lowered.Class)), None)
        found: list[tuple[Spot, str]] = []
        for one in fields:
            names = _texts(one.value, ("validation_alias", "alias", "env"))
            names = names or _renamed(renamed, one.name) or [f"{prefix}{one.name}"]
            known = {asked for asked in self._asked if asked.upper() in {name.upper() for name in names}}
            for node in graph.kept.get(Place("field", one.name, at), ()) if known else ():
                found.extend((Spot(file, unit, node), name) for name in sorted(known))
        return found

    def _rows_of(self, file: str, at: int, depth: int = 0) -> list[object]:
        """The rows of what a class extends, also by way of other classes."""
        found: list[object] = []
        for base in self._origins.classes.bases(file, at) if depth < _HIGHEST else ():
            if isinstance(base, Outside):
                found.extend(section_rows(self._origins.vocabulary.envs, base))
            elif isinstance(base, ClassValue):
                found.extend(self._rows_of(base.file, base.at, depth + 1))
        return found


def _configured(value: object, name: str) -> list[str]:
    """What `SettingsConfigDict(name=…)`, a dictionary or `class Config` say under a name."""
    given: list[object] = []
    if isinstance(value, lowered.Object):
        given.extend(one.value for one in value.properties if one.key == name)
    elif isinstance(value, lowered.Class):
        given.extend(one.value for one in value.members if isinstance(one, lowered.Field) and one.name == name)
    texts = [one.value for one in given if isinstance(one, lowered.Literal) and isinstance(one.value, str)]
    return texts or _texts(value, (name,))


def _renamed(config: lowered.Class | None, field: str) -> list[str]:
    """`class Config: fields = {"field": {"env": "NAME"}}`."""
    members = [one for one in config.members if isinstance(one, lowered.Field)] if config is not None else []
    objects = [one.value for one in members if one.name == "fields" and isinstance(one.value, lowered.Object)]
    inner = [one.value for given in objects for one in given.properties if one.key == field]
    return [text for one in inner for text in _configured(one, "env")]


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
