"""Random edits of a tree: of a line, of a word, of a file as a whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from pathlib import Path

Edit = tuple[str, str, int]
"""The kind of an edit, a text, and a number that leads to the place."""
WORDS = ("getRelease", "searchLibrary", "library", "image_url", "discogs_unavailable", "db", "res", "limit", "spare")
LINES = (
    "// getRelease",
    "import { getRelease } from '@wxyc/lml-client';",
    "export * from './library.service';",
    "export { getRelease as again } from '@wxyc/lml-client';",
    "export const more = (res: any) => res.json(1);",
    "({} as any).artwork_url = null;",
    "",
)
NEW = (
    "apps/backend/services/index.ts",
    "apps/backend/services/lml.ts",
    "shared/database/src/schema/index.ts",
    "shared/lml-client/src/index.js",
    "apps/backend/tsconfig.base.json",
    "gate-decisions/one.toml",
)


def done(tree: Path, one: Edit) -> None:
    """One edit: of a line, of a word, of a file as a whole."""
    kind, text, number = one
    files = sorted(path for path in tree.rglob("*") if path.is_file() and ".git" not in path.parts)
    path = files[number % len(files)]
    if kind == "new":
        (there := tree / NEW[number % len(NEW)]).parent.mkdir(parents=True, exist_ok=True)
        there.write_text(text + "\n", encoding="utf-8")
    elif kind == "gone":
        path.unlink()
    elif kind == "renamed":
        path.rename(path.with_name("x" + path.name))
    else:
        code = path.read_text(encoding="utf-8").split("\n")
        at = (number // len(files)) % len(code)
        path.write_text("\n".join(_edited(code, at, kind, text)), encoding="utf-8")


def _edited(code: list[str], at: int, kind: str, text: str) -> list[str]:
    if kind == "line":
        return [*code[:at], text, *code[at:]]
    if kind == "end":
        return [*code, text]
    if kind == "behind":
        return [*code[:at], f"{code[at]} {text}", *code[at + 1 :]]
    if kind == "cut":
        return [*code[:at], *code[at + 1 :]]
    return [*code[:at], re.sub(r"[A-Za-z_]+", text, code[at], count=1), *code[at + 1 :]]


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    kind = draw(st.sampled_from(("end", "end", "line", "behind", "behind", "cut", "word", "new", "gone", "renamed")))
    text = draw(st.sampled_from(WORDS if kind == "word" else LINES))
    return kind, text, draw(st.integers(0, 100_000))
