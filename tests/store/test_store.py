"""Facts between runs: kept, bounded, and never a reason to fail."""

import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.store import NullStore, Shelf, open_store
from audit.store.location import NoPlace, cache_file
from tests.memory import Memory

HOUR = 3600.0


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "cache" / "facts.sqlite")


def keep(path: str, values: dict[str, bytes]) -> None:
    shelf = Shelf(path)
    shelf.put_many(values)
    shelf.close()
    assert shelf.notes == []


def change(path: str, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@given(st.dictionaries(st.text(st.characters()), st.binary()), st.text())
def test_what_is_put_comes_back_in_the_next_run(values: dict[str, bytes], other: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "facts.sqlite")
        keep(path, values)
        again = Shelf(path)
        assert again.get_many([*values, other]) == values
        again.close()
        assert again.notes == []


@pytest.mark.parametrize("size", [(1 << 18) - 1, 1 << 18, (1 << 18) + 1, 800_000])
def test_a_value_that_is_written_in_pieces_comes_back_and_is_replaced(path: str, size: int) -> None:
    value = bytes(number % 251 for number in range(size))
    keep(path, {"large": value, "small": b"1"})
    keep(path, {"large": value[::-1]})
    again = Shelf(path)
    assert again.get_many(["large", "small"]) == {"large": value[::-1], "small": b"1"}
    again.close()
    assert again.notes == []


def test_many_keys_are_asked_in_batches_and_later_values_win(path: str) -> None:
    values = {f"k{number}": str(number).encode() for number in range(1300)}
    keep(path, values)
    keep(path, {"k7": b"new"})
    assert Shelf(path).get_many(iter(values)) == {**values, "k7": b"new"}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE facts SET value = x'00' WHERE id = 1",
        "UPDATE facts SET value = 'text' WHERE id = 1",
        "UPDATE facts SET digest = x'' WHERE id = 1",
        "UPDATE facts SET (value, digest) = (SELECT value, digest FROM facts WHERE id = 2) WHERE id = 1",
    ],
)
def test_a_damaged_value_is_left_out(path: str, damage: str) -> None:
    keep(path, {"a": b"one", "b": b"two"})
    change(path, damage)
    shelf = Shelf(path)
    assert shelf.get_many(["a", "b"]) == {"b": b"two"}
    assert shelf.notes == []


def assert_useless(shelf: Shelf) -> None:
    """The run goes on with one note, however often the store is used."""
    assert shelf.get_many(["a"]) == {}
    shelf.put_many({"a": b"one"})
    assert shelf.get_many(["a"]) == {}
    shelf.close()
    assert len(shelf.notes) == 1


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_corrupt_file_is_ignored_and_left_as_it_is(path: str, content: bytes) -> None:
    file = Path(path)
    file.parent.mkdir()
    file.write_bytes(content)
    assert_useless(Shelf(path))
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE theirs (x)",),
        ("PRAGMA application_id = 7",),
        ("PRAGMA application_id = 1970169716", "PRAGMA user_version = 99"),
        ("PRAGMA application_id = 1970169716", "PRAGMA user_version = 1"),
    ],
)
def test_a_foreign_database_is_ignored(path: str, statements: tuple[str, ...]) -> None:
    Path(path).parent.mkdir()
    change(path, *statements)
    assert_useless(Shelf(path))


def test_a_locked_database_is_ignored(path: str) -> None:
    keep(path, {"a": b"one"})
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert_useless(Shelf(path))
    other.close()
    assert Shelf(path).get_many(["a"]) == {"a": b"one"}


def test_where_no_folder_can_be_made_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert_useless(Shelf(str(tmp_path / "file" / "facts.sqlite")))


def test_a_read_only_database_is_read(path: str) -> None:
    keep(path, {"a": b"one"})
    shelf = Shelf(path)
    assert shelf.get_many(["a"]) == {"a": b"one"}
    assert shelf._connection is not None
    shelf._connection.execute("PRAGMA query_only = ON")
    shelf.put_many({"b": b"two"})
    shelf.close()
    assert len(shelf.notes) == 1


def test_two_stores_share_one_file(path: str) -> None:
    one, other = Shelf(path), Shelf(path)
    one.put_many({"a": b"1"})
    other.put_many({"b": b"2"})
    assert one.get_many(["a", "b"]) == other.get_many(["a", "b"]) == {"a": b"1", "b": b"2"}
    one.close()
    other.close()
    assert one.notes == other.notes == []


def test_what_was_not_used_for_longest_goes_first(path: str) -> None:
    block = b"x" * 40_000
    limit = 400_000
    first = Shelf(path, limit, lambda: 1 * HOUR)
    first.put_many({f"old{number}": block for number in range(6)})
    first.close()
    second = Shelf(path, limit, lambda: 2 * HOUR)
    assert second.get_many(["old0"]) == {"old0": block}
    second.close()
    third = Shelf(path, limit, lambda: 3 * HOUR)
    third.put_many({f"new{number}": block for number in range(6)})
    third.close()
    kept = set(Shelf(path).get_many([f"{age}{number}" for age in ("old", "new") for number in range(6)]))
    assert kept == {"old0", *(f"new{number}" for number in range(6))}


def test_nothing_is_opened_before_the_first_question(path: str) -> None:
    Shelf(path).close()
    assert not Path(path).exists()


def test_the_null_store_keeps_nothing() -> None:
    store = NullStore()
    store.put_many({"a": b"one"})
    assert store.get_many(["a"]) == {}
    store.close()
    assert store.notes == []


def test_the_cache_never_lies_in_the_audited_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "way-in").symlink_to(root)
    monkeypatch.setenv("UNGATED_CACHE_DIR", str(tmp_path / "way-in" / "cache"))
    store = open_store(root)
    store.put_many({"a": b"one"})
    assert len(store.notes) == 1
    assert list(root.iterdir()) == []
    monkeypatch.setenv("UNGATED_CACHE_DIR", str(tmp_path / "rooted"))
    assert open_store(root).notes == []


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"XDG_CACHE_HOME": "/x"}, "linux", "/x/ungated/facts-1.sqlite"),
        ({"XDG_CACHE_HOME": "relative"}, "linux", "/home/me/.cache/ungated/facts-1.sqlite"),
        ({}, "linux", "/home/me/.cache/ungated/facts-1.sqlite"),
        ({"XDG_CACHE_HOME": "/x"}, "darwin", "/home/me/Library/Caches/ungated/facts-1.sqlite"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/ungated/facts-1.sqlite"),
        ({"UNGATED_CACHE_DIR": "/own", "XDG_CACHE_HOME": "/x"}, "linux", "/own/facts-1.sqlite"),
    ],
)
def test_the_cache_lies_where_the_system_wants_it(
    environment: dict[str, str], platform: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    assert cache_file(environment, platform, "/root-of-nothing") == expected


def test_without_any_folder_there_is_no_cache() -> None:
    assert isinstance(cache_file({}, "win32", "/r"), NoPlace)


def test_memory_keeps_what_was_used_last() -> None:
    memory = Memory(limit=4)
    memory.put_many({"a": b"aa", "b": b"bb"})
    assert memory.get_many(["a", "c"]) == {"a": b"aa"}
    memory.put_many({"c": b"c", "a": b"AA"})
    assert memory.get_many(["a", "b", "c"]) == {"a": b"AA", "c": b"c"}
