"""The text of a decision file: a new one, or the old one with what has changed and everything else kept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from audit.model import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tomlkit import TOMLDocument
    from tomlkit.items import AoT, Table

    from audit.ledger.records import Judged, Site, Stated

_ABOUT = "What was decided about {subject}, by whom and why. Edited by people, read by `ungated check`."
_JUDGED = (
    "The facts that the reason rests on. Delete the lines that do not matter to it: only "
    "what goes beyond the rest is reported."
)
_SITES = "Where the access stands; `ungated check --fix` renews this after a move."
_DAYS = ("decided_on", "review_by", "due")
_PLAIN = ("subject", "decision", "reason", "decided_by", "decided_on", "review_by", "due")


def new_text(stated: Stated) -> bytes:
    """A decision file that nobody has edited yet."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(_one_line(_ABOUT.format(subject=stated.subject))))
    for name in _PLAIN:
        value = getattr(stated, name)
        if value is not None:
            document.add(name, _value(name, value))
    for name in ("links", "supersedes"):
        if getattr(stated, name):
            document.add(name, _strings(getattr(stated, name)))
    if judged := _judged(stated.judged):
        document.add(tomlkit.nl())
        document.add(tomlkit.comment(_JUDGED))
        document.add("judged", judged)
    document.add(tomlkit.nl())
    document.add(tomlkit.comment(_SITES))
    document.add("site", _sites(stated.sites))
    return tomlkit.dumps(document).encode()


def amended_text(path: str, data: bytes, stated: Stated) -> bytes:
    """`data` with what `stated` says; comments, order and the lines of `[judged]` that were deleted stay so.

    A `[judged]` fact that a person has deleted does not come back. Raises UserError for a file that is no
    TOML.
    """
    document = _parsed(path, data)
    for name in _PLAIN:
        _put(document, name, getattr(stated, name))
    if stated.links:
        document["links"] = _strings(stated.links)
    if "judged" in document:
        _renew(document["judged"], stated.judged)
    return _with_sites(document, stated.sites)


def refreshed_text(path: str, data: bytes, sites: Iterable[Site]) -> bytes:
    """`data` with other anchors and nothing else changed. Raises UserError for a file that is no TOML."""
    return _with_sites(_parsed(path, data), sites)


def _parsed(path: str, data: bytes) -> TOMLDocument:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(data.decode("utf-8-sig"))
    except (TOMLKitError, UnicodeDecodeError, RecursionError) as error:
        raise UserError(f"{path} is not TOML: {error}", "mend the decision file first") from error


def _put(document: TOMLDocument, name: str, value: str | None) -> None:
    if value is None:
        document.pop(name, None)
    elif name not in document or _plain(document[name]) != value:
        if name in document:
            document[name] = _value(name, value)
        else:
            _insert(document, name, value)


def _insert(document: TOMLDocument, name: str, value: str) -> None:
    """A new key goes behind the last plain one, before any table."""
    before = [key for key in _PLAIN if key in document]
    document._insert_after(before[-1], name, _value(name, value)) if before else document.add(  # noqa: SLF001
        name, _value(name, value)
    )


def _with_sites(document: TOMLDocument, sites: Iterable[Site]) -> bytes:
    """Tables of sites that stay keep their comments; gone ones go, new ones are appended."""
    import tomlkit

    wanted = [(site.file, site.function, site.call) for site in sites]
    if "site" not in document:
        document.add("site", tomlkit.aot())
    kept: AoT = document["site"]
    for position, anchor in enumerate(wanted):
        if position >= len(kept):
            kept.append(_site(*anchor))
        elif _anchor(kept[position]) != anchor:
            kept[position].update(dict(zip(("file", "in", "call"), anchor, strict=True)))
    while len(kept) > len(wanted):
        del kept[-1]
    return tomlkit.dumps(document).encode()


def _anchor(table: Mapping[str, Any]) -> tuple[Any, ...]:
    return table.get("file"), table.get("in"), table.get("call")


def _renew(table: Table, judged: Judged) -> None:
    for name in list(table):
        value = getattr(judged, name, None)
        if isinstance(value, tuple):
            table[name] = _strings(value)
        elif value is not None:
            table[name] = value


def _judged(judged: Judged) -> Table | None:
    import tomlkit

    table = tomlkit.table()
    for name in ("gate", "reach", "flagged"):
        if getattr(judged, name) is not None:
            table.add(name, getattr(judged, name))
    if judged.shown_at is not None:
        table.add("shown_at", _strings(judged.shown_at))
    return table if len(table) else None


def _sites(sites: Iterable[Site]) -> AoT:
    import tomlkit

    rows = tomlkit.aot()
    for site in sites:
        rows.append(_site(site.file, site.function, site.call))
    return rows


def _site(file: str, function: str, call: str) -> Table:
    import tomlkit

    table = tomlkit.table()
    for name, value in (("file", file), ("in", function), ("call", call)):
        table.add(name, value)
    return table


def _strings(values: Iterable[str]) -> Any:
    import tomlkit

    array = tomlkit.array()
    array.extend(values)
    return array.multiline(len(array) > 1)


def _value(name: str, value: str) -> Any:
    import tomlkit

    if name in _DAYS:
        return tomlkit.date(value)
    return tomlkit.string(value, multiline="\n" in value) if "\r" not in value else tomlkit.string(value)


def _plain(item: Any) -> str:
    return item.isoformat() if isinstance(item, dt.date) else str(item)


def _one_line(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)
