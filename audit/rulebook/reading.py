"""From vocabulary files to `Vocabulary`, or to every problem in them at once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

import msgspec

from audit.rulebook.flows import flow_of, places_of
from audit.rulebook.globs import fault_of
from audit.rulebook.loading import parsed, refusal, rows_of
from audit.rulebook.packaged import vocabulary_files
from audit.rulebook.problems import Fault, Key, Problem, RulesError
from audit.rulebook.vocabulary import Vocabulary, VocabularyFile
from audit.rulebook.words import Language

Table = dict[str, Any]

SECTIONS = {
    "request": "requests", "database": "databases", "env": "envs", "sink": "sinks", "route": "routes",
    "query": "queries", "library": "library", "holder": "holders", "record": "records",
}  # fmt: skip
"""The arrays of tables in a file, and what `Vocabulary` calls them."""

LANGUAGES = get_args(Language)

_LISTED = frozenset((
    "module", "export", "global", "on", "method", "sent", "like", "flows", "schema", "value", "url", "env", "params",
    "files", "called", "beside", "replaces", "names", "onward", "hooks", "opens", "finished", "otherwise", "thrown",
))  # fmt: skip
_TYPES = ("on", "like", "params", "finished", "thrown")
_PLACES = (
    "url",
    "lacks",
    "base",
    "name",
    "default",
    "field",
    "factory",
    "table",
    "alias",
    "columns",
    "related",
    "omits",
    "extras",
    "part",
    "rows",
    "where",
    "key",
    "operator",
    "compared",
    "row",
    "sql",
    "path",
    "handlers",
    "prefix",
    "under",
    "event",
    "model",
    "lets",
    "turns",
    "json",
    "unless",
    "when",
    "members",
    "items",
    "same",
    "only",
    "but",
)
_VERB = "[A-Z]+|page"
_PLACE_LISTS = ("sent", "schema", "value", "names")


def load_vocabulary(files: Mapping[str, bytes] | None = None) -> Vocabulary:
    """The vocabulary in `files` (name to bytes), or the built-in one.

    Files that are given are checked, and RulesError has every problem in them. The built-in ones are checked
    by the tests, so they are only read: in `plain` form, three times as fast.
    """
    if files is None:
        return _built_in()
    read: list[VocabularyFile] = []
    problems: list[Problem] = []
    for name, data in files.items():
        try:
            read.append(_checked(name, data))
        except RulesError as error:
            problems += error.problems
    if problems:
        raise RulesError(problems)
    return _put_together(read)


@cache
def _built_in() -> Vocabulary:
    return _put_together([_shaped(_plain_table(name, data)) for name, data in vocabulary_files().items()])


def plain(text: str) -> Table | None:
    """The TOML in `text` if it is written plainly: comments, `[[section]]` and `key = value`, a line each.

    Such values are JSON as well, and C reads that. None for anything else, also for a backslash.
    """
    if "\\" in text:
        return None
    top: list[str] = []
    sections: dict[str, list[list[str]]] = {}
    row = top
    for line in text.splitlines():
        if line.startswith("[["):
            row = []
            sections.setdefault(line[2:-2], []).append(row)
        elif line and line[0] != "#":
            key, _, value = line.partition(" = ")
            row.append(f'"{key}":{value}')
    for section, rows in sections.items():
        top.append(f'"{section}":[{",".join("{" + ",".join(row) + "}" for row in rows)}]')
    try:
        table: Table = msgspec.json.decode("{" + ",".join(top) + "}")
    except msgspec.DecodeError:
        return None
    return table


def _put_together(files: Iterable[VocabularyFile]) -> Vocabulary:
    read = list(files)
    return Vocabulary(
        **{kept: tuple(row for file in read for row in getattr(file, kept)) for kept in SECTIONS.values()}
    )


def _plain_table(name: str, data: bytes) -> Table:
    table = plain(data.decode()) or parsed(name, data)
    _list_words(table)
    for section in SECTIONS:
        for row in table.get(section, ()):
            _complete(row, section, table)
    return table


def _shaped(table: Table) -> VocabularyFile:
    return msgspec.convert(table, VocabularyFile)


def _checked(name: str, data: bytes) -> VocabularyFile:
    table = parsed(name, data)
    faults: list[Fault] = []
    _list_words(table)
    for section in SECTIONS:
        for position, row in enumerate(rows_of(table, section)):
            _complete(row, section, table)
            faults += _row_faults(row, (section, position))
    try:
        file = _shaped(table)
    except msgspec.ValidationError:
        from audit.rulebook.shapes import misfits

        raise refusal(name, data, [*misfits(table, VocabularyFile), *faults]) from None
    if faults:
        raise refusal(name, data, faults)
    return file


def _complete(row: Table, section: str, file: Table) -> None:
    """Write out what a row leaves to its file: language, module, and the module of types."""
    url = row.get("url") if section != "sink" else None
    _list_words(row)
    if isinstance(url, str):
        row["url"] = url
    if file.get("language") in LANGUAGES:
        row["language"] = file["language"]
    module = file.get("module") or []
    if "export" in row and "module" not in row:
        row["module"] = module
    home = module[0] if isinstance(module, list) and module else ""
    for key in _TYPES:
        if isinstance(row.get(key), list):
            row[key] = [_type(word, home) for word in row[key]]
    if isinstance(row.get("gives"), str) and not re.fullmatch(r"this|arg\d", row["gives"]):
        row["gives"] = _type(row["gives"], home)


def _type(name: object, home: str) -> object:
    """`Response` in a file about express is `express#Response`; `#Promise` is the language's own."""
    if not isinstance(name, str) or " " in name:
        return name
    if name.startswith("#"):
        return name[1:]
    return name if "#" in name or not home else f"{home}#{name}"


def _list_words(table: Table) -> None:
    for key in _LISTED & table.keys():
        if isinstance(table[key], str):
            table[key] = [table[key]]


def _row_faults(row: Table, key: tuple[str, int]) -> Iterator[Fault]:
    if ("module" in row) != ("export" in row):
        yield Fault(key, "`module` and `export` name a callee together", "add the other, or `module` for the file")
    if ("on" in row) != ("method" in row):
        yield Fault(key, "`on` and `method` name a callee together", "add the other")
    if not row.keys() & {"export", "global", "method", "files", "called", "url", "env"}:
        yield Fault(key, "the row names no callee", "add `export`, `global`, or `on` and `method`")
    for name in _PLACES:
        if isinstance(row.get(name), str):
            yield from _unread((*key, name), row[name], places_of)
    verb = row.get("verb")
    if isinstance(verb, str) and not re.fullmatch(_VERB, verb):
        yield from _unread((*key, "verb"), verb, places_of)
    for name in (*_PLACE_LISTS, "flows"):
        for position, text in enumerate(_list_of(row, name)):
            if isinstance(text, str):
                yield from _unread((*key, name, position), text, flow_of if name == "flows" else places_of)
    for position, glob in enumerate(_list_of(row, "files")):
        if isinstance(glob, str) and (fault := fault_of(glob)):
            yield Fault((*key, "files", position), *fault)


def _list_of(row: Table, name: str) -> list[object]:
    value = row.get(name)
    return value if isinstance(value, list) else []


def _unread(key: Key, text: str, read: Callable[[str], object]) -> Iterator[Fault]:
    try:
        read(text)
    except ValueError as error:
        yield Fault(key, str(error), "the notation is in docs/vocabulary.md")
