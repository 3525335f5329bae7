"""Rules files: what is accepted, and that everything wrong is said at once, with line and remedy."""

import re
import textwrap

import pytest

from audit.rulebook import (
    Problem,
    Rules,
    RulesError,
    builtin_names,
    builtin_rules,
    digest_of,
    find_rules,
    load_rules,
    load_vocabulary,
)
from audit.rulebook.reference import PAGE, reference

GUIDE = PAGE.with_name("another-client.md")
SMALL = """\
version = 1
name = "x"
title = "X"
[client]
package = "@x/client"
audited = ["get"]
"""


def loaded(text: str) -> Rules:
    return load_rules("ungated.toml", text.encode(), builtin_rules)


def problems_of(text: str) -> list[Problem]:
    with pytest.raises(RulesError) as caught:
        loaded(text)
    return caught.value.problems


def test_ten_lines_are_enough() -> None:
    rules = loaded(SMALL)
    assert rules.client is not None
    assert rules.client.audited == ("get",)
    assert rules.scope.of("tests/a.ts") == "production"
    assert rules.check.decisions == "gate-decisions"


def test_service_alone_is_enough() -> None:
    rules = loaded('version = 1\nname = "x"\ntitle = "X"\n[service]\nurl_env = ["X_URL"]\n')
    assert rules.client is None
    assert rules.service is not None


def test_every_problem_is_said_at_once_with_its_line() -> None:
    text = """\
version = 1
name = "x"
tilte = "X"

[client]
package = "@x/client"
audted = ["get"]
modules = ["/abs.ts"]

[carries]
get = { about = "albun", because = "" }
other = { about = "artist" }

[[group]]
id = "a"
paths = ["x/**"]
[[group]]
id = "a"
paths = "y/**"

[[trigger]]
id = "t"
when = { subject = "*", gate = ["nnoe"], flaged = "yes" }
[[bridge]]
from = { table = "t" }
to = { function = "no-hash" }
[check]
levels = { new-acces = "error", drift = "loud" }
"""
    found = {(problem.line, problem.message, problem.suggestion) for problem in problems_of(text)}
    assert found == {
        (1, "the file has no `title`", "add `title = …`"),
        (3, "unknown key `tilte`", "did you mean `title`?"),
        (7, "unknown key `audted` in `client`", "did you mean `audited`?"),
        (8, "`/abs.ts` does not stay below the root", "write it relative to the root, without `./` and `..`"),
        (11, "`albun` is not a value of `about`", "did you mean `album`?"),
        (11, "`because` is empty", "write a sentence for the people who read the report"),
        (
            12,
            "`carries.other` has no `because`",
            'add `because = "…"`: people who read the report need the reason',
        ),
        (18, "`a` is the id of another `[[group]]` too", "each id stands once"),
        (19, "`group.paths` must be a list, not text", "write it in `[` and `]`"),
        (23, "`nnoe` is not a value of `[[trigger.when.gate]]`", "did you mean `none`?"),
        (23, "unknown key `flaged` in `trigger.when`", "did you mean `flagged`?"),
        (24, "`[[bridge]]` has no `why`", 'add `why = "…"`: people who read the report need the reason'),
        (26, "`no-hash` names no function", "write `path/of/file.ts#name`"),
        (28, "`new-acces` is not a value of `check.levels.new-acces`", "did you mean `new-access`?"),
        (
            28,
            "`loud` is not a value of `check.levels.drift`",
            "one of error, note, warning, off",
        ),
    }


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "neither `[client]` nor `[service]` is there"),
        (SMALL.replace("version = 1", "version = 2"), 1, "version 2 is not supported"),
        (SMALL.replace('package = "@x/client"\n', ""), 4, "`client` names no module"),
        (SMALL.replace("version = 1", 'version = "1"'), 1, "`version` must be a whole number, not text"),
        (SMALL + "[client]\n", 7, "not TOML: Cannot declare ('client',) twice"),
        (SMALL + "x = \n", 7, "not TOML: Invalid value"),
        ('extends = "lmll"\n' + SMALL, 1, "there is no built-in rules file `lmll`"),
        (
            SMALL + '[[ground]]\nid="g"\nquote="q"\nsource="s"\nholds={table="t"}\n',
            11,
            "the condition does not say",
        ),
        (SMALL + '[[ground]]\nid="g"\nquote="q"\nsource="s"\nholds={}\n', 11, "the condition is empty"),
        (
            SMALL + '[[trigger]]\nid="g"\nwhen={claim="pg-cached", reach="renders"}\n',
            9,
            "`reach` says nothing about",
        ),
        (SMALL + '[[except]]\nbecause="b"\n', 7, "`[[except]]` needs one of"),
        (SMALL + '[[server.sink]]\nkind="cache-fuzzy"\n', 7, "`[[server.sink]]` needs"),
        (SMALL + '[gate]\ncolumns=["flag"]\n', 8, "`flag` is no column"),
        ("client = 3\n", 1, "`client` must be a table, not a number"),
    ],
)
def test_a_problem_is_on_its_line(text: str, line: int, message: str) -> None:
    assert any(found.line == line and found.message.startswith(message) for found in problems_of(text)), problems_of(
        text
    )


