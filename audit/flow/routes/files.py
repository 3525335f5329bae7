"""Files that are routes by their name, and which of their exports the framework calls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.routes.rows import VERBS
from audit.link.modules.places import above, parent
from audit.link.questions.manifests import standing
from audit.rulebook import compiled

if TYPE_CHECKING:
    from audit.flow.routes.model import Exported
    from audit.flow.routes.served import Served
    from audit.rulebook import RouteRow, VocabularyIndex
    from audit.source import Snapshot

_GROUP = re.compile(r"\((?!\.)[^)]*\)")  # (group), but not (.)intercepted
_PARTS = re.compile(r"(?:\[[^\]]*\]|[^.\[])+")
_ESCAPED = re.compile(r"\[([^\]]*)\]")
_WHOLE_FOLDER = ("route", "index", "page", "layout")
_MARKER = re.compile(r"^(?:\(\.{1,3}\))+")


class FileRoute(Struct, frozen=True, order=True):
    """A file that is a route: its path, its row, and whether it stands around the pages below."""

    path: str
    row: RouteRow
    around: bool


class FileRoutes:
    """The file routes of a snapshot. Folders of routes stand beside a package.json, or in its `src`."""

    def __init__(self, snapshot: Snapshot, vocabulary: VocabularyIndex, served: Served) -> None:
        self._snapshot, self._served = snapshot, served
        self._rows = tuple(row for row in vocabulary.routes.rows if row.files)
        self._known: dict[str, tuple[FileRoute, ...]] = {}

    def of(self, file: str) -> tuple[FileRoute, ...]:
        """What a file is by its name; () for a file that is only imported."""
        if file not in self._known:
            fitting = [(row, self._path(file, row)) for row in self._rows if compiled(row.files).fullmatch(file)]
            named = [FileRoute(path, row, _is_around(file, row)) for row, path in fitting if path is not None]
            found = self._wanted(file, named)
            own = [one for one in found if one.row.kind == "file" and not one.row.called]
            self._known[file] = tuple(own or found)
        return self._known[file]

    def routes(self, file: str, name: str) -> tuple[tuple[str, str], ...]:
        """The verbs and paths of an export of a file."""
        found = []
        for one in self._named(file, name):
            path = one.path.rstrip("/") + "/*" if one.around else one.path
            found.append((name if one.row.verb == "name" else one.row.verb, path))
        return tuple(found)

    def taking(self, one: Exported) -> tuple[RouteRow, ...]:
        """The rows by which a framework or a runtime takes an export of a file, or a part of it."""
        named = self._named(one.file, ".".join((one.name, *one.path)))
        return (*(route.row for route in named), *self._served.rows(one))

    def paths(self, one: Exported) -> tuple[tuple[str, str], ...]:
        """The verbs and paths of what a file exports."""
        own = self.routes(one.file, ".".join((one.name, *one.path)))
        return (*own, *((row.verb, "/*") for row in self._served.rows(one)))

    def _wanted(self, file: str, found: list[FileRoute]) -> list[FileRoute]:
        """Where several frameworks know a file by its name (`route.tsx`), those that the packages above it want."""
        if len({one.row.beside for one in found}) < 2:
            return found
        packages = (f"{folder}/package.json".removeprefix("/") for folder in above(parent(file)))
        told = (self._snapshot.ask(one, standing) for one in packages if self._snapshot.has(one))
        wants = frozenset[str]().union(*(one[1] for one in told if one is not None))
        return [one for one in found if not one.row.beside or not wants.isdisjoint(one.row.beside)] or found

    def _named(self, file: str, name: str) -> list[FileRoute]:
        return [one for one in self.of(file) if _takes(one.row, name)]

    def _path(self, file: str, row: RouteRow) -> str | None:
        """The URL path of a file: its folders below the folder that the row names."""
        parts = file.split("/")
        anchors = {_anchor(glob) for glob in row.files}
        if parts[-1].split(".")[0] in anchors:  # a file that stands before all routes
            return "/*" if not row.packaged or self._is_home(parts[:-1]) else None
        places = [at for at, part in enumerate(parts[:-1]) if part in anchors]
        if not places:
            return None
        at = next((at for at in places if self._is_package(parts[:at])), places[0])
        if row.home:
            at = next((at for at in places if self._is_beside(parts[:at], row.home)), -1)
            if at < 0 or any(part.startswith("_") for part in parts[at:]):
                return None
            return "/" + "/".join(filter(None, (*parts[at:-1], parts[-1].split(".", 1)[0].removesuffix("index"))))
        if row.packaged and not self._is_home(parts[:at]):
            return None
        if row.dotted:
            return "/" + "/".join(filter(None, map(_dotted_segment, _dotted(parts[at + 2 :]))))
        name = parts[-1].split(".", 1)[0]
        inside = parts[at + 1 : -1]
        if "app" not in anchors and name not in ("index", "route") and not name.startswith("+"):
            inside = [*inside, name]
        return "/" + "/".join(filter(None, (_segment(part) for part in inside)))

    def _is_beside(self, folders: list[str], names: tuple[str, ...]) -> bool:
        return any(self._snapshot.has("/".join((*folders, name))) for name in names)

    def _is_home(self, folders: list[str]) -> bool:
        """May folders of routes stand there?"""
        return not folders or folders[-1] == "src" or self._is_package(folders)

    def _is_package(self, folders: list[str]) -> bool:
        above = folders[:-1] if folders[-1:] == ["src"] else folders
        return self._snapshot.has("/".join((*above, "package.json")))


def _takes(row: RouteRow, name: str) -> bool:
    """Is an export of that name, or a part of one, what the row is about?"""
    if row.called:
        whole, _, part = name.partition(".")
        return name in row.called or (part.isidentifier() and f"{whole}.*" in row.called)
    return name in VERBS if row.verb == "name" else name == "default"


def _anchor(glob: str) -> str:
    """The folder below which a glob finds routes: the first one it names, `src` apart."""
    return next((part for part in glob.split("/") if part not in ("**", "src")), "").partition(".")[0]


def _segment(folder: str) -> str:
    """A folder as a part of the path: groups and slots are none."""
    if folder.startswith(("@", "_")) or _GROUP.fullmatch(folder):
        return ""
    return _MARKER.sub("", folder)


def _dotted(parts: list[str]) -> list[str]:
    """The parts of a path that folders and the name of a file are: `t.$team+/_index.tsx`, `items.$id/route.tsx`."""
    *folders, name = (*parts[:-1], parts[-1].rsplit(".", 1)[0])
    named = [] if folders and not folders[-1].endswith("+") and name in _WHOLE_FOLDER else [name]
    return [part for one in (*folders, *named) for part in _PARTS.findall(one.removesuffix("+"))]


def _dotted_segment(part: str) -> str:
    """`$id` is a parameter, `$` all that follows, `_layout` no part of the path, `[x]` is written as it is."""
    part = part[1:-1] + "?" if part.startswith("(") and part.endswith(")") else part
    if part.startswith("_"):
        return ""
    part = "*" if part == "$" else f":{part[1:]}" if part.startswith("$") else part
    return _ESCAPED.sub(r"\1", part.removesuffix("_"))


def _is_around(file: str, row: RouteRow) -> bool:
    """Does the file stand around all pages below its folder (a layout), rather than being one?"""
    if row.dotted:
        return _dotted(file.split("/"))[-1] == "_layout"
    name = file.rsplit("/", 1)[-1].split(".", 1)[0].removeprefix("+")
    return name in ("layout", "template", "loading", "error", "not-found", "default") or name.startswith("_")
