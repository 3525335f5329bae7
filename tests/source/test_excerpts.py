"""The code on cited lines: what a report quotes is what stands there, and nothing else is read."""

from __future__ import annotations

from audit.model import Drift, Evidence, Recommendation
from audit.source import WorkTree, with_excerpts
from tests.made import access, report, subject


def test_every_cited_line_is_quoted_with_its_indentation(tmp_path):
    (tmp_path / "a.ts").write_text("one\n  two();\nthree\r\n" + " " * 9 + "x" * 1000)
    (tmp_path / "b.ts").write_text("\tb1\n")
    made = report(
        accesses=(access(file="a.ts", line=2, through=(Evidence("b.ts", 1, "wrapper"),)),),
        subjects=(subject(recommendation=Recommendation(places=(Evidence("a.ts", 3, "here"),))),),
        drift=(Drift("comment", "a.ts", 4, "long"),),
    )
    with WorkTree(str(tmp_path)) as files:
        excerpts = with_excerpts(made, files).excerpts
    assert excerpts == {"a.ts": {"2": "  two();", "3": "three", "4": " " * 9 + "x" * 240}, "b.ts": {"1": "\tb1"}}


def test_lines_and_files_that_are_not_there_are_left_out(tmp_path):
    (tmp_path / "a.ts").write_text("one")
    made = report(accesses=(access(file="a.ts", line=7), access(file="../etc/passwd", line=1), access(file="no.ts")))
    with WorkTree(str(tmp_path)) as files:
        assert with_excerpts(made, files).excerpts == {}
