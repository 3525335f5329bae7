"""From a build product that a checkout does not hold back to the source it is made from."""

from collections.abc import Iterator

from audit.link.modules import places
from audit.link.modules.files import Files
from audit.link.modules.tsconfig import Configs

_BUILT = frozenset(
    [
        "dist",
        "build",
        "lib",
        "out",
        "output",
        "es",
        "es5",
        "es6",
        "es2015",
        "esm",
        "esm5",
        "cjs",
        "umd",
        "mjs",
        "mts",
        "types",
        "typings",
        "dts",
        "module",
        "modules",
        "commonjs",
        "bundle",
        "bundles",
        "fesm2015",
        "fesm2020",
        "fesm2022",
        "dist-types",
        "dist-cjs",
        "dist-esm",
        "dist-es",
        "built",
    ]
)


class Origins:
    """Maps products to sources by the package's tsconfig, then by the names of build folders."""

    def __init__(self, files: Files, configs: Configs) -> None:
        self._files = files
        self._configs = configs
        self._outputs: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}

    def of(self, folder: str, product: str) -> str | None:
        """The source of `product`, a path below the package `folder`; the file's name stays the same."""
        for candidate in self._candidates(folder, product):
            stem = places.stem(candidate)
            if stem != candidate and not stem.rpartition("/")[2]:
                continue  # `.js` is the ending of no name, and not the folder that it is in
            if (found := self._files.plain(stem)) is not None:
                return found
        return None

    def _candidates(self, folder: str, product: str) -> Iterator[str]:
        for output, sources in self._produced(folder):
            if output != folder and (rest := places.below(product, output)):
                yield from (f"{source}/{rest}".lstrip("/") for source in sources)
        rest = places.below(product, folder)
        for inner in _without_build(rest or ""):
            yield f"{folder}/{inner}".lstrip("/")

    def _produced(self, folder: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The output folders the configs in `folder` name, each with the folders whose code may end there."""
        if folder not in self._outputs:
            self._outputs[folder] = tuple(
                (output, (folder, f"{folder}/src") if config.source is None else (config.source,))
                for config in self._configs.inside(folder)
                for output in config.outputs
            )
        return self._outputs[folder]


def _without_build(path: str) -> Iterator[str]:
    """`dist/esm/a.js` as `src/esm/a.js`, `esm/a.js`, `src/a.js`, `a.js`; the last segment always stays."""
    parts = path.split("/")
    for start, part in enumerate(parts[:-1]):
        if part not in _BUILT:
            continue
        for end in range(start + 1, len(parts)):
            head, tail = parts[:start], parts[end:]
            yield "/".join([*head, "src", *tail])
            yield "/".join([*head, *tail])
            if parts[end] not in _BUILT:
                break
