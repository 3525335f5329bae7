"""The values of the report: their orders, their identity, their published contract."""

import json
from pathlib import Path
from typing import get_args

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import (
    FLAGGED_STATES,
    GATE_STATES,
    REACHES,
    Access,
    FlaggedState,
    GateState,
    Identity,
    LookAlike,
    Reach,
    access_id,
    in_order,
    likeliest,
    strongest,
    weakest,
)
from reports.json import to_json
from reports.schema import report_schema
from tests.made import access, full_report, report, subject

SHIPPED = Path(__file__).parents[2] / "reports/schema/report-v1.schema.json"


@pytest.mark.parametrize(
    ("order", "states"), [(REACHES, Reach), (GATE_STATES, GateState), (FLAGGED_STATES, FlaggedState)]
)
def test_every_state_has_one_place_in_its_order(order, states):
    assert sorted(order) == sorted(get_args(states))


def test_a_subject_takes_the_strongest_reach_and_an_access_the_weakest_gate():
    assert strongest(["contained", "escapes", "stores"]) == "escapes"
    assert weakest(["filter", "partly", "argument"]) == "partly"
    assert likeliest(["no", "unknown"]) == "unknown"
    assert strongest([]) is None


def test_the_shipped_schema_is_the_one_the_model_gives():
    assert SHIPPED.read_bytes() == report_schema(), "run `python -m reports.schema`"


@pytest.mark.parametrize("made", [report(), report(accesses=(access(),)), full_report()])
def test_reports_validate_against_the_shipped_schema(made):
    schema = json.loads(SHIPPED.read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(to_json(made)))


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "guess"), ("line", "12"), ("paths", None), ("scope", "Production")]
)
def test_the_schema_refuses_what_the_contract_does_not_say(field, value):
    written = json.loads(to_json(report(accesses=(access(),))))
    written["accesses"][0][field] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json.loads(SHIPPED.read_bytes())).validate(written)


def test_a_field_of_the_contract_cannot_be_left_out():
    written = json.loads(to_json(report(accesses=(access(),))))
    del written["accesses"][0]["reach"]
    with pytest.raises(jsonschema.ValidationError, match="reach"):
        jsonschema.Draft202012Validator(json.loads(SHIPPED.read_bytes())).validate(written)


def test_what_was_not_computed_is_null_and_not_claimed():
    written = json.loads(to_json(report(accesses=(access(),), subjects=(subject(),))))
    assert [written["accesses"][0][field] for field in ("reach", "gate")] == [None, None]
    assert [written["subjects"][0][field] for field in ("reach", "flagged", "recommendation")] == [None] * 3


def test_a_report_survives_json():
    assert msgspec.json.decode(to_json(full_report(), excerpts=True), type=type(full_report())) == full_report()


@pytest.mark.parametrize("made", [report(), report(accesses=(access(), access(line=7))), full_report()])
def test_the_layout_of_json_changes_no_value_and_is_that_of_json_but_for_paths(made):
    written = to_json(made, excerpts=True)
    assert json.loads(written) == json.loads(msgspec.json.encode(made))
    spread = msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"
    if not any(one.paths for one in made.accesses):
        assert written == spread
    else:
        assert len(written.splitlines()) < len(spread.splitlines())


def test_a_path_is_one_line_of_json():
    (place,) = (line for line in to_json(full_report()).splitlines() if line.lstrip().startswith(b'{"sink"'))
    assert json.loads(place)["steps"]


def test_look_alikes_say_what_they_are_under_the_name_of_the_contract():
    assert msgspec.json.encode(LookAlike("searchLibrary", "a.ts", 1, "a local function")) == (
        b'{"name":"searchLibrary","file":"a.ts","line":1,"is":"a local function"}'
    )


def test_the_id_of_an_access_changes_with_each_part_of_its_identity_and_with_nothing_else():
    parts = ["getRelease", "a.ts", "f", "getRelease(id)", 0]
    ids = [access_id(*parts[:2], Identity(*parts[2:]))]
    for position, other in enumerate(["getArtist", "b.ts", "g", "getRelease(x)", 1]):
        changed = [*parts[:position], other, *parts[position + 1 :]]
        ids.append(access_id(*changed[:2], Identity(*changed[2:])))
    assert len(set(ids)) == len(ids)
    assert ids[0] == access_id("getRelease", "a.ts", Identity("f", "getRelease(id)", 0)) == "d5bc7fa4a5c6"


@given(st.permutations(range(6)))
def test_shuffled_accesses_give_the_same_bytes(order):
    accesses = [access(file=f"{n % 3}.ts", line=10 - n, subject=f"s{n}") for n in range(6)]
    shuffled: list[Access] = [accesses[n] for n in order]
    assert to_json(in_order(report(accesses=tuple(shuffled)))) == to_json(in_order(report(accesses=tuple(accesses))))


def test_lists_whose_order_means_something_keep_it():
    made = full_report()
    ordered = in_order(made)
    assert ordered.accesses[0].paths[0].steps == made.accesses[0].paths[0].steps
    assert ordered.accesses[0].keyed_by == made.accesses[0].keyed_by


def test_excerpts_are_ordered_by_line_number():
    lines = in_order(report(excerpts={"a.ts": {"10": "b", "9": "a"}})).excerpts
    assert list(lines["a.ts"]) == ["9", "10"]
