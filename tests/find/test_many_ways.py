"""Addresses that very many ways lead to: each way is not gone by itself, and what is left out is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.find.direct.handed_out import HandedOut
from audit.flow.text.texts import Texts
from tests.written import written

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

RULES = """version = 1
name = "acme"
title = "Access"
[client]
modules = ["acme.ts"]
[service]
url_env = ["ACME_URL"]
"""
WIDE = range(6)


def test_a_text_of_many_choices_is_asked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of twenty texts is one of two that begin with the one before: a million ways lead to the last."""
    asked: list[int] = []
    real = Texts.at
    monkeypatch.setattr(Texts, "at", lambda *given: (asked.append(1), real(*given))[1])
    monkeypatch.setattr("audit.find.direct.beside.started", lambda *_: None)  # it is counted here
    texts = "".join(f"  const t{one + 1} = q.p{one} ? t{one} + '' : `${{t{one}}}`;\n" for one in range(20))
    first = "export async function send(q: any) {\n  const t0 = process.env.ACME_URL + '/items';\n"
    code = f"{first}{texts}  await fetch(t20);\n}}\n"
    report = written(tmp_path, {"main.ts": code, "acme.ts": "export const getItem = 1;\n"}, RULES)
    assert [one.subject for one in report.accesses] == ["GET /items"]
    assert len(asked) < 1_000


def test_a_text_that_asks_for_too_much_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.flow.text.texts._MOST", 2)
    code = "const base = process.env.ACME_URL;\nconst items = base + '/items';\nfetch(items + '/all');\n"
    report = written(tmp_path, {"main.ts": code, "acme.ts": "export const getItem = 1;\n"}, RULES)
    assert [one.subject for one in report.accesses] != ["GET /items/all"]


def test_an_address_that_unknown_code_gets_by_many_ways_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four storeys of six functions, each called by all above it: one way on which the address comes is enough."""
    asked: list[int] = []
    real = HandedOut.asked
    monkeypatch.setattr(HandedOut, "asked", lambda *given: (asked.append(1), real(*given))[1])
    monkeypatch.setattr("audit.find.direct.beside.started", lambda *_: None)  # it is counted here
    code = "import { client } from 'unknown-client';\n"
    for level in range(4):
        below = "client({ url: at + '/items' });" if level == 3 else " ".join(f"f{level + 1}_{to}(at);" for to in WIDE)
        code += "".join(f"function f{level}_{one}(at: string) {{ {below} }}\n" for one in WIDE)
    code += "".join(f"f0_{one}(process.env.ACME_URL!);\n" for one in WIDE)
    report = written(tmp_path, {"main.ts": code, "acme.ts": "export const getItem = 1;\n"}, RULES)
    told = [one for one in report.coverage.unresolved if one.file == "main.ts"]
    assert len(told) == len(WIDE)
    assert len(asked) < 60 * len(WIDE)
