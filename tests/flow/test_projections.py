"""What a schema lets through: asked part by part, or told as a list of parts, it is the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.flow.contexts import DEEPER, WITHIN
from audit.flow.projections import ALL, Projection, lets
from audit.flow.projections.model import either, parts_of, together

NAMES = st.sampled_from("abc")
PROJECTIONS = st.recursive(
    st.just(ALL),
    lambda inner: st.builds(Projection, st.dictionaries(NAMES, inner, min_size=1), st.one_of(st.none(), inner)),
    max_leaves=6,
)
PATHS = st.lists(st.one_of(NAMES, st.sampled_from(["[*]", "[0]"])), max_size=4).map(tuple)


def fit(path, part):
    """Is a path at a part, inside of it, or around it?"""
    return all(one == other or one[0] == other[0] == "[" for one, other in zip(path, part, strict=False))


@given(PROJECTIONS, PATHS)
def test_a_part_comes_through_where_it_is_one_of_those_listed_or_around_or_inside_of_one(projection, path):
    parts = parts_of(projection)
    listed = parts is None or any(fit(path, part) for part in parts)
    numbered = any(step[0] == "[" for step in path)
    assert lets(projection, path) is listed or (numbered and not listed), "under a computed key may be any name"


@given(PROJECTIONS, PATHS)
def test_all_of_two_comes_through_together_and_only_all_where_they_differ(projection, path):
    assert together([projection, projection]) == projection
    assert either([projection, projection]) == projection
    assert lets(together([projection, ALL]), path)
    if projection != ALL:
        assert either([projection, ALL]) == ALL


@given(PROJECTIONS, NAMES)
def test_what_stands_nobody_knows_where_comes_through(projection, name):
    assert lets(projection, (WITHIN, name))
    assert lets(projection, (DEEPER,))
