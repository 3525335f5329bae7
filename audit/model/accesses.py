"""One place where the service is reached."""

import hashlib
from typing import Literal

import msgspec

from audit.model.gates import Gate, Key
from audit.model.orders import Language, Reach, Scope
from audit.model.paths import Escape, Path
from audit.model.places import Evidence

AccessKind = Literal["call", "reference", "request", "database"]
ID_DIGITS = 12


class Identity(msgspec.Struct, frozen=True, order=True):
    """What makes an access the same one elsewhere; `ordinal` counts equal calls in a function from 0."""

    function: str
    call: str
    ordinal: int


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """A call of an export, a function passed on as a value, a request, or an opened database.

    `gate` and `reach` are null where they were not computed; then empty `keyed_by`, `escapes` and `paths` say
    nothing either. `function` is the innermost named one, "<module>" at top level. `through` are the lines of
    the wrappers between this one and the service, in call order.
    """

    id: str
    subject: str
    group: str | None = None
    kind: AccessKind
    language: Language
    scope: Scope
    file: str
    line: int
    column: int
    through: tuple[Evidence, ...] = ()
    wrapper: bool = False
    function: str
    label: str | None = None
    identity: Identity
    gate: Gate | None = None
    keyed_by: tuple[Key, ...] = ()
    reach: Reach | None = None
    escapes: tuple[Escape, ...] = ()
    paths: tuple[Path, ...] = ()


def access_id(subject: str, file: str, identity: Identity) -> str:
    """The first twelve hex digits of sha256 over subject, file and identity, written as one JSON array.

    Line moves and reformatting leave it as it is, given that `identity.call` is normalised text.
    """
    # A file's name need not be valid Unicode; the report writes it in the same way.
    named = file.encode(errors="backslashreplace").decode()
    stated = (subject, named, identity.function, identity.call, identity.ordinal)
    return hashlib.sha256(msgspec.json.encode(stated)).hexdigest()[:ID_DIGITS]
