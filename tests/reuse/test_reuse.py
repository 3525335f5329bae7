"""A run that takes over finished work gives the same bytes as one that knows nothing, whatever was edited since."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit import pipeline
from audit.extract.reading import FileFacts, Reader
from audit.find import audit
from audit.reuse import again
from audit.reuse.again import Again
from audit.store import NullStore
from reports.json import to_json
from tests.edits import WORDS, Edit, done, edits
from tests.written import CLIENT, RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAMPLE = Path(__file__).parents[1] / "projects" / "backend-service"
MANY = int(os.environ.get("UNGATED_EDITS", "5"))
"""How many random edits; a change of what is asked, or kept, deserves some hundreds."""
SERVICE = "apps/backend/services/library.service.ts"


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """A copy of the sample, and a cache that knows it as it is."""
    root = tmp_path_factory.mktemp("reuse")
    tree, cache = root / "tree", root / "cache"
    before = os.environ.get("UNGATED_CACHE_DIR")
    os.environ["UNGATED_CACHE_DIR"] = str(cache)
    shutil.copytree(SAMPLE, tree)
    pipeline.report(str(tree))
    shutil.copytree(cache, root / "known")
    yield tree, cache
    if before is None:
        del os.environ["UNGATED_CACHE_DIR"]
    else:
        os.environ["UNGATED_CACHE_DIR"] = before


@pytest.fixture
def tree(places: tuple[Path, Path]) -> Path:
    return fresh(places)


def fresh(places: tuple[Path, Path]) -> Path:
    """The sample unedited, the cache as the first run left it."""
    tree, cache = places
    for there, original in ((tree, SAMPLE), (cache, cache.parent / "known")):
        shutil.rmtree(there)
        shutil.copytree(original, there)
    return tree


def same(tree: Path) -> bool:
    """Does a run with the cache come to what one without it comes to?"""
    return shown(tree) == shown(tree, cache=False)


def shown(tree: Path, *, cache: bool = True) -> bytes:
    return to_json(pipeline.report(str(tree), cache=cache), excerpts=True)


def edit(tree: Path, change: Callable[[str], str], name: str = SERVICE) -> None:
    path = tree / name
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def appended(text: str) -> Callable[[str], str]:
    return lambda code: code + text


TAKEN_OVER: list[tuple[str, str, Callable[[str], str]]] = [
    ("a comment at the end", SERVICE, appended("\n// touched\n")),
    ("a test of something else", "tests/unit/library.service.test.ts", appended("\n// touched\n")),
    ("another document", "scripts/probe-lml.sh", appended("\n# touched\n")),
    (
        "another version of a package",
        "package.json",
        lambda code: code.replace('"private"', '"version": "2", "private"'),
    ),
]
MADE_ANEW: list[tuple[str, str, Callable[[str], str]]] = [
    ("a line above", SERVICE, lambda code: "\n" + code),
    ("a call more", SERVICE, appended("\nexport const more = () => getRelease(1);\n")),
    ("a reader more of a table", SERVICE, appended("\nexport const more = () => db.select().from(flowsheet);\n")),
    ("an import more", "apps/worker/main.ts", lambda code: "import '@wxyc/lml-client';" + code),
    ("another clause", "apps/worker/main.ts", appended("\nexport * from '@wxyc/lml-client';\n")),
    ("a searched word in a comment", "apps/worker/main.ts", appended("\n// getRelease\n")),
    ("a name assigned to a member", "apps/worker/main.ts", appended("\n({} as any).image_url = 1;\n")),
    ("another target of a path", "tsconfig.base.json", lambda code: code.replace("lml-client/src", "database/src")),
    ("a range that leads to a folder", "package.json", lambda code: code.replace("^5.1.0", "file:shared/lml-client")),
    ("another name of a package", "shared/lml-client/package.json", lambda code: code.replace("lml-client", "other")),
    ("a variable in a script", "scripts/probe-lml.sh", appended("\necho $LIBRARY_METADATA_URL\n")),
    ("another script", "scripts/audit_releases.py", appended("\nprint(1)\n")),
    ("another call in a route", "apps/backend/routes/library.route.ts", lambda code: code.replace("get(", "post(")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change"), [case[1:] for case in TAKEN_OVER], ids=[case[0] for case in TAKEN_OVER])
def test_an_edit_that_answers_nothing_otherwise_costs_no_run(
    tree: Path, name: str, change: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(tree, change, name)
    there = shown(tree, cache=False)
    monkeypatch.setattr(pipeline, "analysed", None)
    assert shown(tree) == there


@pytest.mark.parametrize(("name", "change"), [case[1:] for case in MADE_ANEW], ids=[case[0] for case in MADE_ANEW])
def test_an_edit_that_may_matter_is_seen(tree: Path, name: str, change: Callable[[str], str]) -> None:
    edit(tree, change, name)
    assert same(tree)


SMALL = {
    "acme.ts": CLIENT,
    "ungated.toml": RULES,
    "main.ts": "/* ab */ import { getItem } from './acme';\nexport const /* ab */ one = () => getItem(1);\n",
    "other.ts": "export const other = 1;\n",
    "second.ts": "import { getItem } from './other';\nexport const two = () => getItem(2);\n",
    "said.ts": "// getItem\n",
    "notes.sh": "echo\n",
    "items.sql": "-- nothing yet\n",
}
ONLY: list[tuple[str, str, str, str]] = [
    ("_is_found", "notes.sh", "echo", "echo $ACME_URL"),
    ("_starts", "main.ts", "/* ab */ one", "/* é */ one"),
    ("_answered", "said.ts", "// getItem", "let getItem"),
    ("_imports", "other.ts", "export const other = 1;", "export * from './acme';"),
    ("_has_facts", "main.ts", "getItem(1);\n", "getItem(1);\nexport const three = () => getItem(3);\n"),
]
"""A kind of question, and an edit that only this kind notices."""


def small(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small tree, and a cache that knows nothing of it."""
    monkeypatch.setenv("UNGATED_CACHE_DIR", str(folder / "cache"))
    tree = folder / "tree"
    tree.mkdir()
    for path, text in SMALL.items():
        (tree / path).write_text(text, encoding="utf-8")
    return tree


