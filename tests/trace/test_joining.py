"""Ways through columns: what the access writes itself is listed in full, what lies behind it once, by the best way."""

from __future__ import annotations

import itertools

import pytest

from audit.model import Path, Sink, Step
from audit.trace.joining import joined


def way(to: str, flow: str = "explicit", confidence: str = "proven", steps: int = 1) -> Path:
    """A path to a column ("t.a") or a route ("/x")."""
    route = to.startswith("/")
    return Path(
        sink=Sink(
            kind="http" if route else "database", file=f"{to}.ts", line=1, column=1,
            routes=(to,) if route else (), columns=() if route else (to,),
        ),
        flow=flow,
        confidence=confidence,
        fields=(to,),
        steps=tuple(Step(f"{to}.ts", number, 1, "on") for number in range(steps)),
    )  # fmt: skip


def found(direct: list[Path], read: dict[str, list[Path]]) -> list[tuple[str, str, tuple[str, ...], str, int]]:
    """(sink, flow, columns, confidence, steps) of what is joined."""
    paths = joined(tuple(direct), {column: tuple(paths) for column, paths in read.items()})
    named = ((one.sink.routes or one.sink.columns)[0] for one in paths)
    rows = zip(named, paths, strict=True)
    return sorted((name, one.flow, one.stored_in, one.confidence, len(one.steps)) for name, one in rows)


def test_every_column_that_is_written_keeps_its_path_to_a_sink() -> None:
    read = {"t.a": [way("/x")], "t.b": [way("/x")]}
    assert found([way("t.a"), way("t.b")], read) == [
        ("/x", "explicit", ("t.a",), "proven", 2),
        ("/x", "explicit", ("t.b",), "proven", 2),
    ]


def test_a_sink_behind_further_columns_is_listed_once_by_the_fewest_of_them() -> None:
    read = {"t.a": [way("u.a"), way("u.b")], "u.a": [way("v.a")], "u.b": [way("/x")], "v.a": [way("/x")]}
    assert [one for one in found([way("t.a")], read) if one[0] == "/x"] == [
        ("/x", "explicit", ("t.a", "u.b"), "proven", 3)
    ]


def test_a_sink_that_is_reached_by_one_column_is_not_listed_again_for_two() -> None:
    read = {"t.a": [way("/x"), way("u.a")], "u.a": [way("/x")]}
    assert [one[2] for one in found([way("t.a")], read) if one[0] == "/x"] == [("t.a",)]


def test_a_proven_way_through_more_columns_stands_beside_a_possible_one() -> None:
    read = {"t.a": [way("/x", confidence="possible"), way("u.a")], "u.a": [way("/x")]}
    assert [one[2:4] for one in found([way("t.a")], read) if one[0] == "/x"] == [
        (("t.a",), "possible"),
        (("t.a", "u.a"), "proven"),
    ]


def test_the_value_itself_through_more_columns_stands_beside_a_weaker_flow_and_not_the_reverse() -> None:
    stronger = {"t.a": [way("/x", "argument"), way("u.a")], "u.a": [way("/x")]}
    assert [one[1:3] for one in found([way("t.a")], stronger) if one[0] == "/x"] == [
        ("argument", ("t.a",)),
        ("explicit", ("t.a", "u.a")),
    ]
    weaker = {"t.a": [way("/x"), way("u.a")], "u.a": [way("/x", "argument")]}
    assert [one[1:3] for one in found([way("t.a")], weaker) if one[0] == "/x"] == [("explicit", ("t.a",))]


def test_implicit_data_crosses_no_column() -> None:
    assert found([way("t.a", "implicit")], {"t.a": [way("/x")]}) == []


def test_no_column_is_on_a_path_twice_and_three_are_the_most() -> None:
    circle = {"t.a": [way("t.b")], "t.b": [way("t.a"), way("/x")]}
    assert {one[2] for one in found([way("t.a")], circle)} == {("t.a",), ("t.a", "t.b")}
    chain = {f"t.{number}": [way(f"t.{number + 1}")] for number in range(6)}
    assert max(len(one[2]) for one in found([way("t.0")], chain)) == 3


def test_the_way_to_a_column_that_is_written_in_two_places_is_the_proven_one() -> None:
    direct = [way("t.a", confidence="possible"), way("t.a", steps=9)]
    assert found(direct, {"t.a": [way("/x")]}) == [("/x", "explicit", ("t.a",), "proven", 10)]


def test_what_was_read_from_the_result_stays_with_the_path() -> None:
    (path,) = joined((way("t.a"),), {"t.a": (way("/x"),)})
    assert path.fields == ("t.a",)


def test_the_step_behind_a_column_says_which_one_it_is_read_from() -> None:
    paths = joined((way("t.a"),), {"t.a": (way("u.a", steps=2),), "u.a": (way("/x"),)})
    notes = [[step.note for step in path.steps] for path in paths]
    assert notes == [["on", "read from t.a: on", "on"], ["on", "read from t.a: on", "on", "read from u.a: on"]]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_in_which_paths_are_given_changes_nothing(order: tuple[int, ...]) -> None:
    direct = [way("t.a"), way("t.b"), way("t.c", confidence="possible")]
    read = {
        "t.a": (way("u.a"), way("/x", confidence="possible")),
        "t.b": (way("u.a"),),
        "t.c": (way("u.b"),),
        "u.a": (way("/y"),),
        "u.b": (way("/y"),),
    }
    given = tuple(direct[number] for number in order)
    assert joined(given, read) == joined(tuple(direct), read)
