"""What an access is keyed by does not depend on which accesses were asked about before, also where searches are cut."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from audit.extract.reading import Reader
from audit.judge.chain.reaching import Reaching
from audit.judge.key import keys as module
from audit.link.program import Program
from audit.model import Access, Key
from audit.pipeline import Analysed, analysed, candidates_for
from audit.source import WorkTree
from audit.store import NullStore
from audit.trace import engine_for
from tests.sample import SAMPLE


def keyed(program: Program, made: Analysed, accesses: tuple[Access, ...]) -> dict[str, tuple[Key, ...]]:
    engine = engine_for(program, made.rules)
    reaching = Reaching(engine, accesses)
    keys = module.Keys(engine, made.rules, reaching.outward, frozenset(made.report.found.client))
    found = module.keyed(reaching, keys, replace(made.report, accesses=accesses))
    return {access.id: access.keyed_by for access in found.accesses}


@pytest.mark.parametrize("room", [2, 6_000])
def test_the_order_of_questions_changes_no_key(room: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ACCESS", room)
    monkeypatch.setattr(module, "_LEAST", 1)
    with WorkTree(str(SAMPLE)) as snapshot:
        program = Program(snapshot, Reader(NullStore()))
        made = analysed(program, candidates_for(snapshot, None), "found")
        assert made is not None
        accesses = made.report.accesses
        forwards = keyed(program, made, accesses)
        backwards = keyed(program, made, tuple(reversed(accesses)))
    assert forwards == backwards
    assert any("cut" in one.note for keys in forwards.values() for key in keys for one in key.evidence) == (room == 2)
