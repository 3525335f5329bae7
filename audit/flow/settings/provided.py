"""Values that a container of dependency injection gives for a token: where they are provided, and where asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.link.names import Declared
from audit.link.questions import offsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.backward.given import Given
    from audit.flow.frames import End, Path
    from audit.flow.graph import Graph

Token = tuple[str, ...]
"""A text, or a declared name with its member."""


class Provider(Struct, frozen=True, order=True):
    """`{ provide: TOKEN, useValue: url }`: the node of the value, or of the function that makes it."""

    token: Token
    spot: Spot
    made: bool


class Provided:
    """The providers of all files, found when somebody asks."""

    def __init__(self, backwards: Given) -> None:
        self._backwards, self._names, self._code = backwards, backwards.origins.names, backwards.code
        self._providers: tuple[Provider, ...] | None = None
        self._taken: dict[Spot, tuple[Spot, ...]] | None = None
        vocabulary = backwards.origins.vocabulary
        self._asks = tuple(name for row in vocabulary.envs.rows if row.kind == "token" for name in row.export)
        given = [row for row in vocabulary.holders.rows if row.kind == "provider" and row.makes != "instance"]
        self._tokens = sorted({row.token for row in given if row.token is not None})
        self._values = {name.removesuffix("="): row.makes == "result" for row in given for name in row.method}

    def given(self, file: str, decorators: tuple[lowered.Expr, ...], path: Path) -> list[End]:
        """Where a part of what a decorated parameter gets comes from."""
        tokens = [token for one in decorators if (token := self._asked(file, one))]
        return (
            [end for one in self.providers() if one.token in tokens for end in self.ends(one, path)] if tokens else []
        )

    def spots(self, file: str, decorators: tuple[lowered.Expr, ...]) -> list[Spot]:
        """Where what a decorated parameter gets is made."""
        return [end.spot for end in self.given(file, decorators, ()) if not end.path]

    def providers(self) -> tuple[Provider, ...]:
        """Every value that is provided."""
        if self._providers is None:
            self._providers = ()
            rows = (row for row in self._backwards.origins.vocabulary.envs.rows if row.kind == "token")
            asked = any(self._code.program.naming(module) for row in rows for module in row.module)
            self._providers = tuple(
                one
                for name in self._tokens
                for file in (self._code.files_holding(f"{name}:") if asked else ())
                for one in self._in_file(file, name)
            )
        return self._providers

    def ends(self, provider: Provider, path: Path = ()) -> list[End]:
        """Where a part of a provided value comes from."""
        if not provider.made:
            return list(self._backwards.ends(provider.spot, path))
        return [one for end in self._backwards.ends(provider.spot) for one in self._backwards.result_of(end, path)]

    def seats(self, tokens: Iterable[Token]) -> Iterator[Spot]:
        """The parameters and calls that get what some tokens stand for."""
        wanted = frozenset(tokens)
        for word in self._asks if wanted else ():
            for file in self._code.files_holding(f"{word}("):
                for unit in self._units(file, f"{word}("):
                    for node, asked in _asking(self._code.graph(file, unit)):
                        if self._asked(file, asked) in wanted:
                            yield Spot(file, unit, node)

    def taken(self, spot: Spot) -> tuple[Spot, ...]:
        """Where what is provided at a node, or what the function there gives, is asked for."""
        if self._taken is None:
            self._taken = {}
            for one in self.providers():
                self._taken[one.spot] = tuple(dict.fromkeys(self.seats([one.token])))
        return self._taken.get(spot, ())

    def _units(self, file: str, text: str) -> list[int]:
        """The units that hold a text, also in a decorator of their class."""
        found = self._code.program.ask(file, offsets, text.encode())
        return sorted({self._code.unit_at(file, at) for at in found} - {-1})

    def _asked(self, file: str, call: lowered.Node) -> Token:
        """The token of `@Inject(TOKEN)` or `inject(TOKEN)`."""
        if not isinstance(call, lowered.Call) or not call.args or not isinstance(call.callee, lowered.Name):
            return ()
        return self._token(file, call.args[0]) if call.callee.name in self._asks else ()

    def _token(self, file: str, written: lowered.Expr | None) -> Token:
        if isinstance(written, lowered.Literal) and isinstance(written.value, str):
            return (written.value,)
        member = written.key if isinstance(written, lowered.Member) else ""
        name = written.object if isinstance(written, lowered.Member) else written
        meaning = self._names.meaning(file, name.name) if isinstance(name, lowered.Name) else None
        return (meaning.file, meaning.name, member) if isinstance(meaning, Declared) else ()

    def _in_file(self, file: str, name: str) -> Iterator[Provider]:
        for unit in self._units(file, f"{name}:"):
            graph = self._code.graph(file, unit)
            for node, source in enumerate(graph.source):
                if not isinstance(source, lowered.Object):
                    continue
                written = {one.key: one.value for one in source.properties if isinstance(one.key, str)}
                token = self._token(file, written.get(name))
                for held, op, key in graph.back[node] if token else ():
                    if op is Op.STORE and key in self._values:
                        yield Provider(token, Spot(file, unit, held), self._values[key])


def _asking(graph: Graph) -> Iterator[tuple[int, lowered.Node]]:
    """Parameters with their decorators, and results of calls."""
    for function in graph.functions:
        given = function.source.params if function.source is not None else ()
        for node, parameter in zip(function.parameters, given, strict=False):
            yield from ((node, one) for one in parameter.decorators)
    yield from ((site.result, site.expression) for site in graph.calls)
