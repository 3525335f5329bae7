"""Small trees and what specifiers mean there: a path inside, `= package/subpath` outside, `!` nothing."""

import json
from collections.abc import Callable, Mapping
from typing import TypeVar

import pytest

from audit.link.modules import Inside, Outside, Resolver, Unresolved

T = TypeVar("T")


class DictTree:
    """A tree in memory; what is not text or bytes is written as JSON."""

    def __init__(self, files: Mapping[str, object], links: Mapping[str, str] | None = None) -> None:
        self._links = links or {}
        self._files = {path: _bytes(content) for path, content in files.items()}
        self._folders = {"/".join(path.split("/")[:depth]) for path in files for depth in range(path.count("/") + 1)}

    def files(self) -> list[str]:
        return list(self._files)

    def has(self, path: str) -> bool:
        return path in self._files

    def is_dir(self, path: str) -> bool:
        return path in self._folders

    def real(self, path: str) -> str | None:
        for link, target in self._links.items():
            if path == link or path.startswith(f"{link}/"):
                path = target + path[len(link) :]
        return path if self.has(path) or self.is_dir(path) else None

    def read(self, path: str) -> bytes | None:
        return self._files.get(path)

    def ask(self, path: str, question: Callable[[bytes], T]) -> T | None:
        return question(self._files[path]) if path in self._files else None


def _bytes(content: object) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def meaning(files: Mapping[str, object], importer: str, specifier: str) -> str:
    found = Resolver(DictTree(files)).resolve(importer, specifier)
    if isinstance(found, Inside):
        return found.path
    return f"= {found.package}/{found.subpath}".rstrip("/") if isinstance(found, Outside) else "!"


def check(files: Mapping[str, object], importer: str, expected: Mapping[str, str]) -> None:
    assert {name: meaning(files, importer, name) for name in expected} == expected


def empty(*paths: str) -> dict[str, object]:
    return dict.fromkeys(paths, "")


RELATIVE = empty(
    "index.ts", "a/index.ts", "a/main.ts", "a/x.ts", "a/x/index.ts", "a/y/index.tsx", "a/m.mts", "a/c.cts",
    "a/v.tsx", "a/only.js", "a/both.js", "a/both.d.ts", "a/types.d.ts", "a/data.json", "a/user.service.ts",
    "a/style.css", "a/odd.ts/index.ts", "a/js.js.ts", "a/bare", "b/z.js", "b/z.ts",
)  # fmt: skip


def test_relative_specifiers():
    check(RELATIVE, "a/main.ts", {
        "./x": "a/x.ts", "./x.js": "a/x.ts", "./x.ts": "a/x.ts", "./x/": "a/x/index.ts",
        "./x/index": "a/x/index.ts",
        "./y": "a/y/index.tsx", "./m.mjs": "a/m.mts", "./c.cjs": "a/c.cts", "./v.jsx": "a/v.tsx",
        "./v.js": "a/v.tsx",
        "./m": "a/m.mts", "./only": "a/only.js", "./data.json": "a/data.json",
        "./user.service": "a/user.service.ts",
        "./style.css": "a/style.css", "./style.css?inline": "a/style.css", "./odd.ts": "a/odd.ts/index.ts",
        "./js.js": "a/js.js.ts", "./bare": "a/bare", "../b/z": "b/z.ts", "../b/z.js": "b/z.ts",
        ".": "a/index.ts", "./": "a/index.ts", "..": "index.ts", "../": "index.ts", "./types": "a/types.d.ts",
        "./types.js": "a/types.d.ts", "./x?raw": "a/x.ts", "raw-loader!./x": "a/x.ts",
        "./.././a//x": "a/x.ts",
        "./gone": "!", "../../out": "!", "./x/gone": "!", "./style": "!",
        "../node_modules/p/q.js": "= p/q.js",
    })  # fmt: skip


def test_code_is_preferred_to_its_declaration():
    check(RELATIVE, "a/main.ts", {"./both": "a/both.js", "./both.js": "a/both.js"})


def test_folder_with_package_json():
    files = empty("m.ts", "p/lib/start.ts", "q/index.ts", "r/src/index.ts", "s/index.ts", "t/lib/index.ts")
    files |= {
        "p/package.json": {"main": "./lib/start.js"},
        "q/package.json": {"main": "./gone.js"},
        "r/package.json": {"exports": {".": "./dist/index.js"}},
        "s/package.json": "{ not json",
        "t/package.json": {"main": "lib"},
    }
    expected = {"./p": "p/lib/start.ts", "./q": "q/index.ts", "./r": "r/src/index.ts", "./s": "s/index.ts"}
    check(files, "m.ts", expected | {"./t": "t/lib/index.ts"})


def workspace(**packages: object) -> dict[str, object]:
    files: dict[str, object] = {"package.json": {"workspaces": ["packages/*"]}, "apps/web/main.ts": ""}
    return files | {f"packages/{name}/package.json": data for name, data in packages.items()}


