"""`may_mean`: a text search for what it names finds every specifier that resolves to the file."""

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.link.modules import Inside, Resolver
from tests.link.test_modules_resolution import DictTree, empty, workspace

NAMES = st.sampled_from(["a", "b", "ab", "src", "dist", "lib", "index", "x.y"])
FOLDERS = st.lists(NAMES, max_size=3).map("/".join)
ENDINGS = st.sampled_from(["", ".ts", ".js", ".d.ts", ".mjs", ".json", ".css", ".js.ts", "/index.ts"])
PATHS = st.builds("{}/{}{}".format, FOLDERS, NAMES, ENDINGS).map(lambda path: path.lstrip("/"))
TARGETS = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["./", "./", "", "../"]),
    st.one_of(PATHS, FOLDERS),
    st.sampled_from(["", "", "/", "/*", "*", "-*", "/*/index.ts", "/*.js", "/*/src", "/*.y"]),
    st.sampled_from(["", "", ".ts", ".js"]),
)
PACKAGES = st.sampled_from(["a", "p", "@s/p", "@s/b"])
KEYS = st.builds(
    "{}{}".format,
    st.sampled_from(["", "@", "@/", "a", "a/", "@s/", "~"]),
    st.sampled_from(["", "*", "a", "/*", "*/b"]),
)
SUBPATHS = st.sampled_from([".", "./a", "./*", "./a/*", "./x*", "./lib/", "./*.js", "./*/b"])
CONDITIONS = st.sampled_from(["types", "source", "import", "default", "browser", "special"])
OFFERS = st.recursive(
    st.one_of(st.none(), TARGETS),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(CONDITIONS, inner, max_size=3)),
    max_leaves=4,
)  # fmt: skip
MANIFESTS = st.fixed_dictionaries(
    {},
    optional={
        "name": PACKAGES,
        "main": TARGETS,
        "types": TARGETS,
        "source": TARGETS,
        "exports": st.one_of(OFFERS, st.dictionaries(SUBPATHS, OFFERS, max_size=3)),
        "imports": st.dictionaries(
            st.sampled_from(["#a", "#*", "#a/*", "#lib/"]), st.one_of(OFFERS, PACKAGES), max_size=2
        ),
        "workspaces": st.lists(st.sampled_from(["*", "**", "a/*"]), max_size=2),
        "typesVersions": st.just({"*": {"*": ["lib/*"], "a": ["src/b"]}}),
        "dependencies": st.dictionaries(
            st.sampled_from(["dep", "a", "@s/p"]),
            st.sampled_from(["^1", "file:./a", "link:../b", "workspace:p@*"]),
        ),
    },
)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "baseUrl": st.sampled_from([".", "src", "./a", ".."]),
        "paths": st.dictionaries(KEYS, st.lists(TARGETS, max_size=2), max_size=4),
        "rootDirs": st.lists(FOLDERS, min_size=2, max_size=2),
        "outDir": st.sampled_from(["dist", "lib", "a"]),
        "rootDir": st.sampled_from(["src", ".", "..", "b"]),
        "customConditions": st.just(["special"]),
    },
)
CONFIGS = OPTIONS.map(lambda options: {"compilerOptions": options})


@st.composite
def trees(draw):
    files = dict.fromkeys(draw(st.lists(PATHS, min_size=1, max_size=12)), "")
    for name, content in (("package.json", MANIFESTS), ("tsconfig.json", CONFIGS)):
        for folder in draw(st.lists(FOLDERS, max_size=3)):
            files[f"{folder}/{name}".lstrip("/")] = draw(content)
    return files


SPECIFIERS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["./", "../", "../../", ".", "", "@/", "@s/", "~", "#", "p/", "@s/p/", "dep/", "a/",
    "@", "p", "dep"]),
    st.one_of(st.just(""), PATHS, FOLDERS),
    st.sampled_from(["", "", "", ".js", "/", "?raw"]),
)  # fmt: skip


def dotted(specifier):
    return specifier.partition("?")[0].rstrip("/").rpartition("/")[2] in (".", "..")


def unfound(files, importer, specifiers):
    """The specifiers a search for `may_mean` would miss."""
    resolver = Resolver(DictTree(files))
    for specifier in specifiers:
        found = resolver.resolve(importer, specifier)
        if not isinstance(found, Inside) or dotted(specifier):
            continue
        needles = resolver.may_mean(found.path)
        if not any(needle in specifier.encode() for needle in needles):
            yield specifier, found.path, needles


@settings(max_examples=300)
@given(trees(), st.data())
def test_every_specifier_of_a_file_holds_one_of_its_needles(files, data):
    importer = data.draw(st.sampled_from(sorted(files)))
    assert not list(unfound(files, importer, data.draw(st.lists(SPECIFIERS, min_size=5, max_size=30))))


def test_an_ending_alone_names_no_file():
    """`./.js` in a folder of build products is not the index of the package."""
    files = empty("index.ts", "a.ts", "dist/b.js") | {"package.json": {}}
    resolver = Resolver(DictTree(files))
    assert resolver.resolve("dist/b.js", "./a.js") == Inside("a.ts")
    assert not isinstance(resolver.resolve("dist/b.js", "./.js"), Inside)


def needles(files, path):
    return {needle.decode() for needle in Resolver(DictTree(files)).may_mean(path)}


def test_needles_are_narrow():
    """A needle that stood in every import would be sound and useless."""
    files = workspace(ui={"name": "@s/ui", "exports": {".": "./dist/index.js", "./*": "./src/*.ts"}})
    files |= empty("packages/ui/src/index.ts", "packages/ui/src/button.ts", "packages/ui/src/forms/index.ts")
    files["tsconfig.json"] = {"compilerOptions": {"paths": {"@/*": ["./*"], "@ui": ["packages/ui/src/button"]}}}
    assert needles(files, "packages/ui/src/index.ts") == {"/index", "/src", "/ui"}
    assert needles(files, "packages/ui/src/button.ts") == {"/button", "@ui"}
    assert needles(files, "packages/ui/src/forms/index.ts") == {"/index", "/forms"}


def test_base_url_makes_the_bare_name_a_needle():
    files = {"tsconfig.json": {"compilerOptions": {"baseUrl": "src"}}} | empty("src/a.ts", "lib/b.ts")
    assert needles(files, "src/a.ts") == {"a"}
    assert needles(files, "lib/b.ts") == {"/b"}
