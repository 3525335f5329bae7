"""Decision files as text: what is refused and with which sentence, what survives an amendment."""

from __future__ import annotations

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from audit.ledger import Site, Stated
from audit.ledger.reading import record_of, records_in
from audit.ledger.records import Judged, Record
from audit.ledger.slugs import LONGEST, file_name, slug
from audit.ledger.writing import amended_text, new_text, refreshed_text
from audit.source import WorkTree
from tests.ledger_made import access, record

GOOD = """\
# about the picker
subject = "getRelease"          # the export
decision = "stay-ungated"
reason = "It shows nothing."
decided_by = "somebody"
decided_on = 2026-05-01
review_by = 2027-01-01

[judged]
gate = "none"                   # known

[[site]]
file = "apps/a.ts"
in = "load"
call = "getRelease(id)"
"""


def problems(text):
    found = record_of("d/x.toml", text if isinstance(text, bytes) else text.encode())
    return [str(one) for one in found] if isinstance(found, list) else found


def test_a_good_file_is_read():
    found = problems(GOOD)
    assert isinstance(found, Record)
    assert found.stated.review_by == "2027-01-01"
    assert found.stated.sites == (Site(file="apps/a.ts", function="load", call="getRelease(id)"),)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            ('decision = "stay-ungated"', 'decision = "stay"'),
            "d/x.toml:3: `stay` is not a value of `decision`",
        ),
        (('reason = "It shows nothing."', 'reason = " "'), "d/x.toml:4: `reason` is empty"),
        (("review_by = 2027-01-01", ""), "needs `review_by`"),
        (("review_by = 2027-01-01", "due = 2027-01-01"), "`due` does not go with `stay-ungated`"),
        (("review_by = 2027-01-01", "review_by = 2028-01-01"), "more than a year"),
        (("review_by = 2027-01-01", 'review_by = "soon"'), "`soon` is no day"),
        (('gate = "none"', 'gates = "none"'), "unknown key `gates`"),
        (('gate = "none"', 'gate = "shut"'), "`shut` is not a value of `judged.gate`"),
        (("[[site]]", "[site]"), "must be a list"),
        (("call =", "calls ="), "unknown key `calls`"),
        (("[judged]", "<<<<<<< ours\n[judged]"), "conflict markers"),
        (("[judged]", "[judged"), "not TOML"),
        (('subject = "getRelease"', "subject = 5"), "must be text, not a number"),
    ],
)
def test_a_malformed_file_is_a_sentence_with_its_line(change, sentence):
    found = problems(GOOD.replace(*change))
    assert isinstance(found, list)
    assert any(sentence in line for line in found), found
    assert all(line.startswith("d/x.toml:") for line in found)


def test_all_mistakes_come_at_once():
    assert len(problems('subject = ""\ndecision = "gate"\nreason = ""\ndecided_by = "x"\ndecided_on = 1\n')) > 1


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = " + b"[" * 5000])
def test_bytes_that_are_no_toml_are_a_sentence(data):
    assert len(problems(data)) == 1


@given(st.text())
def test_any_text_is_a_record_or_sentences(text):
    found = record_of("x.toml", text.encode(errors="replace"))
    assert isinstance(found, Record) or found


WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(lambda text: text.strip())


@given(WORDS, WORDS, st.lists(st.builds(Site, file=WORDS, function=WORDS, call=WORDS), min_size=1, max_size=3))
def test_what_is_written_is_read_again(subject, reason, sites):
    stated = Stated(
        subject=subject,
        decision="gate",
        reason=reason,
        decided_by="x",
        decided_on="2026-05-01",
        due="2026-06-01",
        judged=Judged(gate="none", shown_at=(reason,)),
        sites=tuple(sites),
    )
    found = record_of("x.toml", new_text(stated))
    assert isinstance(found, Record), found
    assert found.stated == stated


def test_an_amendment_keeps_comments_and_deleted_facts():
    stated = record_of("x.toml", GOOD.encode()).stated
    wanted = Stated(
        subject="getRelease",
        decision="gate",
        reason="New.",
        decided_by="else",
        decided_on="2026-06-01",
        due="2026-07-01",
        judged=Judged(gate="late", reach="renders"),
        sites=(*stated.sites, Site(file="b", function="f", call="c()")),
    )
    text = amended_text("x.toml", GOOD.encode(), wanted).decode()
    assert "# about the picker" in text
    assert "# the export" in text
    assert "# known" in text
    again = record_of("x.toml", text.encode())
    assert again.stated.judged == Judged(gate="late"), "a fact that a person deleted stays deleted"
    assert again.stated.review_by is None
    assert (again.stated.due, again.stated.reason, len(again.stated.sites)) == ("2026-07-01", "New.", 2)


def test_refreshing_anchors_changes_nothing_else():
    sites = (Site(file="apps/b.ts", function="load", call="getRelease(id)"),)
    assert refreshed_text("x.toml", GOOD.encode(), sites).decode() == GOOD.replace("apps/a.ts", "apps/b.ts")


@given(st.text(), st.lists(st.text(), max_size=2))
def test_file_names_are_safe_everywhere(subject, words):
    name = file_name(subject, words)
    stem = name.removesuffix(".toml")
    assert name == name.lower()
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert stem[0] != "-"
    assert len(stem) <= 2 * LONGEST + 20
    assert stem not in {"con", "nul", "aux"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("getRelease", "get-release"),
        ("POST /api/v1/identity/bulk-resolve-libraries", "post-api-v1-identity-bulk-resolve-libraries"),
        ("DATABASE_URL_DISCOGS", "database-url-discogs"),
        ("job:library-canonical-entity-backfill", "job-library-canonical-entity-backfill"),
        ("con", "con-decision"),
    ],
)
def test_slugs(words, name):
    assert slug(words) == name


def test_nothing_volatile_is_written():
    text = record(access("load", line=77)).data.decode()
    assert "77" not in text
    assert tomlkit.parse(text).unwrap()["site"] == [{"file": "apps/a.ts", "in": "load", "call": "getRelease(id)"}]


def test_a_superseded_decision_is_out_of_force(tmp_path):
    folder = tmp_path / "gate-decisions"
    folder.mkdir()
    (folder / "old.toml").write_text(GOOD)
    (folder / "new.toml").write_text(GOOD.replace("decision =", 'supersedes = "old"\ndecision ='))
    with WorkTree(tmp_path) as tree:
        assert [one.path for one in records_in(tree, "gate-decisions")] == ["gate-decisions/new.toml"]
