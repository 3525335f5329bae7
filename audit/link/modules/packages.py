"""The packages a tree holds, by name: members of workspaces first, then any package.json with a name."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from audit.link.modules import globs, places, workspaces
from audit.link.modules.files import Files
from audit.link.modules.manifests import Manifest, Manifests
from audit.link.questions.manifests import LOCAL


class Ambiguous(Struct, frozen=True):
    """Several packages of one name, and nothing that prefers one."""

    folders: tuple[str, ...]


class Member(Struct, frozen=True):
    """A named package and the innermost workspace root that lists it, None when none does."""

    name: str
    folder: str
    root: str | None


class Packages:
    """Finds the package a name means, as seen from a folder."""

    def __init__(self, files: Files, manifests: Manifests, notes: list[str]) -> None:
        self._files = files
        self._manifests = manifests
        self._notes = notes
        self._named: dict[str, list[Member]] | None = None
        self._found: dict[tuple[str, str], Manifest | Ambiguous | None] = {}

    def names(self) -> dict[str, list[Member]]:
        """All named packages."""
        if self._named is None:
            self._named = {}
            roots = sorted(self._roots(), key=lambda root: -len(root[0]))
            for manifest in self._manifests.all():
                if manifest.name:
                    member = Member(manifest.name, manifest.folder, _root_of(manifest.folder, roots))
                    self._named.setdefault(manifest.name, []).append(member)
        return self._named

    def find(self, name: str, folder: str) -> Manifest | Ambiguous | None:
        """The package `name` means in `folder`: a local dependency, the own one, a workspace, any other."""
        key = (folder, name)
        if key not in self._found:
            self._found[key] = self._seek(name, folder)
        return self._found[key]

    def asked(self, name: str, folder: str) -> tuple[Manifest, str] | None:
        """The closest package.json at or above `folder` that depends on `name`, and the range it asks for."""
        for manifest in self._manifests.chain(folder):
            if name in manifest.dependencies:
                return manifest, manifest.dependencies[name]
        return None

    def local(self, asking: Manifest, asked: str) -> Manifest | None:
        """The package a range like `file:../x` or `workspace:other@*` leads to."""
        scheme, colon, rest = asked.partition(":")
        if f"{scheme}:" not in LOCAL or not colon:
            return None
        alias, at, _ = rest.rpartition("@")
        if scheme == "workspace" and at and alias and not rest.startswith("."):
            found = self._chosen(alias, asking.folder, registry=False)
            return found if isinstance(found, Manifest) else None
        if scheme == "workspace" and not rest.startswith("."):
            return None
        folder = None if rest.startswith(("/", "~")) else places.join(asking.folder, rest)
        return None if folder is None else self._manifests.at(folder)

    def one(self, name: str) -> Manifest | None:
        """The package called `name`, seen from nowhere; None when there is none or several."""
        found = self._chosen(name, "", registry=False)
        return found if isinstance(found, Manifest) else None

    def _seek(self, name: str, folder: str) -> Manifest | Ambiguous | None:
        asked = self.asked(name, folder)
        if asked is not None and (local := self.local(*asked)) is not None:
            return local
        own = self._manifests.nearest(folder)
        if own is not None and own.name == name:
            return own
        return self._chosen(name, folder, registry=asked is not None and not asked[1].startswith(LOCAL))

    def _chosen(self, name: str, folder: str, *, registry: bool) -> Manifest | Ambiguous | None:
        members = self.names().get(name, [])
        inner = [one for one in members if one.root is not None]
        if inner:
            around = [one for one in inner if places.below(folder, one.root or "") is not None]
            deepest = max((len(one.root or "") for one in around), default=0)
            members = [one for one in around if len(one.root or "") == deepest] or inner
        elif registry:
            return None
        if len(members) > 1:
            return Ambiguous(tuple(sorted(one.folder for one in members)))
        return self._manifests.at(members[0].folder) if members else None

    def _roots(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for manifest in self._manifests.all():
            if found := workspaces.of_manifest(manifest.data):
                yield manifest.folder, found
        for path in self._files.paths:
            read = workspaces.DECLARATIONS.get(path[path.rfind("/") + 1 :])
            if read is None:
                continue
            try:
                yield places.parent(path), read(self._files.text(path) or "")
            except ValueError as error:
                self._notes.append(f"{path}: ignored: {error}")


def _root_of(folder: str, roots: Sequence[tuple[str, tuple[str, ...]]]) -> str | None:
    for root, patterns in roots:
        inner = places.below(folder, root)
        if inner == "" or (inner is not None and globs.selects(patterns, inner)):
            return root
    return None
