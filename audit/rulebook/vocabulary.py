"""What is known about code outside the root: the vocabulary as frozen rows. Format: docs/vocabulary.md.

In `module`, `export`, `global`, `on` and `method` each row names the callees it is about; places and flows
are kept as written, and read by `audit.rulebook.flows` where they are used.
"""

from typing import Literal

import msgspec
from msgspec import field

from audit.model import SinkKind
from audit.rulebook.words import EnvKind, HolderKind, Language, Makes, QueryMeaning, QueryStep, RouteKind


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which calls a row is about, and the type of what they give.

    A call fits `module` + `export`, a `global`, or `on` + `method`; several words of a key mean any of them. One with
    more arguments than `most`, or fewer than `least`, fits no row that says so. `throws`: the classes, `module#Name`,
    that an error with the answer is of.
    """

    language: Language = "any"
    module: tuple[str, ...] = ()
    export: tuple[str, ...] = ()
    globals: tuple[str, ...] = field(default=(), name="global")
    on: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    new: bool = False
    tag: bool = False
    decorator: bool = False
    most: int | None = None
    least: int = 0
    gives: str | None = None
    throws: tuple[str, ...] = ()


class RequestRow(Row, frozen=True):
    """A call that sends an HTTP request, makes a client that will, or only describes a request.

    `command`: runs a program of the shell, which sends one if it is `curl` or its like.
    """

    kind: Literal["send", "client", "describe", "command"] = "send"
    url: str | None = None
    base: str | None = None
    verb: str = "GET"
    verb_else: str = "GET"
    posts: str | None = None
    sent: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    flows: tuple[str, ...] = ("response -> result.await",)


class DatabaseRow(Row, frozen=True):
    """A call that opens a database, and the places where its URL can stand."""

    url: str


class EnvRow(Row, frozen=True):
    """How a variable of the environment is read."""

    kind: EnvKind
    name: str | None = None
    default: str | None = None
    field: str | None = None
    schema: tuple[str, ...] = ()
    factory: str | None = None
    injected: tuple[str, ...] = ()
    prefix: str | None = None
    upper: bool = False


class SinkRow(Row, frozen=True):
    """A call that shows, sends or keeps values; with `url` or `env`, what a request to such an address is."""

    kind: SinkKind
    value: tuple[str, ...] = ("args",)
    channel: str | None = None
    url: tuple[str, ...] = ()
    env: tuple[str, ...] = ()


class RouteRow(Row, frozen=True):
    """How handlers come to their routes, and what they are given.

    Of files: `called` are the exports that are the handlers; `dotted`: the parts of a path stand in the name of a
    file, apart by dots; `beside`: of several rows about a file's name those hold of which its package wants one;
    `home`: the folder that the globs name is part of the path, and stands beside one of these files.
    `failing`: the kind of sink that the message of what a handler throws is; `thrown`: the types of what it may throw
    as an answer, as if it returned that.
    `error`: where what other handlers throw is in what this one is given, or comes out of what it calls.
    `onward`: what brings a request to the handlers behind this one: a call of what it is given (`arg2`), its end
    without an answer (`end`), or that it gives something true (`true`); with `hooks` only where the first argument is
    one of these texts. `lacks`: what these are given that is not there yet, but for names in the own path.
    `requested`: which part of a request a decorator gives.
    `model`: where the class or schema stands whose members alone are in an answer, but not in one of the types in
    `finished`, nor where a handler calls one of `otherwise`; `modelled`: the method called before at which it stands;
    `declared`: else it is the type that a handler says it returns; `sends`: methods of a response that it holds for.
    """

    kind: RouteKind
    verb: str = "GET"
    path: str | None = None
    handlers: str | None = None
    params: tuple[str, ...] = ()
    renders: SinkKind | None = None
    failing: SinkKind | None = None
    thrown: tuple[str, ...] = ()
    error: str | None = None
    onward: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()
    requested: str | None = None
    lacks: str | None = None
    files: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    dotted: bool = False
    beside: tuple[str, ...] = ()
    packaged: bool = False
    home: tuple[str, ...] = ()
    prefix: str | None = None
    version: str | None = None
    named: tuple[str, ...] = ()
    instead: bool = False
    hands: str | None = None
    like: tuple[str, ...] = ()
    model: str | None = None
    modelled: str = ""
    declared: bool = False
    finished: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    sends: tuple[str, ...] = ()


ROW = "result[*]"
"""Where rows are in what most calls give."""


class QueryRow(Row, frozen=True):
    """One step of a query: what it reads or writes, and where tables, columns, rows and conditions stand.

    `named`: the table stands there by its name in the database, as a text. `models`: the key that stands for the table
    is that of a model in a schema file, in clients out of packages with this word in their names. `whole`: what
    `columns` lists are tables, of which all columns are taken. `counts`: the call gives no rows, and says how many
    there are. `at_once`: it gives rows itself, and not a promise. `related`: the options that say which rows of others
    come with a row, `extras` which expressions, `omits` which members do not come. `row`: where a row is in what it
    gives; with `beside` only where the tree names one of these modules. `replaces`: what calls of these methods said
    before in the chain counts no more. `part`: what, where it is given, lets only some of the rows come that the
    conditions let through. `alias`: what conditions call the table. `key`: what the row is called by that is asked for.
    `compared`: what the column at `where` is compared with, by the operator at `operator` where something stands behind
    that, else by the one that the row `says`; `says` "not": what is said does not hold.
    """

    step: QueryStep
    named: bool = False
    models: str = ""
    whole: bool = False
    counts: bool = False
    at_once: bool = False
    row: str = ROW
    beside: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    table: str | None = None
    alias: str | None = None
    columns: str | None = None
    related: str | None = None
    omits: str | None = None
    extras: str | None = None
    part: str | None = None
    rows: str | None = None
    where: str | None = None
    key: str | None = None
    operator: str | None = None
    compared: str | None = None
    says: QueryMeaning | None = None
    sql: str | None = None
    means: QueryMeaning | None = None


class LibraryRow(Row, frozen=True):
    """What a call does with values. No flows: nothing comes out of it and nothing is kept.

    `params`: the types of what functions are called with that are given to it. `under`: what a value is kept or looked
    up under. `event`: the place of a name that has a part of the receiver of its own. `topic`: what is `told` in one
    call comes out in others of the same word that have the same `names`. `endless`: the call never comes back; `holds`:
    it does only where that is true, `equals` what is there, or `differs` from it. `lets`: the schema that says which
    members of the sources come through. What makes a schema says of which others: `members`, objects with one for each
    member; `items`, those of elements; `same`, those that it lets through what they do; `only` or `but` names of that;
    `turns`, functions that then make something else of it. The row says nothing where something stands at `unless`, or
    nothing at `when`. `json`: what is written as JSON. `element`: the methods that outside code calls of each element
    of a class that extends this one.
    """

    flows: tuple[str, ...] = ()
    params: tuple[str, ...] = ()
    under: str | None = None
    event: str | None = None
    topic: str = ""
    names: tuple[str, ...] = ()
    endless: bool = False
    holds: str | None = None
    equals: str | None = None
    differs: str | None = None
    unless: str | None = None
    when: str | None = None
    lets: str | None = None
    members: str | None = None
    items: str | None = None
    same: str | None = None
    only: str | None = None
    but: str | None = None
    turns: str | None = None
    json: str | None = None
    element: tuple[str, ...] = ()


class HolderRow(Row, frozen=True):
    """What becomes of something that holds the client, or is it, where it is given to something of that name.

    `makes`: what the container hands out for a token, of what is registered at `argument`. `token`: the property
    beside a provider's that names the token; the method called before a registration, whose argument does. `given`:
    the property beside a provider's that lists what its function is called with.
    """

    kind: HolderKind
    makes: Makes = "itself"
    argument: int = 1
    token: str | None = None
    given: str | None = None


class RecordRow(Row, frozen=True):
    """A decorator or base class that makes a constructor of a class's fields; or what says the default of a field, as
    a value or as a function that makes one, or other names of the field (`alias`), or by which argument it `hides` the
    field where the object is written. `strips`: as a model it leaves out all but its fields, unless one of the names in
    `opens` says otherwise. `numbered`: its objects are lists of their fields, too. `ends`: the method that the
    constructor calls last.
    """

    kind: Literal["class", "field"] = "class"
    default: str | None = None
    factory: str | None = None
    alias: str | None = None
    numbered: bool = False
    strips: bool = False
    ends: str | None = None
    opens: tuple[str, ...] = ()
    hides: str | None = None


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """All rows, in order of file and line."""

    requests: tuple[RequestRow, ...] = ()
    databases: tuple[DatabaseRow, ...] = ()
    envs: tuple[EnvRow, ...] = ()
    sinks: tuple[SinkRow, ...] = ()
    routes: tuple[RouteRow, ...] = ()
    queries: tuple[QueryRow, ...] = ()
    library: tuple[LibraryRow, ...] = ()
    holders: tuple[HolderRow, ...] = ()
    records: tuple[RecordRow, ...] = ()


class VocabularyFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file: what it is about, its language, the module that rows with `export` mean, and its rows."""

    about: str
    language: Language
    module: tuple[str, ...] = ()
    requests: tuple[RequestRow, ...] = field(default=(), name="request")
    databases: tuple[DatabaseRow, ...] = field(default=(), name="database")
    envs: tuple[EnvRow, ...] = field(default=(), name="env")
    sinks: tuple[SinkRow, ...] = field(default=(), name="sink")
    routes: tuple[RouteRow, ...] = field(default=(), name="route")
    queries: tuple[QueryRow, ...] = field(default=(), name="query")
    library: tuple[LibraryRow, ...] = ()
    holders: tuple[HolderRow, ...] = field(default=(), name="holder")
    records: tuple[RecordRow, ...] = field(default=(), name="record")
