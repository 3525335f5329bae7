"""Globs over POSIX paths relative to the root: `**`, `*`, `?`, `{a,b}`, `[abc]`, `[!abc]`.

A set of globs becomes one regular expression whose work grows with the length of the path and not with a
power of it: no repetition stands inside another, and each one before the last is atomic, because the leftmost
place where the text between two stars fits is always a right one. The same holds for the segments between two
`**`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

ALTERNATIVES = 64
"""How many patterns the braces of one glob may stand for."""

_PIECES = re.compile(r"\[!?\]?[^\]/]*\]|\*+|\?|[^\[*?]")
_END = r"(?=/|\Z)"


def fault_of(glob: str) -> tuple[str, str] | None:
    """Why `glob` is refused and what to write instead, or None for a good one."""
    if not glob.strip():
        return "an empty glob matches nothing", "write `**` for every file"
    if "\\" in glob:
        return f"`{glob}` holds a backslash", "paths are written with `/`"
    if glob.startswith(("/", "./")) or ".." in glob.split("/"):
        return (
            f"`{glob}` does not stay below the root",
            "write it relative to the root, without `./` and `..`",
        )
    if glob.startswith("!"):
        return f"`{glob}`: negation is not supported", "list what should match"
    if glob.endswith("/") or "//" in glob:
        return f"`{glob}` names a folder, and only files are matched", f"write `{glob.strip('/')}/**`"
    return _unbalanced(glob)


def matches(globs: Iterable[str], path: str) -> bool:
    """Whether one of `globs` matches the whole of `path`."""
    return compiled(tuple(globs)).fullmatch(path) is not None


def matching(globs: tuple[str, ...], paths: Iterable[str]) -> Iterator[str]:
    """Those of many paths that one of `globs` matches. Most end otherwise than any of them: that is looked at first.
    Raises ValueError for a bad glob.
    """
    pattern, ends = compiled(globs), _endings(globs)
    return (path for path in paths if path.endswith(ends) and pattern.fullmatch(path) is not None)


@lru_cache(maxsize=256)
def _endings(globs: tuple[str, ...]) -> tuple[str, ...]:
    """How a path ends that a glob may match: the text behind its last star or bracket."""
    plain = (one for glob in globs for one in expanded(glob))
    return tuple(dict.fromkeys(re.split(r"[*?\]]", one)[-1].lstrip("/") for one in plain))


@lru_cache(maxsize=256)
def compiled(globs: tuple[str, ...]) -> re.Pattern[str]:
    """One regular expression for all of `globs`, for `fullmatch`. Raises ValueError for a bad glob."""
    alternatives: dict[str, None] = {}
    for glob in globs:
        if fault := fault_of(glob):
            raise ValueError(fault[0])
        for plain in expanded(glob):
            alternatives[_pattern(plain)] = None
    return re.compile("|".join(alternatives) or r"(?!)", re.DOTALL)


def expanded(glob: str) -> list[str]:
    """The globs without braces that `glob` stands for, outermost and leftmost first."""
    opening = glob.find("{")
    if opening < 0:
        return [glob]
    closing, commas = _brace(glob, opening)
    cuts = [opening, *commas, closing]
    return [
        plain
        for start, end in pairwise(cuts)
        for plain in expanded(glob[:opening] + glob[start + 1 : end] + glob[closing + 1 :])
    ]


def _unbalanced(glob: str) -> tuple[str, str] | None:
    depth = count = 0
    for char in glob:
        depth += (char == "{") - (char == "}")
        count += char == ","
        if depth < 0:
            break
    if depth:
        return f"`{glob}` has an unbalanced brace", "close every `{` with a `}`"
    if 2 ** glob.count("{") > ALTERNATIVES or (count > ALTERNATIVES) or len(expanded(glob)) > ALTERNATIVES:
        return f"`{glob}` stands for more than {ALTERNATIVES} patterns", "split it into several globs"
    bare = re.sub(r"\[!?\]?[^\]/]*\]", "", glob)
    if "[" in bare:
        return f"`{glob}` has an unbalanced bracket", "close every `[` with a `]`"
    if "[" not in glob:
        return None
    try:
        re.compile("|".join(_pattern(plain) for plain in expanded(glob)))
    except re.error as error:
        return f"`{glob}`: {error.msg}", "write ranges from low to high, `[a-z]`"
    return None


def _brace(glob: str, opening: int) -> tuple[int, list[int]]:
    depth = 0
    commas: list[int] = []
    for at in range(opening, len(glob)):
        char = glob[at]
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at, commas
        if char == "," and depth == 1:
            commas.append(at)
    raise ValueError(f"`{glob}` has an unbalanced brace")


def _pattern(glob: str) -> str:
    """A regular expression for a glob without braces: runs of segments, put together at each `**`."""
    runs: list[list[str]] = [[]]
    for segment in glob.split("/"):
        if segment == "**":
            runs.append([])
        else:
            runs[-1].append(_segment(segment))
    texts = ["/".join(run) for run in runs]
    if len(texts) == 1:
        return texts[0]
    middle = "".join(rf"(?>(?:|.*?/){text}/)" for text in texts[1:-1] if text)
    head = f"{texts[0]}/" if texts[0] else ""
    return head + middle + (rf"(?:|.*/){texts[-1]}\Z" if texts[-1] else r".+")


def _segment(segment: str) -> str:
    """One segment: text, then for each star the nearest place where the text after it fits."""
    chunks = [""]
    for piece in _PIECES.findall(segment):
        if piece.startswith("*"):
            chunks.append("")
        else:
            chunks[-1] += _one(piece)
    if len(chunks) == 1:
        return chunks[0]
    stars = "".join(f"(?>[^/]*?{chunk})" for chunk in chunks[1:-1] if chunk)
    last = f"(?>[^/]*?{chunks[-1]}{_END})" if chunks[-1] else "[^/]*+"
    return chunks[0] + stars + last


def _one(piece: str) -> str:
    """A pattern for exactly one character of a path segment."""
    if piece == "?":
        return "[^/]"
    if len(piece) == 1:
        return re.escape(piece)
    negated = piece[1] == "!"
    inside = piece[2:-1] if negated else piece[1:-1]
    members = re.sub(r"([\\\]\[^&~|])", r"\\\1", inside)
    return f"[^/{members}]" if negated else f"(?!/)[{members}]"
