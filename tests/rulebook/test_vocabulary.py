"""The vocabulary: every built-in file loads, is plain, and names what the engine will ask for."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.rulebook import Flow, Place, RulesError, VocabularyIndex, flow_of, load_vocabulary, places_of
from audit.rulebook.packaged import vocabulary_files
from audit.rulebook.reading import plain

FILES = vocabulary_files()
INDEX = VocabularyIndex(load_vocabulary(), "javascript")
PYTHON = VocabularyIndex(load_vocabulary(), "python")


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_right_and_plainly_written(name: str) -> None:
    load_vocabulary({name: FILES[name]})
    text = FILES[name].decode()
    assert plain(text) == tomllib.loads(text)


def test_the_quick_way_of_reading_gives_the_same() -> None:
    assert load_vocabulary() == load_vocabulary(FILES)


def test_what_is_not_plain_is_left_to_a_real_parser() -> None:
    for text in ("a = 'x'", 'a = "\\u0041"', "a = 1 # why", "a=1", "[a]\nb = 1"):
        assert plain(text) in (None, tomllib.loads(text))


@pytest.mark.parametrize("name", FILES)
def test_no_row_is_there_twice(name: str) -> None:
    rows = FILES[name].decode().split("\n[[")[1:]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("module", "export"),
    [
        ("axios", "get"), ("axios", "default.get"), ("axios", "default"), ("axios", "default.create"),
        ("undici", "request"), ("got", "default"), ("ky", "default.post"), ("http", "request"),
        ("node:https", "default.get"), ("node-fetch", "default"), ("superagent", "get"),
        ("@reduxjs/toolkit/query", "fetchBaseQuery"),
    ],
)  # fmt: skip
def test_requests_of_modules(module: str, export: str) -> None:
    assert INDEX.requests.exported(module, export)


@pytest.mark.parametrize("name", ["fetch", "globalThis.fetch", "EventSource", "WebSocket"])
def test_requests_of_globals(name: str) -> None:
    assert [row.url for row in INDEX.requests.named(name)]


def test_an_injected_fetch_is_known_by_its_annotation() -> None:
    assert INDEX.requests.like("typeof fetch") == INDEX.requests.named("fetch")


@pytest.mark.parametrize(
    ("module", "export", "verb"),
    [
        ("urllib.request", "urlopen", "arg0.method"),
        ("httpx", "post", "name"),
        ("requests", "request", "arg0|arg:method"),
    ],
)
def test_requests_of_python(module: str, export: str, verb: str) -> None:
    assert [row.verb for row in PYTHON.requests.exported(module, export)] == [verb]
    assert not INDEX.requests.exported(module, export)


def test_clients_keep_their_base() -> None:
    created = INDEX.requests.exported("axios", "create")[0]
    assert (created.kind, created.base, created.gives) == ("client", "arg0.baseURL", "axios#AxiosInstance")
    base = INDEX.requests.on("axios#AxiosInstance", "get")[0].base
    assert (base or "").split("|")[:3] == ["arg1.baseURL", "this", "this.defaults.baseURL"]


@pytest.mark.parametrize(
    ("index", "module", "export"),
    [
        (INDEX, "postgres", "default"), (INDEX, "pg", "Pool"), (INDEX, "pg", "default.Client"),
        (INDEX, "drizzle-orm/postgres-js", "drizzle"), (INDEX, "sequelize", "Sequelize"),
        (INDEX, "typeorm", "DataSource"), (INDEX, "mysql2/promise", "createPool"),
        (PYTHON, "psycopg", "connect"), (PYTHON, "asyncpg", "create_pool"),
        (PYTHON, "sqlalchemy", "create_engine"),
    ],
)  # fmt: skip
def test_databases(index: VocabularyIndex, module: str, export: str) -> None:
    assert index.databases.exported(module, export)


def test_environments() -> None:
    assert [row.kind for row in INDEX.envs.named("process.env")] == ["object"]
    assert [row.kind for row in INDEX.envs.named("import.meta.env")] == ["object"]
    assert INDEX.envs.named("Deno.env.get")[0].name == "arg0"
    assert INDEX.envs.on("@nestjs/config#ConfigService", "getOrThrow")[0].kind == "call"
    assert INDEX.envs.exported("@t3-oss/env-nextjs", "createEnv")[0].kind == "schema"
    assert PYTHON.envs.exported("os", "environ")[0].kind == "object"
    assert PYTHON.envs.exported("os", "environ.get")[0].default == "arg1|arg:default"
    assert PYTHON.envs.exported("pydantic_settings", "BaseSettings")[0].upper
    assert PYTHON.envs.exported("typer", "Option")[0].name == "arg:envvar"


@pytest.mark.parametrize(
    ("kind", "method", "sink"),
    [
        ("express#Response", "json", "http"), ("fastify#FastifyReply", "send", "http"),
        ("next#NextApiResponse", "json", "http"), ("ws#WebSocket", "send", "http"),
        ("@slack/web-api#WebClient", "chat.postMessage", "message"),
        ("nodemailer#Transporter", "sendMail", "message"),
        ("pino#Logger", "info", "log"), ("http#ServerResponse", "end", "http"),
    ],
)  # fmt: skip
def test_sinks(kind: str, method: str, sink: str) -> None:
    assert [row.kind for row in INDEX.sinks.on(kind, method)] == [sink]


def test_slack_is_known_by_its_address() -> None:
    assert [row.channel for row in INDEX.sinks.rows if "hooks.slack.com" in row.url] == ["slack"]


def test_routes() -> None:
    assert INDEX.routes.on("express#Router", "get")[0].params[1] == "express#Response"
    assert INDEX.routes.on("express#Application", "use")[0].kind == "mount"
    assert INDEX.routes.exported("@nestjs/common", "Controller")[0].decorator
    kinds = [row.kind for row in INDEX.routes.rows if row.files]
    assert kinds == ["file", "file", "page", "page", "file", "page", "page", *["file"] * 3, "page", *["file"] * 5]
    assert PYTHON.routes.on("fastapi#APIRouter", "include_router")[0].kind == "mount"


def test_queries() -> None:
    steps = {"select": "select", "insert": "insert", "update": "update", "execute": "sql"}
    assert {method: INDEX.queries.on("drizzle-orm#Database", method)[0].step for method in steps} == steps
    assert INDEX.queries.exported("drizzle-orm", "eq")[0].means == "="
    assert INDEX.queries.on("postgres#Sql", "()")[0].tag
    assert INDEX.queries.on("typeorm#Repository", "save")[0].step == "insert"
    assert PYTHON.queries.on("psycopg#Cursor", "execute")[0].sql == "arg0|arg:query"


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        ("Array", "map"),
        ("Map", "set"),
        ("Promise", "then"),
        ("lru-cache#Cache", "get"),
        ("p-limit#Limit", "()"),
    ],
)
def test_library_methods(kind: str, method: str) -> None:
    assert INDEX.library.on(kind, method)
    assert INDEX.library.methods(method)


def test_flows() -> None:
    value, function = Place(root="arg", number=0), Place(root="arg", number=1)
    assert flow_of("arg0 -> call(arg1).0") == Flow(
        sources=(value,), targets=(Place(root="call", number=0, callee=(function,)),)
    )
    assert flow_of("return(arg1) ~> result[*].await") == Flow(
        sources=(Place(root="return", callee=(function,)),),
        targets=(Place(root="result", path=("[*]", "await")),),
        implicit=True,
    )
    assert flow_of("call(arg0)") == Flow(calls=(value,))
    assert places_of("arg0.url|arg:url|args[1:][0].*") == (
        Place(root="arg", number=0, path=("url",)),
        Place(root="arg", name="url"),
        Place(root="args", number=1, path=("[0]", "*")),
    )
    assert places_of("call(arg0|arg1.next).2.data") == (
        Place(root="call", number=2, callee=(value, Place(root="arg", number=1, path=("next",))), path=("data",)),
    )


@pytest.mark.parametrize(
    "text",
    ["", "arg", "arg0 result", "arg0 -> ", "-> result", "argx -> result", "this[a] -> result",
     "call(arg0) -> result",
     "return(arg0).0 -> result", "arg0 -> result |", "thisx -> result", "call(arg0).0", "arg0"],
)  # fmt: skip
def test_what_is_no_flow(text: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        flow_of(text)


@given(st.text(alphabet="arg01this.call()[]*|->~ ", max_size=24))
def test_reading_a_flow_gives_one_or_says_that_it_is_none(text: str) -> None:
    try:
        flow = flow_of(text)
    except ValueError:
        return
    assert flow.calls or (flow.sources and flow.targets)


def test_every_problem_of_every_file_is_said_at_once() -> None:
    first = b'about = "x"\nlanguage = "typescript"\n[[request]]\n'
    first += b'export = "get"\nmodule = "m"\nurl = "argument0"\n'
    second = b'about = "y"\nlanguage = "any"\n[[library]]\nflows = ["a -> b"]\nflow = []\n'
    second += b'[[sink]]\non = "A"\nkind = "htp"\n'
    with pytest.raises(RulesError) as caught:
        load_vocabulary({"a.toml": first, "b.toml": second})
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [
        ("a.toml", 2), ("a.toml", 6),
        ("b.toml", 3), ("b.toml", 4), ("b.toml", 5), ("b.toml", 6), ("b.toml", 6), ("b.toml", 8),
    ]  # fmt: skip
