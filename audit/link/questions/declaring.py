"""What is declared, assigned or handed on, as far as the text tells."""

from __future__ import annotations

import re

COMMON = "module.exports"
_UNNAMED = re.compile(
    rb"(?:export\s+)?(?:const\s+)?enum\s+([\w$]+)|(?:module\.)?exports\.([\w$]+)\s*=|module\.exports\s*="
)
_BY_KEY = re.compile(rb"[\w$)]\]\s*(?:\?\?|\|\|)?=[^=>]")
_NAMED = tuple(
    re.compile(word + rb"(?<!\w" + word + rb")(?=\s++([\w$]++))") for word in (b"enum", b"namespace", b"module")
)
"""Each begins with its literal: the search for that runs at the speed of memory, that for one of three does not."""
_GIVEN = re.compile(rb"['\"\]]*\s*(?:\?\?|\|\|)?=[^=>]")
_NO_TARGET = re.compile(rb"(?:[\w.$]|const )\Z")
_HIDDEN = re.compile(rb"\b(?:private|protected)\b|#$")
_BEFORE = 120
_DECLARING = frozenset(
    (b"function", b"const", b"let", b"var", b"class", b"as", b"import", b"async", b"static", b"public",
     b"private", b"protected", b"override", b"readonly", b"abstract", b"get", b"set", b"enum", b"namespace")
)  # fmt: skip


def name_of_unnamed(source: bytes, start: int, end: int) -> str:
    """An enum and a CommonJS export are statements without a name in the outline."""
    match = _UNNAMED.match(source, start, end)
    if match is None:
        return "default"
    return (match.group(1) or match.group(2) or b"").decode("utf-8", "replace") or COMMON


def named_statements(source: bytes) -> tuple[bytes, ...]:
    """The names behind `enum`, `namespace` and `module`: a statement that has no name of its own may declare them."""
    return tuple(sorted({name for pattern in _NAMED for name in pattern.findall(source)}))


def gives(source: bytes, name: bytes) -> bool:
    """Is something assigned to a member of that name?"""
    at = source.find(name)
    while at >= 0:
        before = source[max(0, at - 1) : at]
        if _GIVEN.match(source, at + len(name)) and not (before.isalnum() or before == b"_"):
            return True
        at = source.find(name, at + 1)
    return False


def gives_by_key(source: bytes) -> bool:
    """Is something assigned to a member whose name is computed?"""
    return _BY_KEY.search(source) is not None


def assignments(source: bytes, name: bytes) -> tuple[int, ...]:
    """Where something is assigned to the name, as it seems."""
    # A pattern that begins with its literal is searched for at the speed of memory.
    pattern = re.escape(name) + rb"\s*(?:\?\?|\|\||&&|\+)?=(?![=>])"
    starts = (one.start() for one in re.finditer(pattern, source))
    return tuple(one for one in starts if not _NO_TARGET.search(source, max(0, one - 6), one))


def is_hidden(source: bytes, at: int) -> bool:
    """Do the modifiers before a member's name keep it inside its class?"""
    before = re.split(rb"[;{}\n]", source[max(0, at - _BEFORE) : at])[-1]
    return _HIDDEN.search(before) is not None


def keyed(source: bytes, name: bytes) -> tuple[int, ...]:
    """Where the name stands, but for where a member of that name is read (`.name`): all else may declare one."""
    found = []
    at = source.find(name)
    while at >= 0:
        if source[at - 1 : at] != b".":
            found.append(at)
        at = source.find(name, at + 1)
    return tuple(found)


def may_extend(source: bytes) -> bool:
    """May the file extend a class, or hand on what it imports?"""
    return any(text in source for text in (b"extends", b"export *", b"export {"))


def may_declare(source: bytes, name: re.Pattern[bytes]) -> int:
    """How often a name stands where declarations have theirs, by the text around it."""
    return sum(_stands_free(source, match.start()) for match in name.finditer(source))


def _stands_free(source: bytes, at: int) -> bool:
    """After a word that declares, at the beginning of a line, or after a sign that begins a parameter or a
    property.
    """
    before = source[max(0, at - 24) : at]
    if not before or before[-1:] in b"#{(,[;\n":
        return True
    if before[-1:] not in b" \t":
        return False
    text = before.rstrip(b" \t")
    return text[-1:] in b"#*{(,[;}\n" or text.rpartition(b" ")[2].strip() in _DECLARING
