"""What a written type says about a value: a class of the tree, a type from outside, the members of an object."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from audit.flow.backward.values import Instance, Typed, Value
from audit.flow.contexts import ELEMENT, HELD
from audit.link.names import Declared, External

if TYPE_CHECKING:
    from audit.link.names import Names
    from audit.link.program import Program

_TRANSPARENT = re.compile(r"^(?:Promise|Readonly|Partial|Required|NonNullable|Awaited|Omit|Pick|Ref)<(.*)>$", re.DOTALL)
_ANNOTATED = re.compile(r"^(?:\w+\.)*Annotated\[(.*)\]$", re.DOTALL)
_NAME = re.compile(r"^[A-Za-z_$][\w$.]*$")
_TEXT = re.compile(r"""^['"]([^'"\\]*)['"]$""")
_WORDS = re.compile(r"[A-Za-z_$][\w$]*")
_ARRAY = re.compile(r"^(?:readonly\s+)?(?:(?:Array|ReadonlyArray|Iterable)<.*>|.*\[\])$", re.DOTALL)
_LIST = re.compile(r"^(?:readonly\s+)?(?:(?:Array|ReadonlyArray|Set|Iterable)<(.*)>|([\w$.]+|\(.*\))\[\])$", re.DOTALL)
_TABLE = re.compile(r"^Record<(.*)>$", re.DOTALL)
_MAP = re.compile(r"^(?:Readonly|Weak)?Map<(.*)>$", re.DOTALL)
_KNOWN = frozenset(
    ("Array", "Map", "Set", "Promise", "URL", "Response", "Request", "String", "Date", "Record", "Headers",
     "URLSearchParams", "WeakMap", "WebSocket", "EventSource")
)  # fmt: skip
_DEEPEST = 4


class Types:
    """Types by the text of their annotation."""

    def __init__(self, program: Program, names: Names) -> None:
        self._program, self._names = program, names

    def value(self, file: str, text: str, depth: int = 0) -> tuple[Value, ...]:
        """The values an annotation in a file allows, as far as it says anything; () when it does not."""
        text = _plain(text)
        if not text or depth > _DEEPEST:
            return ()
        parts = [part.strip() for part in _alternatives(text, "|")]
        if len(parts) > 1:
            return tuple(dict.fromkeys(v for part in parts for v in self.value(file, part, depth + 1)))
        if _ARRAY.match(text):
            return (Typed("Array"),)
        if text == "string":
            return (Typed("String"),)
        name = text.split("<", 1)[0].strip()
        if name.startswith("typeof "):
            return (Typed(text),)
        if not _NAME.match(name):
            return ()
        return self._named(file, name, depth)

    def texts(self, file: str, text: str, depth: int = 0) -> tuple[str, ...]:
        """The texts that an annotation allows, where it allows nothing else (`'a' | 'b'`); () for any other."""
        found: list[str] = []
        for part in (one.strip() for one in _alternatives(_plain(text), "|")):
            quoted = _TEXT.match(part)
            named = self._stands_for(file, part) if quoted is None and depth < _DEEPEST and _NAME.match(part) else None
            inner = self.texts(*named, depth + 1) if named is not None else ()
            if quoted is None and not inner:
                return ()
            found.extend((quoted.group(1),) if quoted is not None else inner)
        return tuple(dict.fromkeys(found))

    def member(self, file: str, text: str, key: str, depth: int = 0) -> tuple[tuple[str, str], ...]:
        """The annotations of a member of an annotated object, each with the file in which it is written."""
        text = _plain(text)
        if depth > _DEEPEST:
            return ()
        if key in HELD:
            held = _held(text, key)
            return ((file, held),) if held else ()
        if text.startswith("{"):
            return tuple((file, written) for name, written in _inline(text) if name == key)
        parts = [part for one in _alternatives(text, "|") for part in _alternatives(one, "&")]
        if len(parts) > 1:
            return tuple(found for part in parts for found in self.member(file, part, key, depth + 1))
        home = self._home(file, text.split("<", 1)[0].strip())
        if home is None:
            return ()
        facts = self._program.facts(home[0])
        for shape in facts.outline().types if facts is not None else ():
            if shape.name == home[1]:
                own = tuple((home[0], written) for name, written in shape.members if name == key)
                return own or (self.member(home[0], shape.text, key, depth + 1) if shape.text else ())
        return ()

    def given(self, file: str, text: str, position: int, depth: int = 0) -> tuple[Value, ...]:
        """What a function of a written type (`(row: Row) => void`, or a name of that) is called with, as far as a class
        or a type from outside says it.
        """
        text = _plain(text)
        taken = _parameters(text)
        if taken is None:
            named = self._stands_for(file, text.split("<", 1)[0].strip()) if depth < _DEEPEST else None
            return self.given(*named, position, depth + 1) if named is not None else ()
        written = taken[position].partition(":")[2].strip() if position < len(taken) else ""
        found = self.value(file, written) if written else ()
        return tuple(one for one in found if isinstance(one, Instance) or "#" in getattr(one, "type", ""))

    def _named(self, file: str, name: str, depth: int) -> tuple[Value, ...]:
        if name in _KNOWN and self._names.meaning(file, name) is None:
            return (Typed(name),)
        home = self._home(file, name)
        if home is None:
            external = self._names.meaning(file, name) or self._dotted(file, name)
            if isinstance(external, External):
                path = external.path.removeprefix("default.")
                return (Typed(f"{external.module}#{path}"), Typed(name))
            return (Typed(name),)
        facts = self._program.facts(home[0])
        if facts is None:
            return ()
        for head in facts.outline().classes:
            if head.name == home[1] and not head.interface:
                return (Instance(home[0], head.start, open=True),)
        for shape in facts.outline().types:
            if shape.name == home[1] and shape.text:
                return (Typed(name), *self.value(home[0], shape.text, depth + 1))
        return (Typed(name),)

    def _dotted(self, file: str, name: str) -> External | None:
        """`httpx.Client`: a member of an imported module."""
        root, _, rest = name.partition(".")
        meaning = self._names.meaning(file, root) if rest else None
        if not isinstance(meaning, External):
            return None
        return External(meaning.module, rest if meaning.path == "*" else f"{meaning.path}.{rest}")

    def _stands_for(self, file: str, name: str) -> tuple[str, str] | None:
        """The file that declares a name for another type, and that type as it is written there."""
        home = self._home(file, name)
        facts = self._program.facts(home[0]) if home is not None else None
        shapes = facts.outline().types if facts is not None else ()
        named = [one.text for one in shapes if home is not None and one.name == home[1] and one.text]
        return (home[0], named[0]) if home is not None and named else None

    def _home(self, file: str, name: str) -> tuple[str, str] | None:
        """The file that declares a type, and its name there."""
        facts = self._program.facts(file)
        if facts is None or not name:
            return None
        outline = facts.outline()
        if any(one.name == name for one in outline.classes) or any(one.name == name for one in outline.types):
            return file, name
        return self._imported(file, name, frozenset())

    def _imported(self, file: str, name: str, seen: frozenset[str]) -> tuple[str, str] | None:
        meaning = self._names.meaning(file, name)
        if isinstance(meaning, Declared):
            return meaning.file, meaning.name
        facts = self._program.facts(file)
        for one in facts.outline().imports if facts is not None else ():
            if one.local == name and one.name not in ("*", "="):
                target = self._program.resolve(file, one.module)
                return self._exported(target, one.name, seen) if target is not None else None
        return None

    def _exported(self, file: str, name: str, seen: frozenset[str]) -> tuple[str, str] | None:
        facts = self._program.facts(file)
        if facts is None or file in seen:
            return None
        for export in facts.outline().exports:
            if export.name == name and not export.module:
                return self._home(file, export.local)
            if export.module and (export.name in (name, "*")):
                target = self._program.resolve(file, export.module)
                source = name if export.name == "*" else export.source
                found = self._exported(target, source, seen | {file}) if target is not None else None
                if found is not None:
                    return found
        return None


def _held(text: str, key: str) -> str:
    """The type of what a list, or an object of any names, holds as its elements, or a map as its values."""
    found = _LIST.match(text) if key == ELEMENT else None
    if found is not None:
        return found.group(1) or found.group(2)
    found = (_TABLE if key == ELEMENT else _MAP).match(text)
    parts = top_level(found.group(1), ",") if found is not None else ()
    return parts[1].strip() if len(parts) > 1 else ""


def names_in(text: str) -> tuple[str, ...]:
    """The names of types that a written type is made of."""
    return tuple(_WORDS.findall(text))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Without what changes nothing: parentheses, null and undefined, readonly, and wrappers such as Partial."""
    text = text.strip()
    parts = [part.strip() for part in top_level(text, "|")] if "|" in text else [text]
    kept = [part for part in parts if part not in ("null", "undefined", "void", "None", "")]
    text = " | ".join(kept)
    while text.startswith("(") and text.endswith(")") and "=>" not in text:
        text = text[1:-1].strip()
    found = _TRANSPARENT.match(text) or _ANNOTATED.match(text)
    return _plain(top_level(found.group(1), ",")[0]) if found else text


