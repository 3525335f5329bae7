"""Random programs: each asks for an item, does this and that with it, and answers something."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

HERE = Path(__file__).parent
_CONSTRUCTS = tomllib.loads((HERE / "constructs.toml").read_text(encoding="utf-8"))
_TYPES = {"S": "string", "I": "Item", "O": "{ k: string; j: string }", "L": "string[]", "F": "() => string"}
_CLEAN = {"S": "'clean'", "I": "makePlain()", "O": "{ k: 'c', j: 'c' }", "L": "['c', 'd']", "F": "() => 'c'"}
_PARTS = {
    "I": ("{}.title", "{}.artist", "{}.cover.url", "{}.tags[0]"),
    "O": ("{}.k", "{}.j"),
    "L": ("{}[0]", "{}.join()"),
    "F": ("{}()",),
}
_HOLE = re.compile(r"\{(?:([ABCSIOLF])(\d?)|(T|v|k))\}")
_HELPERS = re.findall(
    r"^export (?:async )?(?:abstract )?(?:function\*?|const|class) (\w+)", (HERE / "lib.ts").read_text(), re.MULTILINE
)
_FUNCTIONS = (
    ("{y}function {f}({params}) {", "  return {result};", "}", "{f}({args})"),
    ("const {f} = {y}({params}) => {", "  return {result};", "};", "{f}({args})"),
    ("class {f} { {y}run({params}) {", "  return {result};", "} }", "new {f}().run({args})"),
    ("class {f} { static {y}run({params}) {", "  return {result};", "} }", "{f}.run({args})"),
    ("const {f} = { {y}run({params}) {", "  return {result};", "} };", "{f}.run({args})"),
    ("const {f} = ({params}) => {y}() => {", "  return {result};", "};", "{f}({args})()"),
    ("{y}function {f}({params}) {", "  return { ok: true, value: {result} };", "}", "({await}{f}({args})).value"),
)
"""Beginning, end and call of a function."""
_ANSWERS = ("res.json({ a: {} });", "const out = { a: {} };\nres.json(out);", "res.status(200).send({ a: {} });")


class Program:
    """One program, written from its answer back: what a value needs is written before it."""

    def __init__(self, random: Random, number: int, deep: int) -> None:
        self._random, self._count = random, 0
        self._lines: list[str] = []
        self._top: list[str] = []
        self._known: list[tuple[str, str]] = [("item", "I")]
        answer = random.choice(_ANSWERS).replace("{}", self._value(random.choice("SSSIOL"), deep))
        self.text = self._whole(number, answer)

    def _whole(self, number: int, answer: str) -> str:
        body = "\n".join(f"  {line}" for line in (*self._lines, *answer.split("\n")))
        text = "\n".join((*self._top, body))
        used = ["type Item", *(name for name in _HELPERS if re.search(rf"\b{name}\b", text))]
        return (
            "import { getItem } from '@acme/client';\n"
            "import { EventEmitter } from 'node:events';\n"
            "import { Router, type Request, type Response } from 'express';\n"
            f"import {{ {', '.join(used)} }} from './lib';\n\n" + "".join(f"{line}\n" for line in self._top) + "\n"
            "export const router = Router();\n"
            f"router.get('/programs/{number}/:id', async (req: Request, res: Response) => {{\n"
            f"  const item: Item = await getItem(req.params.id);\n{body}\n}});\n"
        )

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
        own = _CONSTRUCTS[kind] if draw < 0.55 else _CONSTRUCTS["any"]
        made = [*own["expressions"], *own.get("statements", ())]
        chosen = self._random.choice(made)
        if isinstance(chosen, str):
            return self._filled([chosen], kind, deep)[0]
        name = self._name("v")
        lines = self._filled(chosen, kind, deep, name)
        for line in lines:
            (self._top if line.startswith("top ") else self._lines).append(line.removeprefix("top "))
        self._known.append((name, kind))
        return name

    def _leaf(self, kind: str) -> str:
        names = [name for name, other in self._known if other == kind]
        found = [*names, *names, _CLEAN[kind]]
        if kind == "S":
            found += [part.format(name) for name, other in self._known for part in _PARTS.get(other, ())]
        return self._random.choice(found)

    def _filled(self, template: list[str], kind: str, deep: int, name: str = "") -> list[str]:
        """The lines of a construct, with what stands in braces."""
        values: dict[str, str] = {"v": name, "k": self._name("k"), "T": _TYPES[kind]}
        for found in _HOLE.finditer("".join(template)):
            letter, hole = found[1], found[0][1:-1]
            if letter and hole not in values:
                values[hole] = self._held(kind if letter in "ABC" else letter, deep - 1 - (letter in "BC"))
        made = []
        for line in template:
            if line == "{give}":
                made += [f"  {inner}" for inner in self._giving(name, kind, deep - 1)]
            else:
                made.append(_HOLE.sub(lambda one: values[one[0][1:-1]], line))
        return made

    def _held(self, kind: str, deep: int) -> str:
        """A value; one that is waited for gets a name, as it may come to stand in a function that waits for nothing."""
        value = self._value(kind, deep)
        if "await" not in value:
            return value
        name = self._name("v")
        self._lines.append(f"const {name}: {_TYPES[kind]} = {value};")
        self._known.append((name, kind))
        return name

    def _giving(self, name: str, kind: str, deep: int) -> list[str]:
        """Statements of a block that give a name a value."""
        outer, known, self._lines = self._lines, list(self._known), []
        value = self._value(kind, deep)
        made, self._lines, self._known = [*self._lines, f"{name} = {value};"], outer, known
        return made

    def _function(self, kind: str, deep: int) -> str:
        """A function of its own, and a call of it."""
        random, name = self._random, self._name("f")
        kinds = [random.choice("SSIOLF") for _ in range(random.randint(1, 3))]
        given = [self._held(one, deep - 1) for one in kinds]
        parameters = [(self._name("p"), one) for one in kinds]
        inside = random.random() < 0.4
        known, outer = self._known, self._lines
        self._known, self._lines = [*(known if inside else ()), *parameters], []
        result = self._value(kind, deep)
        body, self._known, self._lines = self._lines, known, outer
        waits = any("await" in line for line in (*body, result))
        begin, back, end, call = random.choice(_FUNCTIONS)
        holes = {
            "{f}": name,
            "{y}": "async " if waits else "",
            "{await}": "await " if waits else "",
            "{params}": ", ".join(f"{one}: {_TYPES[other]}" for one, other in parameters),
            "{args}": ", ".join(given),
        }
        for hole, text in holes.items():
            begin, call = begin.replace(hole, text), call.replace(hole, text)
        made = [begin, *(f"  {line}" for line in body), back.replace("{result}", result), end]
        (self._lines if inside else self._top).extend(made)
        return f"(await {call})" if waits and not call.endswith(".value") else f"({call})"


def write(root: Path, programs: list[Program]) -> None:
    """An application with a file for each program."""
    app = root / "app"
    app.mkdir(parents=True)
    (app / "lib.ts").write_text((HERE / "lib.ts").read_text())
    numbers = range(len(programs))
    for number in numbers:
        (app / f"p{number}.ts").write_text(programs[number].text)
    (app / "main.ts").write_text(
        "import express from 'express';\n"
        + "".join(f"import {{ router as r{number} }} from './p{number}';\n" for number in numbers)
        + "const app = express();\n"
        + "".join(f"app.use(r{number});\n" for number in numbers)
        + "app.listen(3000);\n"
    )
