"""What a package offers: the file behind its name, its subpaths, its folder."""

from collections.abc import Iterable, Iterator

from audit.link.modules import exports, places
from audit.link.modules.exports import DEVELOPMENT, OTHER, PLAIN, SOURCE, Target
from audit.link.modules.files import Files
from audit.link.modules.manifests import Manifest, Manifests
from audit.link.modules.origins import Origins
from audit.link.modules.patterns import Patterns
from audit.link.modules.resolution import Inside, Unresolved
from audit.link.questions import jsonc

_MAIN_FIELDS = ("source", "typings", "types", "module", "main", "browser")
_USUAL_ENTRIES = (
    "src/index",
    "index",
    "src/public_api",
    "src/public-api",
    "public_api",
    "public-api",
    "src/main",
)


class Entries:
    """Finds the files behind packages and folders."""

    def __init__(self, files: Files, manifests: Manifests, origins: Origins) -> None:
        self._files = files
        self._manifests = manifests
        self._origins = origins
        self._exports: dict[str, Patterns[object]] = {}
        self._mains: dict[str, str | None] = {}

    def locate(self, path: str, *, folder_only: bool = False) -> str | None:
        """The file a path means: itself, with an extension, or what stands for the folder of that name."""
        found = None if folder_only else self._files.file(path)
        if found is not None or not (path == "" or self._files.is_dir(path)):
            return found
        return self.main(path)

    def linked(self, path: str) -> str | None:
        """The file `path` means through a symbolic link: of a folder above it, or one of the same name."""
        folder, _, name = path.rpartition("/")
        real = self._files.real(folder)
        if real is not None and real != folder:
            return self.locate(f"{real}/{name}".lstrip("/"))
        for spelling in self._files.spellings(path):
            real = self._files.real(spelling)
            # A link that renames would hide the file from a search for its name (see needles.py).
            if real and places.stem(real).rpartition("/")[2] == places.stem(name):
                return self.locate(real)
        return None

    def main(self, folder: str) -> str | None:
        """What stands for `folder`: the main file of its package.json, else its index."""
        if folder not in self._mains:
            manifest = self._manifests.at(folder)
            found = self._files.index(folder) if manifest is None else self._own_main(manifest)
            self._mains[folder] = found
        return self._mains[folder]

    def enter(self, package: Manifest, subpath: str, custom: frozenset[str]) -> Inside | Unresolved:
        """The file behind `name/subpath`; `subpath` is '' or begins with '/'."""
        if "exports" in package.data:
            match = self.exported(package).match(subpath)
            if match is not None:
                offered = exports.targets(match, custom)
                if not offered:
                    return Unresolved(f"{package.name}{subpath} is not exported")
                found = self.chosen(package.folder, offered)
                if found is not None and (match.star is None or places.holds(package.folder, found)):
                    return Inside(found)
        found = self._below(package, subpath) if subpath.strip("/") else self.main(package.folder)
        return Unresolved(f"{package.name}{subpath} is not there") if found is None else Inside(found)

    def exported(self, package: Manifest) -> Patterns[object]:
        """The `exports` of a package by subpath."""
        if package.folder not in self._exports:
            self._exports[package.folder] = exports.subpaths(package.data.get("exports"))
        return self._exports[package.folder]

    def chosen(self, folder: str, offered: Iterable[Target]) -> str | None:
        """The best target that is there, or whose source is; declarations last."""
        placed = [(path, one.grade) for one in offered if (path := _inside(folder, one.text)) is not None]
        present = [(path, grade, self._files.plain(path)) for path, grade in placed]
        for _, grade, found in present:
            if found is not None and grade <= DEVELOPMENT and not places.is_declaration(found):
                return found
        for wanted in ((SOURCE, PLAIN, DEVELOPMENT), (OTHER,)):
            for path, grade, found in present:
                source = found if _is_code(found) else self.source(folder, path) if grade in wanted else None
                if grade in wanted and source is not None:
                    return source
        return next((found for _, _, found in present if found is not None), None)

    def source(self, folder: str, product: str) -> str | None:
        """The source of a product that is not there."""
        return self._origins.of(folder, product)

    def versions(self, package: Manifest) -> Patterns[tuple[str, ...]]:
        """The first table of `typesVersions`."""
        for table in jsonc.table(package.data.get("typesVersions")).values():
            return Patterns((key, jsonc.strings(value)) for key, value in jsonc.table(table).items())
        return Patterns([])

    def bins(self, package: Manifest) -> Iterator[str]:
        """The files of the `bin` field."""
        declared = package.data.get("bin")
        for text in jsonc.table(declared).values() if isinstance(declared, dict) else (declared,):
            path = places.join(package.folder, text) if isinstance(text, str) else None
            if path and (found := self._files.file(path) or self.source(package.folder, path)) is not None:
                yield found

    def _own_main(self, package: Manifest) -> str | None:
        """The main file by the fields of package.json, by what its `exports` offer as '.', by habit."""
        fields = [Target(text, PLAIN) for field in _MAIN_FIELDS if (text := package.text(field))]
        if (found := self.chosen(package.folder, fields)) is not None and _is_code(found):
            return found
        match = self.exported(package).match("") if "exports" in package.data else None
        if match is not None and (other := self.chosen(package.folder, exports.targets(match, frozenset()))):
            return other
        here = (places.join(package.folder, usual) or "" for usual in _USUAL_ENTRIES)
        found = found or self._files.index(package.folder)
        return found or next(filter(None, map(self._files.extended, here)), None)

    def _below(self, package: Manifest, subpath: str) -> str | None:
        path = places.join(package.folder, subpath)
        if path is None or not places.holds(package.folder, path):
            return None
        if (match := self.versions(package).match(subpath[1:])) is not None:
            texts = (text if match.star is None else text.replace("*", match.star) for text in match.value)
            found = self.chosen(package.folder, [Target(text, PLAIN) for text in texts])
            if found is not None and places.holds(package.folder, found):
                return found
        found = self.locate(path) or self.source(package.folder, path)
        return found or self.locate(f"{package.folder}/src{path[len(package.folder) :]}".lstrip("/"))


def _inside(folder: str, target: str) -> str | None:
    """A target seen from the root; one that leaves its package means nothing, as in Node."""
    path = places.join(folder, target)
    return path if path and places.holds(folder, path) else None


def _is_code(path: str | None) -> bool:
    return path is not None and not places.is_declaration(path)