def _alternatives(text: str, sign: str) -> tuple[str, ...]:
    """The parts of a union or an intersection; what a function type gives belongs to that function."""
    return (text,) if text.startswith("(") and "=>" in text else top_level(text, sign)


@lru_cache(maxsize=4096)
def top_level(text: str, sign: str) -> tuple[str, ...]:
    """Cut at a sign that stands outside of all brackets."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(text):
        if char in "<([{":
            depth += 1
        elif char in ">)]}" and not (char == ">" and text[at - 1 : at] == "="):
            depth -= 1
        elif char == sign and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    return tuple(part for part in parts if part.strip())


def _parameters(text: str) -> tuple[str, ...] | None:
    """The parameters of a function type; None for another type."""
    if not text.startswith("("):
        return None
    depth = 1
    for at, char in enumerate(text[1:], 1):
        depth += (char in "<([{") - (char in ">)]}" and not (char == ">" and text[at - 1] == "="))
        if depth == 0:
            known = text[at + 1 :].lstrip().startswith("=>")
            return tuple(part.strip() for part in top_level(text[1:at], ",")) if known else None
    return None


def _inline(text: str) -> list[tuple[str, str]]:
    """The members of an object type written in place."""
    found = []
    for part in top_level(text.strip()[1:-1].replace("\n", ";"), ";"):
        for piece in top_level(part, ","):
            name, colon, written = piece.partition(":")
            if colon:
                found.append((name.replace("readonly", "").strip().rstrip("?").strip("'\" "), written.strip()))
    return found
