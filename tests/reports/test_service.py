"""What is said of a route in the service's code."""

from __future__ import annotations

from audit.model import Evidence, Hop, Reached, Server
from reports.words.service import reached


def place(*functions: str) -> Reached:
    chain = tuple(Hop(function=name, file="a.py", line=1, via="call") for name in functions)
    return Reached(file="b.py", line=2, chain=chain)


def server(unresolved: tuple[Evidence, ...] = (), **reaches: tuple[Reached, ...]) -> Server:
    named = {kind.replace("_", "-"): places for kind, places in reaches.items()}
    return Server(route="present", handler="get", reaches=named, unresolved=unresolved)


def test_each_kind_with_the_function_in_which_it_stands() -> None:
    both = server(cache_by_key=(place("Service.get", "Cache.get"), place("Cache.get")), discogs_by_id=(place(),))
    assert reached(both) == "get reaches cache-by-key in Cache.get and discogs-by-id in get"


def test_names_are_marked_and_the_rest_is_counted() -> None:
    many = server(cache_by_key=tuple(place(name) for name in "abcd"))
    assert reached(many, lambda name: f"`{name}`") == "`get` reaches cache-by-key in `a`, `b` and 2 more"


def test_what_is_not_clear_is_said() -> None:
    notes = tuple(Evidence("a.py", line, note) for line, note in enumerate(("x", "y", "x", "z"), 1))
    assert reached(server(notes)) == "get reaches nothing of the kind; not clear: x; y, and 1 more"


def test_nothing_is_said_of_a_route_that_is_not_there() -> None:
    assert reached(Server(route="absent", unresolved=(Evidence("", 1, "no route"),))) == ""
