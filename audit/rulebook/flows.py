"""The notation in which vocabulary rows name places and flows. Grammar and meaning: docs/vocabulary.md."""

import re
from functools import lru_cache
from typing import Literal, cast

import msgspec

Root = Literal[
    "arg", "args", "kwargs", "this", "result", "response", "thrown", "kept", "decorated", "name", "receiver",
    "call", "return", "given", "told", "written",
]  # fmt: skip

_STEP = re.compile(
    r"\.[A-Za-z_$][\w$]*|\.\*|\.\{(?:!?arg\d|!?args\[\d:\]|\w*\*\w*)\}|\(\)|\[\*\]|\[key\]|\[value\]|\[\d+\]|\[-1\]"
)
_HEAD = re.compile(
    r"(?P<root>arg|args|kwargs|this|result|response|thrown|kept|told|decorated|name|receiver)"
    r"(?:(?<=\barg)(?P<number>\d+)|(?<=\barg):(?P<name>\w+)|(?<=\bargs)\[(?P<first>\d+):\])?(?![\w:])"
)
_FUNCTION = re.compile(
    r"(?:(?P<back>return)|(?P<root>call|given|written))\((?P<callee>[^()]+)\)(?(root)(?:\.(?P<number>\d+|\*))?)"
)


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a value stands at a call.

    `number` is the position of an argument (for `args` the first one, for `call` the parameter
    that is filled; `each`: one after the other, named ones by their names), `name` a Python keyword, `callee` the
    functions that `call` and `return` speak of. `path`
    leads inside: a property name, `*` any property, `[*]` an element, `[key]` and `[value]` what is in a map, `[0]`
    one element, `await` what awaiting gives, `()` what calling gives, `{arg0}` the members that a constant text names
    or texts name (`get("a.b")`), `{args[1:]}` those that any argument from there on names, `{!args[1:]}` all others,
    `{use*Query}` the member that is named after what a `*` of the source stood for.
    """

    root: Root
    number: int | None = None
    name: str | None = None
    callee: tuple["Place", ...] = ()
    each: bool = False
    path: tuple[str, ...] = ()


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """What a call does with values: `sources` go to `targets`, or may (`guess`), or a copy of them (`copied`), or as
    the `same` object; with neither, `calls` are called.
    """

    sources: tuple[Place, ...] = ()
    targets: tuple[Place, ...] = ()
    calls: tuple[Place, ...] = ()
    implicit: bool = False
    guess: bool = False
    copied: bool = False
    same: bool = False


@lru_cache(maxsize=4096)
def flow_of(text: str) -> Flow:
    """The flow that `text` writes. Raises ValueError for what is none."""
    for arrow in (" -> ", " ~> ", " ?> ", " +> ", " => "):
        source, found, target = text.partition(arrow)
        if found:
            return Flow(
                sources=places_of(source),
                targets=places_of(target),
                implicit=arrow == " ~> ",
                guess=arrow == " ?> ",
                copied=arrow == " +> ",
                same=arrow == " => ",
            )
    function = _FUNCTION.fullmatch(text)
    if not function or function["root"] != "call" or function["number"]:
        raise ValueError(f"`{text}` is no flow")
    return Flow(calls=places_of(function["callee"]))


@lru_cache(maxsize=4096)
def places_of(text: str) -> tuple[Place, ...]:
    """The places that `text` writes, any of which may hold the value. Raises ValueError for what is none."""
    return tuple(_place(part) for part in _alternatives(text))


def _alternatives(text: str) -> list[str]:
    """`text` cut at each `|` outside of parentheses."""
    parts, depth = [""], 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _place(text: str) -> Place:
    if function := _FUNCTION.match(text):
        number, root = function["number"], function["root"] or function["back"]
        if (root in {"call", "written"}) != (number is not None) and (root != "given" or number == "*"):
            raise ValueError(f"`{text}` is no place")
        return Place(
            root=cast("Root", root),
            number=None if number is None else 0 if number == "*" else int(number),
            callee=places_of(function["callee"]),
            each=number == "*",
            path=_path(text, function.end()),
        )
    head = _HEAD.match(text)
    if not head or (head["root"] == "arg" and not (head["number"] or head["name"])):
        raise ValueError(f"`{text}` is no place")
    number = head["number"] or head["first"] or ("0" if head["root"] == "args" else None)
    return Place(
        root=cast("Root", head["root"]),
        number=None if number is None else int(number),
        name=head["name"],
        path=_path(text, head.end()),
    )


def _path(text: str, start: int) -> tuple[str, ...]:
    steps: list[str] = []
    while start < len(text):
        step = _STEP.match(text, start)
        if not step:
            raise ValueError(f"`{text}` is no place")
        steps.append(step.group().removeprefix("."))
        start = step.end()
    return tuple(steps)
