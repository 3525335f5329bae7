"""JSON as package.json and tsconfig.json are really written: comments, trailing commas, a byte order mark."""

import json
import re

# An unclosed comment runs to the end, so that the scan stays linear on damaged input.
_COMMENT = re.compile(r'("(?:\\.|[^"\\])*+")|//[^\n]*+|/\*(?:.*?\*/|.*+)', re.DOTALL)
_COMMA = re.compile(r'("(?:\\.|[^"\\])*+")|,(?=\s*+[}\]])', re.DOTALL)

Json = dict[str, object]


def read(text: str) -> Json:
    """The object `text` holds. ValueError when it holds none."""
    try:
        value = _decode(text)
    except ValueError:
        value = _decode(_COMMA.sub(_kept, _COMMENT.sub(_kept, text)))
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - one error for all that is malformed
    return value


def strings(value: object) -> tuple[str, ...]:
    """The strings of a list; a single string counts as a list of one, anything else as none."""
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def table(value: object) -> Json:
    """`value` when it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def _decode(text: str) -> object:
    try:
        return json.loads(text.removeprefix("\ufeff"), strict=False)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _kept(match: re.Match[str]) -> str:
    return match[1] or " "
