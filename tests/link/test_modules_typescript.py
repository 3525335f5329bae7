"""Against TypeScript's own resolver: where it finds a file of the tree, we find the same.

TypeScript comes from `UNGATED_TYPESCRIPT` (the folder of the npm package) or `tests/node/node_modules`.
Checkouts in the folder `UNGATED_CHECKOUTS` are compared whole.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from audit.link.modules import Inside, Resolver
from tests.link.test_modules_resolution import RELATIVE, empty
from tests.trees import write

HERE = Path(__file__).parent
TYPESCRIPT = Path(os.environ.get("UNGATED_TYPESCRIPT") or HERE.parent / "node/node_modules/typescript")
CHECKOUTS = os.environ.get("UNGATED_CHECKOUTS")
NODE = shutil.which("node")
SKIPPED = {"node_modules", ".git"}
# Both say the same; TypeScript stops at the declaration, we go on to the code it declares.
DECLARATION = (".d.ts", ".d.mts", ".d.cts")

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="needs node"),
    pytest.mark.skipif(not (TYPESCRIPT / "package.json").exists(), reason="needs the npm package typescript"),
]


class FolderTree:
    def __init__(self, root):
        self.root = root
        self._files, self._folders = set(), set()
        for folder, inner, names in os.walk(root):
            inner[:] = [name for name in inner if name not in SKIPPED]
            relative = Path(folder).relative_to(root).as_posix()
            relative = "" if relative == "." else relative
            self._folders.add(relative)
            self._files.update(f"{relative}/{name}".lstrip("/") for name in names if Path(folder, name).is_file())

    def files(self):
        return sorted(self._files)

    def has(self, path):
        return path in self._files

    def is_dir(self, path):
        return path in self._folders

    def real(self, path):
        return path if self.has(path) or self.is_dir(path) else None

    def read(self, path):
        return (self.root / path).read_bytes()

    def ask(self, path, question):
        return question(self.read(path))


def typescript(root, links, *options):
    """(importer, specifier, path or None) of every specifier below `root`."""
    command = [NODE, HERE / "modules_oracle.cjs", TYPESCRIPT, root, *options]
    done = subprocess.run(command, input=json.dumps(links), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def differences(tree, *options):
    """Where the two part, and how many specifiers were compared."""
    resolver = Resolver(tree)
    links = {name: found.folder for name in resolver.packages() if (found := resolver.package(name))}
    compared = [row for row in typescript(tree.root, links, *options) if row[2] is not None]
    found = [(*row, resolver.resolve(row[0], row[1])) for row in compared]
    return [row for row in found if not same(row[2], row[3])], len(compared)


def same(expected, found):
    if not isinstance(found, Inside):
        return False
    declared = expected.endswith(DECLARATION) and not found.path.endswith(DECLARATION)
    return found.path == expected or (declared and found.path.rpartition(".")[0] == expected.rsplit(".", 2)[0])


def importing(*specifiers):
    return "".join(f"import {json.dumps(one)};\n" for one in specifiers)


TREES = {
    "relative": RELATIVE
    | {
        "a/main.ts": importing(
            "./x", "./x.js", "./x/", "./x/index", "./y", "./m.mjs", "./c.cjs", "./v.jsx", "./v.js",
            "./only", "./both",
            "./data.json", "./user.service", "./js.js", "../b/z", "../b/z.js", ".", "./", "..", "../",
            "./types",
            "./.././a//x", "./odd.ts", "./types.js", "./x.ts",
        )
    },
    "paths": {
        "tsconfig.json": '{ // base\n "extends": ["./config/base"], "compilerOptions": {"module": "es6",},}',
        "config/base.json": {
            "compilerOptions": {
                "baseUrl": "..",
                "paths": {
                    "@/*": ["src/*"],
                    "@/app/*": ["src/gone/*", "src/app/*"],
                    "exact": ["src/util"],
                    "c-*-end": ["src/lib/*"],
                    "s/*": ["libs/*/src"],
                    "x*": ["src/lib/*"],
                    "*": ["types/*", "./*"],
                },
            }
        },
        "src/main.ts": importing(
            "@/lib/c", "@/app/a", "@/app/b", "@/app/a.js", "exact", "c-c-end", "s/ui", "xc", "ext",
            "src/util", "@/"
        ),
        **empty("src/app/a.ts", "src/app/b/index.ts", "src/lib/c.ts", "types/ext.d.ts", "src/util.ts",
        "src/index.ts"),
        **empty("libs/ui/src/index.ts"),
    },
    "packages": {
        "package.json": {"workspaces": ["packages/*"]},
        "tsconfig.json": {"compilerOptions": {"module": "esnext", "moduleResolution": "bundler",
        "customConditions": ["dev"]}},
        "packages/p/package.json": {
            "name": "@s/p",
            "exports": {
                ".": {"types": "./src/index.ts", "default": "./dist/index.js"},
                "./dev": {"dev": "./src/deep/s.ts", "default": "./src/index.ts"},
                "./array": ["./src/deep/s.ts"],
                "./f/*": "./src/deep/*.ts",
                "./f/*.js": "./src/deep/*.js",
                "./f/private/*": None,
            },
            "imports": {"#deep/*": "./src/deep/*.ts", "#q": "q"},
        },
        "packages/q/package.json": {"name": "q", "types": "./types", "main": "./main.js"},
        "packages/r/package.json": {"name": "r"},
        "packages/p/src/index.ts": importing("#deep/s", "#q", "@s/p/dev", "q"),
        "main.ts": importing(
            "@s/p", "@s/p/dev", "@s/p/array", "@s/p/f/s", "@s/p/f/s.js", "@s/p/f/private/x", "q", "q/sub/x",
            "r", "r/lib",
            "./packages/q", "./packages/r",
        ),
        **empty("packages/p/src/deep/s.ts", "packages/p/src/deep/private/x.ts", "packages/q/types/index.ts"),
        **empty("packages/q/main.ts", "packages/q/sub/x.ts", "packages/r/index.ts",
        "packages/r/lib/index.tsx"),
    },
    "root dirs": {
        "tsconfig.json": {"compilerOptions": {"rootDirs": ["src", "made"], "module": "esnext"}},
        "src/a/main.ts": importing("./b", "../c", "./d"),
        **empty("made/a/b.ts", "made/c.ts", "src/a/d.ts", "made/a/d.ts"),
    },
}  # fmt: skip


@pytest.mark.parametrize("mode", ["Bundler", "Node10"])
@pytest.mark.parametrize("name", TREES)
def test_small_trees(tmp_path, name, mode):
    write(tmp_path, {path: text if isinstance(text, str) else json.dumps(text) for path, text in TREES[name].items()})
    found, compared = differences(FolderTree(tmp_path), mode)
    assert not found
    assert compared >= 3


def checkouts():
    return sorted(path for path in Path(CHECKOUTS).iterdir() if path.is_dir()) if CHECKOUTS else []


@pytest.mark.skipif(not CHECKOUTS, reason="UNGATED_CHECKOUTS names no folder of checkouts")
@pytest.mark.parametrize("root", checkouts(), ids=lambda path: path.name)
def test_checkouts(root):
    found, compared = differences(FolderTree(root))
    assert len(found) <= compared // 1000, found[:20]