@pytest.mark.parametrize(("blind", "name", "old", "new"), ONLY, ids=[case[0] for case in ONLY])
def test_whoever_does_not_ask_again_takes_over_what_is_not_so(
    tmp_path: Path, blind: str, name: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = small(tmp_path, monkeypatch)
    shown(tree)
    edit(tree, lambda code: code.replace(old, new), name)
    with monkeypatch.context() as patched:
        patched.setattr(Again, blind, lambda *_: True)
        assert not same(tree)
    assert same(tree)


@settings(max_examples=MANY, suppress_health_check=list(HealthCheck))
@given(st.lists(edits(), min_size=1, max_size=2))
def test_any_edit_gives_the_same_bytes_with_the_cache(places: tuple[Path, Path], made: list[Edit]) -> None:
    tree = fresh(places)
    for one in made:
        done(tree, one)
        assert _outcome(tree) == _outcome(tree, cache=False)


def _outcome(tree: Path, **options: Any) -> bytes | str:
    try:
        return shown(tree, **options)
    except pipeline.UserError as error:
        return str(error)


@pytest.mark.parametrize(
    ("step", "when", "name", "text"),
    [
        ("flag_columns", "behind", "items.sql", "CREATE TABLE items (withheld boolean);\n"),
        ("coverage_of", "before", "notes.sh", "echo $ACME_URL\n"),
    ],
)
def test_what_changes_while_a_run_goes_on_is_not_kept_as_it_was_not(
    tmp_path: Path, step: str, when: str, name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The step searches the file and does not hold it: it has another text behind it, or only while it searches."""
    tree = small(tmp_path, monkeypatch)
    path, does = tree / name, getattr(audit, step)

    def edited(*args: Any) -> Any:
        was = path.read_text(encoding="utf-8")
        if when == "before":
            path.write_text(text, encoding="utf-8")
        done = does(*args)
        path.write_text(was if when == "before" else text, encoding="utf-8")
        return done

    with monkeypatch.context() as patched:
        patched.setattr(audit, step, edited)
        shown(tree)
    assert same(tree)


REMARKS = st.lists(
    st.one_of(
        st.text(st.characters(codec="ascii", exclude_characters="\r\n\0"), max_size=12).map(lambda text: f"//{text}\n"),
        st.text(st.characters(codec="ascii", exclude_characters="*\0"), max_size=12).map(lambda text: f"/*{text}*/"),
        st.sampled_from(("\n", " ", "\t", "\r\n", "// <T>(a) => {\n", "/* `${ */", "// import x from 'y'", "/**/")),
    ),
    max_size=5,
).map(lambda parts: "\n" + "".join(parts))


@given(st.sampled_from(sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.ts"))), REMARKS)
def test_comments_behind_the_end_are_no_news_to_the_parser(name: str, text: str) -> None:
    before = (SAMPLE / name).read_bytes()
    after = before + text.encode()
    if again.REMARKS.fullmatch(after, len(before)):
        assert facts(before) == facts(after)


@pytest.mark.parametrize(
    "text", [" // a", "\nf()", "\n// a\rf()", "\n/* */ f()", "\n// \u2028 f()", "\n/* a", "\n/*/ f()"]
)
def test_more_than_comments_is_read(text: str) -> None:
    assert again.REMARKS.fullmatch(text.encode()) is None


def facts(source: bytes) -> bytes:
    found = Reader(NullStore()).facts(hashlib.sha256(source).hexdigest(), source, "typescript")
    assert isinstance(found, FileFacts)
    names = sorted(set(re.findall(r"[A-Za-z_]\w*", source.decode())) & set(WORDS))
    return found.outline_digest() + found.digest(names, range(len(found.outline().units)))
