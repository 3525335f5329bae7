"""What one call finds: the columns of a table that its options name, and rows of others that come with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.extract.sql import Column, Part
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.contexts import Path
    from audit.flow.tables.chains import Chains, Step
    from audit.flow.tables.model import Table
    from audit.flow.tables.read.perhaps import Perhaps
    from audit.flow.tables.read.projections import Found, Projections

_DEEP = 4


class Options(Struct, frozen=True, order=True):
    """What the options of a find are called, of its own table and of others: the keys that are asked for, those that
    are not, further expressions, the rows of others that come along.
    """

    named: str
    omits: tuple[str, ...]
    extras: tuple[str, ...]
    related: tuple[str, ...]


_MORE, _LESS = "include", "exclude"
"""What an object says that lists keys to come besides all others, or not to."""


class Chosen(Struct, frozen=True, order=True):
    """The keys that are asked for (None: all), those that are left out, and those that come under another name."""

    kept: frozenset[str] | None = None
    left: frozenset[str] = frozenset()
    renamed: frozenset[tuple[str, str]] = frozenset()

    def names(self, key: str) -> list[str]:
        """The names under which a key is part of it."""
        taken = key not in self.left and (self.kept is None or key in self.kept)
        return [*([key] if taken else []), *sorted(name for one, name in self.renamed if one == key)]


class Finds:
    """Reads of a `find`, each with whether it was guessed."""

    def __init__(self, chains: Chains, projections: Projections, perhaps: Perhaps) -> None:
        self._chains, self._projections, self._perhaps = chains, projections, perhaps
        self._tables, self._trace = chains.tables, chains.trace

    def of(self, step: Step, table: Table, prefix: Path) -> list[tuple[Found, bool]]:
        """The columns in what the call gives, and whether that is sure."""
        places = [place for place in places_of(step.row.columns or "") if place.path] if step.row.columns else []
        for place in places:
            held = self._chains.place(step.spot, place)
            if held is not None:
                words = Options(place.path[0], *map(_words, (step.row.omits, step.row.extras, step.row.related)))
                return self._rows(held, table, prefix, words, 0)
        return [(((*prefix, *path), part), True) for path, part in self._projections.whole(table)]

    def _rows(self, options: Spot, table: Table, prefix: Path, words: Options, depth: int) -> list[tuple[Found, bool]]:
        """The rows of a table as options ask for them, with rows of others under their keys."""
        ways = self._chosen(options, words.named)
        lacking = {name for one in self._trace.member(options, words.named) for name in self._perhaps.of(one)}
        whole = (*self._projections.whole(table), *_asked_for(table, ways))
        omitted = self._omitted(options, words)
        kept = [(path, part) for path, part in whole if path[0] not in omitted]
        found: list[tuple[Found, bool]] = []
        for path, part in kept:
            several = [one.names(path[0]) for one in ways]
            for name in dict.fromkeys(name for names in several for name in names):
                sure = all(name in names for names in several) and (name,) not in lacking
                found.append((((*prefix, name, *path[1:]), part), sure))
        for key, value in self._extras(options, words):
            parts = self._projections.expression(value)
            found.extend((((*prefix, key, *path), part), True) for path, part in parts)
        for key, value in self._others(options, words) if depth < _DEEP else ():
            found.extend(self._related(key, value, table, prefix, words, depth))
        return found

    def _related(
        self, key: str, options: Spot, table: Table, prefix: Path, words: Options, depth: int
    ) -> list[tuple[Found, bool]]:
        """Rows of another table; where no relation of that name is declared, of the table that has its name."""
        relation = self._tables.relations.of(table.name).get(key) or self._tables.models.relations(table).get(key)
        if relation is not None:
            steps = (*prefix, key, "[*]") if relation.many else (*prefix, key)
            return self._rows(options, relation.table, steps, words, depth + 1)
        other = self._tables.keyed(key) or self._tables.keyed(f"{key}s")
        if other is None or other.name == table.name or table.column(key) is not None:
            return []
        several = [self._rows(options, other, (*prefix, key, *more), words, depth + 1) for more in ((), ("[*]",))]
        return [(one, False) for rows in several for one, _ in rows]

    def _extras(self, options: Spot, words: Options) -> list[tuple[str, Spot]]:
        """Expressions that are selected as well: an object of them, or a function that gives it."""
        held = [one for word in words.extras for one in self._trace.member(options, word)]
        made = [one for spot in held for one in (*self._trace.made(spot), *self._trace.returns(spot))]
        return [pair for one in made for pair in self._trace.properties(one)]

    def _others(self, options: Spot, words: Options) -> list[tuple[str, Spot]]:
        """The keys that say which rows of others come along, with their own options."""
        held = [one for word in words.related for one in self._trace.member(options, word)]
        pairs = [pair for one in held for pair in self._trace.properties(one)]
        return [(key, value) for key, value in pairs if not self._is_off(value)]

    def _omitted(self, options: Spot, words: Options) -> set[str]:
        """The keys that do not come, for certain."""
        held = [one for word in words.omits for one in self._trace.member(options, word)]
        pairs = [pair for one in held for pair in self._trace.properties(one)] if len(held) == 1 else []
        made = [(key, [self._trace.source(one) for one in self._trace.made(value)]) for key, value in pairs]
        return {
            key for key, them in made if all(isinstance(one, lowered.Literal) and one.value is True for one in them)
        }

    def _chosen(self, options: Spot, named: str) -> list[Chosen]:
        """The keys that `columns`, `select` or `attributes` name, on each way."""
        found = (self._chosen_at(one) for one in self._trace.member(options, named))
        return list(dict.fromkeys(one for one in found if one is not None)) or [Chosen()]

    def _chosen_at(self, one: Spot) -> Chosen | None:
        source, parts = self._trace.source(one), self._trace.properties(one)
        if isinstance(source, lowered.Array):
            return self._listed([value for _, value in parts])
        lists = {key: self._items(value) for key, value in parts if key in (_MORE, _LESS)}
        if lists and all(one is not None for one in lists.values()):
            more, less = (self._listed(lists.get(key) or []) for key in (_MORE, _LESS))
            return Chosen(None, less.kept or frozenset(), more.renamed)
        if not isinstance(source, lowered.Object):
            return None
        left = frozenset(key for key, value in parts if self._is_off(value))
        return Chosen(None, left) if left else Chosen(frozenset(key for key, _ in parts))

    def _listed(self, names: list[Spot]) -> Chosen:
        """The keys that a list names; one that is a list itself is a key and its name (`["title", "label"]`)."""
        pairs = [(one, self._items(one)) for one in names]
        kept = frozenset(self._tables.text(one) for one, inner in pairs if inner is None)
        named = ([self._tables.text(each) for each in inner] for _, inner in pairs if inner is not None)
        return Chosen(kept, renamed=frozenset((one[0], one[1]) for one in named if len(one) > 1))

    def _items(self, spot: Spot) -> list[Spot] | None:
        """The elements of a list; None for anything else."""
        for one in self._trace.made(spot):
            if isinstance(self._trace.source(one), lowered.Array):
                return [value for _, value in self._trace.properties(one)]
        return None

    def _is_off(self, spot: Spot) -> bool:
        made = [self._trace.source(one) for one in self._trace.made(spot)]
        return any(isinstance(one, lowered.Literal) and one.value is False for one in made)


def _asked_for(table: Table, ways: list[Chosen]) -> list[Found]:
    """Columns that are only known because they are asked for, of a table that may have others than are declared."""
    names = sorted({name for one in ways for name in one.kept or ()} - {key for key, _ in table.columns})
    return [((name,), Part(Column(table.name, name))) for name in names if table.open]


def _words(text: str | None) -> tuple[str, ...]:
    """The last names of places."""
    return tuple(place.path[-1] for place in places_of(text) if place.path) if text is not None else ()
