"""What `paths`, `baseUrl`, `extends` and `references` make of a specifier."""

import pytest

from audit.link.modules import Inside, Resolver
from tests.link.test_modules_resolution import DictTree, check, empty


def options(**given: object) -> dict[str, object]:
    return {"compilerOptions": given}


CODE = empty("src/main.ts", "src/app/a.ts", "src/app/b/index.ts", "src/lib/c.ts", "types/ext.d.ts", "src/util.ts")


def test_paths():
    paths = {
        "@/*": ["src/*"],
        "@/app/*": ["src/gone/*", "src/app/*"],
        "util": ["src/util"],
        "@app": ["src/app/b"],
        "c-*-end": ["src/lib/*"],
        "*": ["types/*"],
        "in/*": ["node_modules/in/*"],
        "broken": "src/util",
    }
    check(CODE | {"tsconfig.json": options(paths=paths)}, "src/main.ts", {
        "@/lib/c": "src/lib/c.ts", "@/app/a": "src/app/a.ts", "@/app/a.js": "src/app/a.ts",
        "@/app/b": "src/app/b/index.ts",
        "util": "src/util.ts", "@app": "src/app/b/index.ts", "c-c-end": "src/lib/c.ts",
        "ext": "types/ext.d.ts",
        "@/gone": "!", "in/x": "= in/x", "react": "= react", "broken": "src/util.ts", "./util": "src/util.ts",
    })  # fmt: skip


def test_base_url():
    files = CODE | {"tsconfig.json": options(baseUrl="./src", paths={"x/*": ["lib/*"]})}
    expected = {
        "app/a": "src/app/a.ts",
        "x/c": "src/lib/c.ts",
        "util": "src/util.ts",
        "app/gone": "= app/gone",
    }
    check(files, "src/main.ts", expected)


def test_comments_commas_and_byte_order_mark():
    text = '\ufeff{ // c\n "compilerOptions": { /* , } */ "paths": { "//x/*": ["src/*",], }, }, }'
    check(CODE | {"tsconfig.json": text}, "src/main.ts", {"//x/util": "src/util.ts"})


def test_extends():
    files = CODE | {
        "base/paths.json": options(paths={"p/*": ["../src/*"], "here/*": ["${configDir}/app/*"]}),
        "base/url.json": options(baseUrl="../src/lib"),
        "src/tsconfig.json": {"extends": ["../base/url.json", "../base/paths", "@gone/tsconfig"]},
        "src/app/tsconfig.json": {"extends": "../../base/paths.json"},
    }
    check(files, "src/main.ts", {"p/lib/c": "!", "c": "src/lib/c.ts", "here/a": "src/app/a.ts"})
    check(files, "src/app/a.ts", {"p/lib/c": "src/lib/c.ts", "c": "= c"})


def test_configs_that_a_framework_writes_itself():
    files = CODE | {
        "kit/tsconfig.json": {"extends": "./.svelte-kit/tsconfig.json"},
        "kit/src/lib/server/db.ts": "",
        "kit/src/main.ts": "",
        "three/tsconfig.json": {"extends": "./.nuxt/tsconfig.json"},
        "three/server/db.ts": "",
        "four/tsconfig.json": {"files": [], "references": [{"path": "./.nuxt/tsconfig.app.json"}]},
        "four/app/db.ts": "",
        "own/tsconfig.json": {"extends": "./.nuxt/tsconfig.json"},
        "own/.nuxt/tsconfig.json": options(paths={"~/*": ["../other/*"]}),
        "own/other/db.ts": "",
        "own/db.ts": "",
        "plain/tsconfig.json": {"extends": "./.kit/tsconfig.json"},
        "plain/src/lib/server/db.ts": "",
    }
    check(files, "kit/src/main.ts", {"$lib/server/db": "kit/src/lib/server/db.ts", "$library/db": "!"})
    check(files, "three/server/main.ts", {"~/server/db": "three/server/db.ts", "@@/server/db": "three/server/db.ts"})
    check(files, "four/app/main.ts", {"~/db": "four/app/db.ts"})
    check(files, "own/main.ts", {"~/db": "own/other/db.ts"})
    check(files, "plain/src/main.ts", {"$lib/server/db": "!"})


def test_extends_through_a_package_of_the_tree():
    files = CODE | {
        "config/package.json": {"name": "@s/config", "exports": {"./node": "./strict.json"}},
        "config/strict.json": options(paths={"p/*": ["../src/*"]}),
        "tsconfig.json": {"extends": "@s/config/node"},
        "src/app/tsconfig.json": {"extends": "../../node_modules/@s/config/strict.json"},
    }
    check(files, "src/main.ts", {"p/util": "src/util.ts"})
    check(files, "src/app/a.ts", {"p/util": "src/util.ts"})


def test_cycles_end():
    files = CODE | {
        "tsconfig.json": {"extends": "./b.json", **options(paths={"p/*": ["src/*"]})},
        "b.json": {"extends": "./tsconfig.json"},
    }
    resolver = Resolver(DictTree(files))
    assert resolver.resolve("src/main.ts", "p/util") == Inside("src/util.ts")
    assert resolver.notes == ["b.json: extends './tsconfig.json' is ignored: a cycle"]


def test_a_solution_stands_for_what_it_references():
    files = CODE | {
        "tsconfig.json": {"files": [], "references": [{"path": "./tsconfig.app.json"}, {"path": "./tools"}]},
        "tsconfig.app.json": options(paths={"p/*": ["src/*"]}),
        "tools/tsconfig.json": options(paths={"t/*": ["../src/lib/*"]}),
    }
    check(files, "src/main.ts", {"p/util": "src/util.ts", "t/c": "src/lib/c.ts"})


def test_the_nearest_config_governs_and_those_above_fill_in():
    files = CODE | {
        "tsconfig.json": options(paths={"p/*": ["src/*"], "q/*": ["src/lib/*"]}),
        "src/app/tsconfig.json": options(paths={"p/*": ["./*"]}),
    }
    check(files, "src/app/a.ts", {"p/b": "src/app/b/index.ts", "q/c": "src/lib/c.ts"})


def test_base_of_nx_without_any_config_above():
    files = CODE | {"tsconfig.base.json": options(paths={"p": ["src/util.ts"]})}
    check(files, "src/main.ts", {"p": "src/util.ts"})


def test_jsconfig():
    check(CODE | {"jsconfig.json": options(paths={"@/*": ["src/*"]})}, "src/main.ts", {"@/util": "src/util.ts"})


def test_targets_behind_a_star():
    files = CODE | empty("libs/ui/src/index.ts", "libs/data/dist/x", "libs/data/src/index.ts")
    files["tsconfig.json"] = options(paths={"@s/*": ["libs/*/src"], "@b/*": ["dist/libs/*", "libs/*/dist/index"]})
    check(files, "src/main.ts", {"@s/ui": "libs/ui/src/index.ts", "@b/data": "libs/data/src/index.ts"})


def test_root_dirs():
    files = CODE | {"tsconfig.json": options(rootDirs=["src/app", "src/lib"])}
    check(files, "src/app/a.ts", {"./c": "src/lib/c.ts"})


@pytest.mark.parametrize("text", ["/*" * 50_000, '"' * 50_000, '{"a": ' * 20_000, ",   " * 50_000])
def test_damaged_configs_cost_little(text):
    resolver = Resolver(DictTree(CODE | {"tsconfig.json": text}))
    assert resolver.resolve("src/main.ts", "./util") == Inside("src/util.ts")
    assert len(resolver.notes) == 1
