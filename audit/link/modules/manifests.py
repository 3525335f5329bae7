"""The package.json files of a tree."""

from collections.abc import Iterator

from msgspec import Struct

from audit.link.modules import places
from audit.link.modules.files import Files
from audit.link.questions import jsonc
from audit.link.questions.manifests import DEPENDENCIES, resolving


class Manifest(Struct, frozen=True, eq=False):
    """One package.json: its folder, what it says of where names lead, and where the range of each dependency leads."""

    folder: str
    data: jsonc.Json
    dependencies: dict[str, str]

    @property
    def name(self) -> str:
        """The package's name, '' when it has none."""
        return self.text("name")

    def text(self, field: str) -> str:
        """A field that holds a string, else ''."""
        value = self.data.get(field)
        return value if isinstance(value, str) else ""


class Manifests:
    """package.json by folder, each read once."""

    def __init__(self, files: Files, notes: list[str]) -> None:
        self._files = files
        self._notes = notes
        self._at: dict[str, Manifest | None] = {}
        self._nearest: dict[str, Manifest | None] = {}

    def all(self) -> Iterator[Manifest]:
        """Every readable package.json outside node_modules."""
        for path in self._files.paths:
            if path[path.rfind("/") + 1 :] == "package.json" and (manifest := self.at(places.parent(path))) is not None:
                yield manifest

    def at(self, folder: str) -> Manifest | None:
        """The package.json in `folder`."""
        if folder not in self._at:
            self._at[folder] = self._load(folder)
        return self._at[folder]

    def nearest(self, folder: str) -> Manifest | None:
        """The package.json in `folder` or the closest above it: Node's package scope."""
        if folder not in self._nearest:
            found = self.at(folder)
            self._nearest[folder] = self.nearest(places.parent(folder)) if found is None and folder else found
        return self._nearest[folder]

    def chain(self, folder: str) -> Iterator[Manifest]:
        """The package.json files from `folder` up to the root."""
        for one in places.above(folder):
            if (manifest := self.at(one)) is not None:
                yield manifest

    def _load(self, folder: str) -> Manifest | None:
        path = f"{folder}/package.json" if folder else "package.json"
        said = self._files.said(path, resolving)
        if said is None:
            return None
        text, problem = said
        if problem:
            self._notes.append(f"{path}: ignored: {problem}")
            return None
        data = jsonc.read(text)
        return Manifest(folder, data, _dependencies(data))


def _dependencies(data: jsonc.Json) -> dict[str, str]:
    asked: dict[str, str] = {}
    for field in reversed(DEPENDENCIES):
        asked |= {name: text for name, text in jsonc.table(data.get(field)).items() if isinstance(text, str)}
    return asked
