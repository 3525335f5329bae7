"""Keys of maps and caches: what is known of a text, and that keys which may be the same are never held apart."""

from hypothesis import given
from hypothesis import strategies as st

from audit.flow.contexts import ELEMENT, UNDER, VALUE, rest_of, same_part
from audit.flow.keys import HOLE, key_of, keys_of, may_be_same
from audit.flow.text.ways import UNKNOWN, Way

PIECES = st.text(alphabet="ab:", max_size=4)
WAYS = st.lists(st.one_of(PIECES, st.just(UNKNOWN[0])), min_size=1, max_size=4).map(tuple)


@st.composite
def texts_of(draw: st.DrawFn, ways: tuple[Way, ...]) -> str:
    """A text that comes about by one of the ways."""
    way = draw(st.sampled_from(ways))
    return "".join(one if isinstance(one, str) else draw(PIECES) for one in way)


@given(st.data(), st.lists(WAYS, min_size=1, max_size=3).map(tuple), st.lists(WAYS, min_size=1, max_size=3).map(tuple))
def test_keys_that_one_text_may_be_are_not_held_apart(
    data: st.DataObject, one: tuple[Way, ...], other: tuple[Way, ...]
) -> None:
    text = data.draw(texts_of(one))
    also = key_of((*other, (text,)))
    for key in (key_of(one), also):
        assert not key or may_be_same(key, text)
    if key_of(one) and also:
        assert same_part(UNDER + key_of(one), UNDER + also)


def test_what_begins_or_ends_differently_is_held_apart() -> None:
    item, note = (key_of(((f"{name}:", UNKNOWN[0]),)) for name in ("item", "note"))
    assert (item, note) == (f"item:{HOLE}", f"note:{HOLE}")
    assert rest_of((UNDER + item, "title"), UNDER + note) is None
    assert rest_of((UNDER + item, "title"), UNDER + "item:7") == ("title",)
    assert not may_be_same(key_of(((UNKNOWN[0], ":a"),)), key_of(((UNKNOWN[0], ":b"),)))


def test_any_key_answers_for_a_known_one_and_no_element_does() -> None:
    assert same_part(VALUE, UNDER + "item")
    assert same_part(UNDER + "item", VALUE)
    assert not same_part(ELEMENT, UNDER + "item")


def test_nothing_is_known_of_a_key_whose_ends_vary() -> None:
    assert keys_of(((UNKNOWN[0], ":", UNKNOWN[0]),)) == frozenset()
    assert key_of((("item",), UNKNOWN)) == ""
    assert key_of((("item:a",), ("item:b",))) == f"item:{HOLE}"


def test_case_tells_no_keys_apart() -> None:
    assert may_be_same("X-Item", "x-item")