def test_bytes_that_are_no_text_are_refused_on_their_line() -> None:
    with pytest.raises(RulesError) as caught:
        load_rules("x.toml", b'version = 1\nname = "\xff"\n', builtin_rules)
    assert [problem.line for problem in caught.value.problems] == [2]


def test_a_byte_order_mark_and_crlf_do_not_matter() -> None:
    data = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    assert load_rules("x.toml", data, builtin_rules) == loaded(SMALL)


def test_one_word_or_a_list_of_words() -> None:
    one = loaded(SMALL + '[[trigger]]\nid = "t"\nwhen = { table = "t", read_on = "http" }\n')
    many = loaded(SMALL + '[[trigger]]\nid = "t"\nwhen = { table = "t", read_on = ["http"] }\n')
    assert one == many
    assert one.triggers[0].when.family == "table"


def test_extends_later_keys_win() -> None:
    base = loaded((builtin_rules("lml") or b"").decode())
    rules = loaded(
        """
extends = "lml"
title = "Mine"
entry = ["bin/*.ts"]
[client]
label = "who"
[carries]
searchLibrary = { about = "artist", because = "changed" }
[[group]]
id = "job:library-identity-consumer"
paths = ["elsewhere/**"]
[[group]]
id = "job:new"
paths = ["new/**"]
[[except]]
endpoint = "GET /version"
because = "no data"
"""
    )
    assert (rules.name, rules.title, rules.extends) == ("lml", "Mine", "lml")
    assert rules.client is not None
    assert base.client is not None
    assert (rules.client.label, rules.client.audited) == ("who", base.client.audited)
    assert rules.carries["searchLibrary"].because == "changed"
    assert rules.carries["getRelease"] == base.carries["getRelease"]
    assert [group.id for group in rules.groups] == [*(group.id for group in base.groups), "job:new"]
    assert rules.groups[0].paths == ("elsewhere/**",)
    assert len(rules.exempt) == len(base.exempt) + 1


def test_problems_of_an_extending_file_are_on_its_own_lines() -> None:
    problems = problems_of('extends = "lml"\n[[group]]\nid = "a"\npaths = ["{"]\n')
    assert [(problem.file, problem.line) for problem in problems] == [("ungated.toml", 4)]


def test_digest_is_of_the_content() -> None:
    assert digest_of(loaded(SMALL)) == digest_of(loaded("# a comment\n" + SMALL.replace(" = ", "=")))
    assert digest_of(loaded(SMALL)) != digest_of(loaded(SMALL.replace('"get"', '"put"')))


def test_explicit_rules_before_the_roots_own_before_the_built_in() -> None:
    files = {"ungated.toml": b"own"}
    assert find_rules(files.get, b"given").files[0].data == b"given"
    assert find_rules(files.get).files[0].data == b"own"
    found = find_rules({}.get)
    assert (found.origin, [file.name for file in found.files]) == (
        "builtin",
        [f"{name}.toml" for name in builtin_names()],
    )


@pytest.mark.parametrize("name", builtin_names())
def test_built_in_rules_load(name: str) -> None:
    data = builtin_rules(name)
    assert data is not None
    assert load_rules(f"{name}.toml", data, builtin_rules).name == name


def test_a_name_cannot_leave_the_folder() -> None:
    assert builtin_rules("../pyproject") is None


def test_the_lml_rules_know_groups_scopes_and_homes() -> None:
    rules = loaded((builtin_rules("lml") or b"").decode())
    assert rules.client is not None
    assert rules.client.is_home("apps/backend/services/lml/lml.client.ts")
    assert [group.id for group in rules.groups if group.holds("jobs/library-identity-consumer/select.ts")] == [
        "job:library-identity-consumer"
    ]
    paths = [
        "jobs/a/job.ts",
        "tests/unit/a.test.ts",
        "apps/x/__tests__/a.ts",
        "scripts/a.py",
        "jest.unit.config.ts",
    ]
    assert [rules.scope.of(path) for path in paths] == ["production", "test", "test", "tooling", "tooling"]
    assert len(rules.grounds) == 6
    assert {*rules.client.audited, *rules.client.gated} <= rules.carries.keys()


def test_the_reference_is_that_of_the_types():
    """After a change: `make reference`."""
    assert PAGE.read_text(encoding="utf-8") == reference()
    assert all(f"| `{name}` |" in reference() for name in ("audited", "read_on", "because", "decisions"))


def test_the_examples_for_another_client_are_accepted():
    blocks = [textwrap.dedent(one) for one in re.findall(r" *```toml\n(.*?)```", GUIDE.read_text(), re.DOTALL)]
    *rules, vocabulary = blocks
    assert load_rules("ungated.toml", "\n".join(rules).encode(), builtin_rules).client.package == "@acme/client"
    assert len(load_vocabulary({"hono.toml": vocabulary.encode()}).sinks) == 1
