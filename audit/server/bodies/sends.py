"""Requests that the server sends: method and address, perhaps with parameters of the function that sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.server.meaning.texts import ANY, Hole, Text, Writings, arguments, shown

if TYPE_CHECKING:
    from audit.extract.facts.code import Call
    from audit.server.meaning.model import Func
    from audit.server.meaning.scopes import Scope


class Send(NamedTuple):
    """One request; `at` is where it is sent, or where the function that sends it is called.

    `untyped`: by something without a type; where that is not `sure` either, it may as well be a look-up in a dict.
    """

    verb: Text
    url: Text
    at: int
    untyped: bool = False
    sure: bool = True


def is_open(send: Send) -> bool:
    """Whether a parameter decides what is asked: the method, or how the address begins."""
    return _leads(send.verb) or _leads(send.url)


def closed(send: Send) -> Send:
    """The same where nobody is known to fill in the parameters."""
    return send._replace(verb=_emptied(send.verb), url=_emptied(send.url))


def called(send: Send, func: Func, call: Call, scope: Scope, writings: Writings) -> tuple[Send, ...]:
    """What a call of the function that sends makes of it."""
    given = arguments(func, call)
    verbs = writings.filled(send.verb, func, given, scope)
    urls = writings.filled(send.url, func, given, scope)
    return tuple(Send(verb, url, call.at, send.untyped, send.sure) for verb in verbs for url in urls)


def may_be(send: Send) -> bool:
    """Whether what is asked looks like an address, where only that can tell a request from something else."""
    text = shown(send.url)
    return send.sure or "/" in text


def _leads(text: Text) -> bool:
    """Whether a text begins with a parameter and says nothing of a path behind it."""
    first = text[0] if text else ""
    rest = shown(text[1:])
    return isinstance(first, Hole) and first.func is not None and not rest.startswith("/")


def _emptied(text: Text) -> Text:
    return tuple(ANY if isinstance(piece, Hole) else piece for piece in text)
