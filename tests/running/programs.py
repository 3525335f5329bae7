"""Random programs: each asks for an item, does this and that with it, and answers something."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

HERE = Path(__file__).parent
_HOLE = re.compile(r"\{(?:([ABCSIOLF])(\d?)|(T|v|k))\}")
_KINDS = "SSIOLF"


def language(name: str) -> dict[str, Any]:
    """The constructs of a language."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


class Program:
    """One program, written from its answer back: what a value needs is written before it."""

    def __init__(self, constructs: dict[str, Any], random: Random, number: int, deep: int) -> None:
        self._all, self._language, self._random, self._count = constructs, constructs["language"], random, 0
        self._lines: list[str] = []
        self._top: list[str] = []
        self._known: list[tuple[str, str]] = [("item", "I")]
        value = self._value(random.choice("SSSIOL"), deep)
        answer = [line.replace("{A}", value) for line in random.choice(self._language["answers"])]
        text = self._language["file"].lstrip().replace("{number}", str(number))
        lines = (_with(line, "{body}", [*self._lines, *answer]) for line in text.split("\n"))
        self.text = "\n".join(one for line in lines for one in line).replace("{top}", "\n".join(self._top))

    def _name(self, letter: str) -> str:
        self._count += 1
        return f"{letter}{self._count}"

    def _value(self, kind: str, deep: int) -> str:
        """An expression of a type."""
        if deep <= 0 or self._random.random() < 0.1:
            return self._leaf(kind)
        draw = self._random.random()
        if draw < 0.2:
            return self._function(kind, deep - 1)
        own = self._all[kind] if draw < 0.55 else self._all["any"]
        chosen = self._random.choice([*own["expressions"], *own.get("statements", ())])
        if isinstance(chosen, str):
            return self._filled([chosen], kind, deep)[0]
        name = self._name("v")
        for line in self._filled(chosen, kind, deep, name):
            (self._top if line.startswith("top ") else self._lines).append(line.removeprefix("top "))
        self._known.append((name, kind))
        return name

    def _leaf(self, kind: str) -> str:
        names = [name for name, other in self._known if other == kind]
        found = [*names, *names, self._language["clean"][kind]]
        if kind == "S":
            parts = ((part, name) for name, other in self._known for part in self._all["parts"].get(other, ()))
            found += [part.replace("{}", name) for part, name in parts]
        return self._random.choice(found)

    def _filled(self, template: list[str], kind: str, deep: int, name: str = "") -> list[str]:
        """The lines of a construct, with what stands in braces."""
        values: dict[str, str] = {"v": name, "k": self._name("k"), "T": self._language["types"][kind]}
        for found in _HOLE.finditer("".join(template)):
            letter, hole = found[1], found[0][1:-1]
            if letter and hole not in values:
                values[hole] = self._held(kind if letter in "ABC" else letter, deep - 1 - (letter in "BC"))
        filled = (_HOLE.sub(lambda one: values[one[0][1:-1]], line) for line in template)
        given = (
            _with(line, "{give}", self._giving(name, kind, deep - 1)) if "{give}" in line else [line] for line in filled
        )
        return [one for lines in given for one in lines]

    def _written(self, line: str, name: str, kind: str, value: str) -> str:
        """One of the language's statements."""
        parts = {"{v}": name, "{T}": self._language["types"][kind], "{A}": value}
        return re.sub(r"\{[vTA]\}", lambda one: parts[one[0]], line)

    def _held(self, kind: str, deep: int) -> str:
        """A value; one that is waited for gets a name, as it may come to stand in a function that waits for nothing."""
        value = self._value(kind, deep)
        if "await" not in value:
            return value
        name = self._name("v")
        self._lines.append(self._written(self._language["hold"], name, kind, value))
        self._known.append((name, kind))
        return name

    def _giving(self, name: str, kind: str, deep: int) -> list[str]:
        """Statements of a block that give a name a value."""
        outer, known, self._lines = self._lines, list(self._known), []
        value = self._value(kind, deep)
        made = [*self._lines, self._written(self._language["give"], name, kind, value)]
        self._lines, self._known = outer, known
        return made

    def _function(self, kind: str, deep: int) -> str:
        """A function of its own, and a call of it."""
        random, name = self._random, self._name("f")
        kinds = [random.choice(_KINDS) for _ in range(random.randint(1, 3))]
        given = [self._held(one, deep - 1) for one in kinds]
        parameters = [(self._name("p"), one) for one in kinds]
        inside = random.random() < 0.4
        known, outer = self._known, self._lines
        self._known, self._lines = [*(known if inside else ()), *parameters], []
        result = self._value(kind, deep)
        body, self._known, self._lines = self._lines, known, outer
        waits = any(word in line for line in (*body, result) for word in ("await", "async for"))
        *lines, call = random.choice(self._language["functions"])
        begin, wait = self._language["waits"] if waits else ("", "")
        declared = ", ".join(self._written(self._language["parameter"], *one, "") for one in parameters)
        holes = {"{f}": name, "{y}": begin, "{params}": declared, "{args}": ", ".join(given)}
        for hole, text in holes.items():
            lines, call = [line.replace(hole, text) for line in lines], call.replace(hole, text)
        made = [one for line in lines for one in _with(line.replace("{A}", result), "{body}", body)]
        (self._lines if inside else self._top).extend(made)
        return f"({wait}{call})"


def _with(line: str, hole: str, lines: list[str]) -> list[str]:
    """A line, or lines that stand as far from the left as the hole for them."""
    before, found, _ = line.partition(hole)
    return [before + one for one in lines] if found and not before.strip() else [line]
