"""The files a package offers to others, all of them at once."""

from collections.abc import Iterator

from audit.link.modules import places
from audit.link.modules.entries import Entries
from audit.link.modules.exports import Target, targets
from audit.link.modules.files import Files
from audit.link.modules.manifests import Manifest
from audit.link.modules.patterns import Match
from audit.link.modules.resolution import Inside, Package


def offered(manifest: Manifest, entries: Entries, files: Files) -> Package:
    """The package of a manifest with its entry files and bins."""
    found = dict(_entries(manifest, entries, files))
    return Package(manifest.name, manifest.folder, tuple(found.items()), tuple(dict.fromkeys(entries.bins(manifest))))


def _entries(manifest: Manifest, entries: Entries, files: Files) -> Iterator[tuple[str, str]]:
    main = entries.enter(manifest, "", frozenset())
    if isinstance(main, Inside):
        yield "", main.path
    if "exports" not in manifest.data:
        return
    table = entries.exported(manifest)
    for subpath in table.exact:
        found = entries.enter(manifest, subpath, frozenset())
        if subpath and isinstance(found, Inside):
            yield f".{subpath}", found.path
    for pattern in table.patterns:
        match: Match[object] = Match("", pattern.value, None)
        key = f"{pattern.prefix}*{pattern.suffix}"
        for path in _reached(manifest.folder, targets(match, frozenset()), files):
            yield f".{key}", path


def _reached(folder: str, offers: list[Target], files: Files) -> Iterator[str]:
    """The files a pattern's targets cover as they are written; those behind build products are not listed."""
    for target in offers:
        before, star, after = target.text.partition("*")
        start = places.join(folder, before)
        if not star or start is None:
            continue
        start = f"{start}/" if before.endswith("/") and start else start
        yield from (path for path in files.paths if path.startswith(start) and path.endswith(after))