@pytest.mark.parametrize(
    "declaration",
    [
        {"package.json": {"workspaces": ["libs/**", "!libs/old/**"]}},
        {"package.json": {"workspaces": {"packages": ["./libs/*", "libs/deep/{one,two}/"]}}},
        {"package.json": {},
        "pnpm-workspace.yaml": "# all\npackages:\n  - 'libs/**' # these\n\n  - '!libs/old/**'\nother:\n- no"},
        {"package.json": {}, "pnpm-workspace.yaml": "catalog: {}\npackages: ['libs/*', \"libs/deep/*\"]\n"},
        {"package.json": {}, "lerna.json": '{"packages": ["libs/*", "libs/deep/*"], /* c */}'},
    ],
)  # fmt: skip
def test_workspace_declarations(declaration):
    files = declaration | {
        "libs/a/package.json": {"name": "@s/a", "main": "dist/index.js"},
        "libs/deep/one/package.json": {"name": "one", "source": "code.ts"},
        "libs/old/x/package.json": {"name": "one"},
        **empty("libs/a/src/index.ts", "libs/deep/one/code.ts", "libs/old/x/index.ts", "main.ts"),
    }
    check(files, "main.ts", {"@s/a": "libs/a/src/index.ts", "one": "libs/deep/one/code.ts", "two": "= two"})


def test_packages_without_workspaces():
    """A package.json anywhere names a package, unless the importer asks the registry for that name."""
    files = empty("api/main.ts", "shared/index.ts", "fixtures/react/index.js", "x/index.ts", "y/index.ts")
    files |= {
        "api/package.json": {"dependencies": {"react": "^18", "mine": "file:../shared"}},
        "shared/package.json": {"name": "shared"},
        "fixtures/react/package.json": {"name": "react"},
        "x/package.json": {"name": "twice"},
        "y/package.json": {"name": "twice"},
    }
    expected = {"shared": "shared/index.ts", "mine": "shared/index.ts", "react": "= react", "twice": "!"}
    check(files, "api/main.ts", expected)
    check(files, "x/index.ts", {"twice": "x/index.ts", "react": "fixtures/react/index.js"})


def test_nested_workspace_roots_keep_to_themselves():
    files = empty("one/a/index.ts", "one/b/main.ts", "two/a/index.ts", "two/b/main.ts", "main.ts")
    for root in ("one", "two"):
        files[f"{root}/package.json"] = {"workspaces": ["*"]}
        files[f"{root}/a/package.json"] = {"name": "a"}
    check(files, "one/b/main.ts", {"a": "one/a/index.ts"})
    check(files, "two/b/main.ts", {"a": "two/a/index.ts"})
    check(files, "main.ts", {"a": "!"})


def test_workspace_alias_of_pnpm():
    files = workspace(a={"name": "a"}) | {"packages/a/index.ts": "", "apps/web/package.json": {}}
    files["apps/web/package.json"] = {"dependencies": {"b": "workspace:a@*", "a": "workspace:^"}}
    check(files, "apps/web/main.ts", {"a": "packages/a/index.ts", "b": "packages/a/index.ts"})


def test_exports():
    exported = {
        ".": {"types": "./dist/index.d.ts", "import": "./dist/index.js"},
        "./source": {"default": "./gone.js", "source": "./src/deep/s.ts"},
        "./custom": {"@s/dev": "./src/deep/s.ts", "default": "./src/index.ts"},
        "./either": ["./gone.js", {"worker": "./gone2.js", "node": {"require": "./src/deep/s.ts"}}],
        "./f/*": "./src/deep/*.ts",
        "./f/private/*": None,
        "./f/*.js": "./src/deep/*.js",
        "./old/": "./src/deep/",
        "./json": "./package.json",
        "./web": {"browser": "./src/deep/s.ts", "default": "./src/index.ts"},
    }
    files = workspace(p={"name": "@s/p", "exports": exported})
    files |= empty("packages/p/src/index.ts", "packages/p/src/deep/s.ts", "packages/p/src/deep/private/x.ts")
    deep = "packages/p/src/deep/s.ts"
    expected = {
        "@s/p": "packages/p/src/index.ts", "@s/p/source": deep, "@s/p/either": deep, "@s/p/f/s": deep,
        "@s/p/f/s.js": deep, "@s/p/old/s.js": deep, "@s/p/f/private/x": "!",
        "@s/p/custom": "packages/p/src/index.ts",
        "@s/p/json": "packages/p/package.json", "@s/p/gone": "!", "@s/p/web": "packages/p/src/index.ts",
    }  # fmt: skip
    check(files, "apps/web/main.ts", expected)
    files["tsconfig.json"] = {"compilerOptions": {"customConditions": ["@s/dev"]}}
    check(files, "apps/web/main.ts", {"@s/p/custom": deep})


def test_exports_as_one_string_and_null():
    files = workspace(p={"name": "p", "exports": "./a.js"}, q={"name": "q", "exports": None})
    files |= empty("packages/p/a.ts", "packages/q/index.ts")
    check(files, "apps/web/main.ts", {"p": "packages/p/a.ts", "q": "!"})


