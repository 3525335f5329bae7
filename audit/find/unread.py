"""Files and regions that were not read, and whether what is searched may stand in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.model import Damaged, Unanalysed
from audit.source import Unreadable, language_of, unsearchable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.link.program import Program
    from audit.model import UnanalysedReason

_READ_BY_PEOPLE = (
    "md",
    "mdx",
    "markdown",
    "txt",
    "rst",
    "adoc",
    "org",
    "tex",
    "log",
    "csv",
    "tsv",
    "example",
    "mmd",
)
_MANIFESTS = ("json", "jsonc", "json5", "ndjson", "toml", "lock", "map", "snap", "sum", "mod", "xml", "plist")
_PICTURES = (
    "svg",
    "png",
    "jpg",
    "jpeg",
    "gif",
    "webp",
    "ico",
    "pdf",
    "woff",
    "woff2",
    "ttf",
    "css",
    "scss",
    "less",
)
_PROSE = frozenset((*_READ_BY_PEOPLE, *_MANIFESTS, *_PICTURES))
_NAMES = re.compile(
    r"^(?:\.[\w.-]*(?:rc|ignore|attributes|env|env\..*|editorconfig|npmrc)|LICEN[CS]E|NOTICE|CODEOWNERS|AUTHORS)$"
)
_BUILDS = re.compile(r"(?:^|/)(?:Dockerfile|Containerfile)[^/]*$|\.dockerfile$", re.IGNORECASE)


def unread_languages(
    program: Program, package: str, variables: Iterable[str], is_production: Callable[[str], bool]
) -> list[Unanalysed]:
    """Files of kinds that are not read, yet name the client's package or one of the service's variables.

    What only builds images names every package that it copies: there the package says nothing.
    """
    wanted = [name.encode() for name in (package, *variables) if name]
    others = [path for path in program.snapshot.files() if language_of(path) is None and not _is_prose(path)]
    found = program.snapshot.containing(wanted, others) if wanted else {}
    holding = {
        path for name, paths in found.items() for path in paths if name != package.encode() or not _BUILDS.search(path)
    }
    return [Unanalysed(path, "language", is_production(path)) for path in sorted(holding)]


def unread_files(program: Program, names: Iterable[str], is_production: Callable[[str], bool]) -> list[Unanalysed]:
    """Files that could not be read; in scope: production, and a searched name stands or may stand there."""
    reasons: dict[str, UnanalysedReason] = dict(program.snapshot.problems())
    reasons.update(program.unread)  # type: ignore[arg-type]
    reasons = {path: why for path, why in reasons.items() if language_of(path) or not program.snapshot.has(path)}
    asked = [path for path in reasons if is_production(path)]
    searched = [name.encode() for name in names if name]
    found = program.snapshot.containing(searched, asked) if asked else {}
    holding = {path for paths in found.values() for path in paths}
    return [
        Unanalysed(path, reason, is_production(path) and (path in holding or _hides(program, path)))
        for path, reason in sorted(reasons.items())
    ]


def damaged_regions(program: Program, names: Iterable[str], is_production: Callable[[str], bool]) -> list[Damaged]:
    """Regions of the files that were looked into in which the parser lost its way."""
    words = [name.encode() for name in names if name]
    found = []
    for path in program.parsed():
        facts = program.facts(path)
        for region in facts.outline().damaged if facts is not None else ():
            inside = program.text(path, region.start, region.end)
            in_scope = is_production(path) and any(word in inside for word in words)
            found.append(Damaged(path, program.position(path, region.start).line, region.reason, in_scope))
    return found


def _is_prose(path: str) -> bool:
    name = path.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return ending in _PROSE or _NAMES.match(name) is not None


def _hides(program: Program, path: str) -> bool:
    """Would a search of the file miss names?"""
    found = program.snapshot.read(path)
    if isinstance(found, Unreadable):
        return found.reason != "too-large"
    return unsearchable(found) is not None
