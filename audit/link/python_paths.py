"""The folders that a Python script puts on `sys.path`, as far as they are made of constants and its own
place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from audit.extract.facts.code import (
    Array,
    Assign,
    Binary,
    Block,
    Call,
    Declare,
    Do,
    Expr,
    If,
    Index,
    Literal,
    Loop,
    Member,
    Name,
    Stmt,
    Template,
    Try,
)  # fmt: skip

_SAME = frozenset(
    (
        "Path",
        "PurePath",
        "str",
        "fspath",
        "abspath",
        "realpath",
        "normpath",
        "resolve",
        "absolute",
        "as_posix",
    )
)
_ADDS = frozenset(("insert", "append", "extend", "addsitedir"))
_OUTSIDE = ".."

_Names = dict[str, str]


def added_paths(importer: str, units: Iterable[tuple[Stmt, ...]]) -> tuple[str, ...]:
    """Folders relative to the audited root, in the order of the search: what is inserted last comes first.

    `units` are the top-level statements of the script, lowered. Paths that depend on anything else, or lead
    out of the root, are left out; a relative one is taken from the root, where such scripts are run.
    """
    names: _Names = {"__file__": importer}
    found = [folder for unit in units for folder in _statements(unit, names)]
    return tuple(dict.fromkeys(reversed(found)))


def _statements(body: tuple[Stmt, ...], names: _Names) -> Iterator[str]:
    for one in body:
        match one:
            case Do(value=Assign(target=Name(name=name), value=value)) | Declare(target=Name(name=name), value=value):
                made = _path(value, names) if value is not None else None
                names.pop(name, None)
                if made is not None:
                    names[name] = made
            case Do(value=value):
                yield from _added(value, names)
            case If(then=then, other=other):
                yield from _statements((*then, *other), names)
            case Try(body=inner, handler=handler):
                yield from _statements((*inner, *(handler or ())), names)
            case Block(body=inner):
                yield from _statements(inner, names)
            case Loop(target=Name(name=name), over=Array(items=items), body=inner):
                for item in items:
                    yield from _statements((Do(one.at, Assign(one.at, Name(one.at, name), item)), *inner), names)
            case _:
                pass


def _added(value: Expr, names: _Names) -> Iterator[str]:
    """`sys.path.insert(0, folder)`, `sys.path += [folder]`, `sys.path[:0] = [folder]`."""
    given: tuple[Expr, ...] = ()
    if isinstance(value, Call) and isinstance(value.callee, Member) and value.callee.key in _ADDS:
        if value.callee.key == "addsitedir" or _is_search_path(value.callee.object):
            given = value.args[-1:]
    elif isinstance(value, Assign) and _is_search_path(value.target):
        given = (value.value,)
    for one in given:
        for item in one.items if isinstance(one, Array) else (one,):
            folder = _path(item, names)
            if folder is not None and not folder.startswith((_OUTSIDE, "/")):
                yield "" if folder == "." else folder


def _is_search_path(node: object) -> bool:
    if isinstance(node, Index):
        node = node.object
    return (
        isinstance(node, Member) and node.key == "path" and isinstance(node.object, Name) and node.object.name == "sys"
    )


def _path(node: Expr, names: _Names) -> str | None:
    """A path relative to the root, None when it is not constant."""
    made: str | None = None
    match node:
        case Literal(value=str(text)):
            made = text
        case Name(name=name):
            made = names.get(name)
        case Member(object=inner, key="parent"):
            made = _up(_path(inner, names), 1)
        case Index(object=Member(object=inner, key="parents"), key=Literal(value=int(steps))):
            made = _up(_path(inner, names), steps + 1)
        case Member(key="pardir"):
            made = _OUTSIDE
        case Binary(op="/", left=left, right=right):
            made = _joined((left, right), names)
        case Binary(op="+", left=left, right=right):
            first, second = _path(left, names), _path(right, names)
            made = first + second if first is not None and second is not None else None
        case Template(parts=parts, values=values):
            texts = [_path(one, names) for one in values]
            made = None if None in texts else _woven(parts, [text or "" for text in texts])
        case Call():
            made = _called(node, names)
        case _:
            pass
    return posixpath.normpath(made) if made is not None and "\0" not in made else None


def _called(node: Call, names: _Names) -> str | None:
    callee = node.callee
    name = callee.key if isinstance(callee, Member) else callee.name if isinstance(callee, Name) else ""
    if name in ("join", "joinpath"):
        first = (callee.object,) if name == "joinpath" and isinstance(callee, Member) else ()
        return _joined((*first, *node.args), names)
    if name == "dirname" and node.args:
        return _up(_path(node.args[0], names), 1)
    if name not in _SAME:
        return None
    if len(node.args) > 1:
        return _joined(node.args, names)
    if node.args and not (name == "resolve" and isinstance(callee, Member)):
        return _path(node.args[0], names)
    return _path(callee.object, names) if isinstance(callee, Member) else "."


def _up(path: str | None, steps: int) -> str | None:
    return posixpath.normpath(posixpath.join(path, *[_OUTSIDE] * steps)) if path is not None else None


def _joined(parts: Iterable[Expr], names: _Names) -> str | None:
    made = [_path(part, names) for part in parts]
    return None if None in made else posixpath.join(*[one or "." for one in made])


def _woven(parts: tuple[str, ...], texts: list[str]) -> str:
    return "".join(part + text for part, text in zip(parts, [*texts, ""], strict=True))
