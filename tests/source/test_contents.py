"""Bytes that are not what they seem, each beside a twin that is."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.source import dialect_of, judge_bytes, language_of, unsearchable

CODE = "import { getRelease } from '@scope/client';\r\nawait getRelease(1);\n"
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
CONFLICT = b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> side\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (CODE.encode(), None),
        (codecs.BOM_UTF8 + CODE.encode(), None),
        (b"", None),
        (b"\0", None),
        (b"const s = `a\0b\0\0c`; // one NUL or three are a string's business", None),
        ("const line = '\u2028';".encode(), None),
        (CODE.encode("utf-16"), "encoding"),
        (CODE.encode("utf-16-le"), "encoding"),
        (CODE.encode("utf-16-be"), "encoding"),
        (CODE.encode("utf-32"), "encoding"),
        (CODE.encode("utf-32-be"), "encoding"),
        (b"const name = 'caf\xe9';", "encoding"),
        ("const name = 'café';".encode(), None),
        (b"'\xed\xa0\x80'", "encoding"),
        (POINTER, "lfs-pointer"),
        (POINTER.replace(b"\n", b"\r\n"), "lfs-pointer"),
        (b"// " + POINTER, None),
        (CONFLICT, "conflict-markers"),
        (CONFLICT.replace(b"\n", b"\r\n"), "conflict-markers"),
        (codecs.BOM_UTF8 + CONFLICT[2:], "conflict-markers"),
        (CONFLICT.replace(b"=======", b"||||||| base\nx\n======="), "conflict-markers"),
        (CONFLICT.replace(b"=======\n", b""), None),
        (CONFLICT.replace(b"<<<<<<<", b" <<<<<<<"), None),
        (CONFLICT.replace(b"=======", b"========"), None),
        (b">>>>>>> x\n=======\n<<<<<<< y\n", None),
    ],
)
def test_bytes_are_judged(data: bytes, reason: str | None) -> None:
    assert judge_bytes(data) == reason


def test_only_what_hides_names_is_unsearchable() -> None:
    assert unsearchable(CODE.encode("utf-16")) == "encoding"
    assert unsearchable(POINTER) == "lfs-pointer"
    assert unsearchable(CONFLICT) is None
    assert unsearchable(b"caf\xe9") is None


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_text_without_zeros_and_markers_is_parsed(text: str) -> None:
    assert judge_bytes(text.replace("<", "").encode()) is None


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=8), st.sampled_from(["le", "be"]))
def test_wide_ascii_is_never_taken_for_text(text: str, order: str) -> None:
    assert judge_bytes(text.encode(f"utf-16-{order}")) == "encoding"
    assert judge_bytes(text.encode(f"utf-32-{order}")) == "encoding"


@given(st.binary(max_size=200))
def test_any_bytes_get_a_verdict(data: bytes) -> None:
    if judge_bytes(data) is None:
        data.decode()


@pytest.mark.parametrize(
    ("path", "language", "dialect"),
    [
        ("a.ts", "typescript", "typescript"),
        ("a.d.ts", "typescript", "typescript"),
        ("a/b.tsx", "typescript", "tsx"),
        ("a.cjs", "javascript", "tsx"),
        ("a.py", "python", "python"),
        ("a.vue", None, None),
        ("py", None, None),
        ("x.ts/README", None, None),
        ("", None, None),
    ],
)
def test_language_is_told_by_the_ending(path: str, language: str | None, dialect: str | None) -> None:
    assert (language_of(path), dialect_of(path)) == (language, dialect)
