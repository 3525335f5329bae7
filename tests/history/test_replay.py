"""What the replay shares out among its processes is done once, and by neighbours where it can be."""

from hypothesis import given
from hypothesis import strategies as st

from tests.replay.run import Stretches


@given(st.integers(0, 40), st.integers(1, 5), st.data())
def test_every_number_is_taken_once(count: int, workers: int, data: st.DataObject) -> None:
    stretches = Stretches(count, workers)
    taken = []
    for _ in range(count):
        number = stretches.take(data.draw(st.integers(0, workers - 1)))
        assert number is not None
        taken.append(number)
    assert sorted(taken) == list(range(count))
    assert [stretches.take(worker) for worker in range(workers)] == [None] * workers


def test_who_is_through_takes_half_of_what_is_left_to_another() -> None:
    stretches = Stretches(12, 2)
    assert [stretches.take(0) for _ in range(6)] == [0, 1, 2, 3, 4, 5]
    assert stretches.take(1) == 6
    assert [stretches.take(0), stretches.take(0), stretches.take(1)] == [9, 10, 7]