def test_imports_and_self_reference():
    files = empty("p/src/a.ts", "p/src/db/x.ts", "p/src/db/private.ts", "q/index.ts")
    files |= {
        "p/package.json": {
            "name": "p",
            "exports": {"./a": "./dist/a.js"},
            "imports": {
                "#db/*": "./src/db/*.ts",
                "#db/private": None,
                "#q": "q",
                "#lib": {"default": "./src/a.js"},
            },
        },
        "q/package.json": {"name": "q"},
    }
    expected = {
        "#db/x": "p/src/db/x.ts",
        "#db/private": "!",
        "#q": "q/index.ts",
        "#lib": "p/src/a.ts",
        "#no": "!",
    }
    check(files, "p/src/a.ts", expected | {"p/a": "p/src/a.ts"})
    check(files, "q/index.ts", {"#lib": "!"})


def test_subpaths_without_exports():
    files = workspace(p={"name": "p", "main": "x", "typesVersions": {"*": {"t/*": ["ts/*"]}}})
    files |= empty("packages/p/lib/a.ts", "packages/p/src/b.ts", "packages/p/ts/c.d.ts", "packages/p/index.js")
    expected = {
        "p/lib/a": "packages/p/lib/a.ts",
        "p/b": "packages/p/src/b.ts",
        "p/dist/b.js": "packages/p/src/b.ts",
    }
    check(files, "apps/web/main.ts", expected | {"p/t/c": "packages/p/ts/c.d.ts", "p": "packages/p/index.js"})


@pytest.mark.parametrize(
    ("product", "source", "options"),
    [
        ("dist/index.js", "src/index.ts", {}),
        ("dist/esm/index.mjs", "src/index.tsx", {}),
        ("lib/a/b.cjs", "a/b.ts", {}),
        ("build/src/x.js", "src/x.ts", {}),
        ("dist/x/y.d.ts", "src/x/y/index.ts", {}),
        ("made/x.js", "code/x.ts", {"outDir": "made", "rootDir": "code"}),
        ("made/types/x.d.ts", "code/x.ts", {"declarationDir": "./made/types", "rootDir": "./code"}),
        ("made/x.js", "src/x.ts", {"outDir": "made"}),
        ("bundle.js", "src/index.ts", {}),
    ],
)
def test_products_that_are_not_there(product, source, options):
    files = workspace(p={"name": "p", "main": product}) | empty(f"packages/p/{source}")
    files["packages/p/tsconfig.build.json"] = {"compilerOptions": options}
    check(files, "apps/web/main.ts", {"p": f"packages/p/{source}"})


def test_outside():
    check(empty("a.ts"), "a.ts", {
        "express": "= express", "@s/p/deep/x": "= @s/p/deep/x", "node:fs": "= node:fs",
        "fs/promises": "= fs/promises",
        "https://x.y/z.js": "= https://x.y/z.js", "": "!", "@/x": "!", "~/x": "!", "/x": "!", "@s": "!",
        "file:///x": "!",
        ".hidden": "!",
    })  # fmt: skip


def test_a_package_called_like_a_builtin_is_not_meant():
    files = workspace(p={"name": "events"}) | empty("packages/p/index.ts")
    check(files, "apps/web/main.ts", {"events": "= events"})


def test_symbolic_links():
    tree = DictTree(empty("a/x.ts", "a/y/index.ts", "b/z.ts"), {"b/a": "a", "b/x.ts": "a/x.ts", "b/y": "a/y"})
    found = {name: Resolver(tree).resolve("b/z.ts", name) for name in ("./a/x", "./x", "./x.js", "./y", "./a/gone")}
    here = Inside("a/x.ts")
    assert found == {
        "./a/x": here, "./x": here, "./x.js": here, "./y": Inside("a/y/index.ts"),
        "./a/gone": Unresolved("no such file"),
    }  # fmt: skip


def test_malformed_configuration_is_noted():
    files = workspace(p={"name": "p"}) | empty("packages/p/index.ts")
    files |= {"tsconfig.json": "{", "packages/q/package.json": "[" * 100_000, "lerna.json": "no"}
    resolver = Resolver(DictTree(files))
    assert resolver.resolve("apps/web/main.ts", "p") == Inside("packages/p/index.ts")
    assert resolver.resolve("apps/web/main.ts", "./x") == Unresolved("no such file")
    assert {note.partition(":")[0] for note in resolver.notes} == {
        "tsconfig.json", "packages/q/package.json", "lerna.json",
    }  # fmt: skip


def test_package_lists_what_it_offers():
    exported = {".": "./dist/index.js", "./x": "./dist/x.js", "./f/*": "./src/f/*.ts"}
    files = workspace(p={"name": "p", "exports": exported, "bin": {"p": "./dist/cli.js"}})
    files |= empty("packages/p/src/index.ts", "packages/p/src/x.ts", "packages/p/src/f/g.ts", "packages/p/src/cli.ts")
    package = Resolver(DictTree(files)).package("p")
    assert package is not None
    assert (package.name, package.folder) == ("p", "packages/p")
    assert dict(package.entries) == {
        "": "packages/p/src/index.ts",
        "./x": "packages/p/src/x.ts",
        "./f/*": "packages/p/src/f/g.ts",
    }
    assert package.bins == ("packages/p/src/cli.ts",)
    assert Resolver(DictTree(files)).package("q") is None
