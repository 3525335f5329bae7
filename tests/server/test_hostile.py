"""No code of a server ends a run: what is too deep, too long, broken or circular is a reason why nothing is proven."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.sample import SERVER
from tests.served import HEAD, answered, built_in, kinds, of, served, written
from tests.trees import write

TEXTS = {path.relative_to(SERVER).as_posix(): path.read_text() for path in sorted(SERVER.rglob("*.py"))}

ROUTE = '@app.get("/x")\nasync def handler(discogs: Discogs = Depends(discogs)):\n'
FETCHES = "    return await discogs.album(1)\n"
REFUSED = {
    "deep brackets": f"    x = {'(' * 3000}1{')' * 3000}\n",
    "a long chain": f"    x = q{'.a()' * 3000}\n",
}
PASSED = {
    "lists in lists": f"    x = {'[' * 150}1{']' * 150}\n",
    "branches in branches": "".join(f"{'    ' * (depth + 1)}if x:\n" for depth in range(60)) + f"{'    ' * 61}x = 1\n",
    "a name for itself": "    x = x.y(x)\n    x = [x]\n",
    "a text of itself": '    q = f"{q}{q}{q}"\n    q = q + q\n',
    "texts of texts": "".join(f'    v{n} = v{n - 1} + v{n - 1} + ("p" if {n} else "q")\n' for n in range(1, 40)),
    "a NUL": '    x = "\0"\n',
}
CIRCULAR = {
    "bases": "class A(B):\n    pass\nclass B(A):\n    pass\n",
    "types": "type A = list[A] | B\ntype B = A\n",
    "aliases": "A = B\nB = A\n",
    "growing types": 'class A:\n    pass\nclass N[T]:\n    def up(self) -> "N[N[T]]": ...\n',
    "imports": "from main import *\n",
    "requests": (
        "class S:\n    def a(self, m, u):\n        return self.b(u, m)\n"
        "    def b(self, u, m):\n        self.a(m, u)\n        return httpx.request(m, u)\n"
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_may_not_be_parsed_has_no_routes(name: str, tmp_path) -> None:
    assert written(tmp_path, {"main.py": HEAD + ROUTE + REFUSED[name] + FETCHES}) == {}


@pytest.mark.parametrize("name", PASSED)
def test_what_is_odd_hides_nothing(name: str, tmp_path) -> None:
    assert kinds(of(tmp_path, ROUTE + PASSED[name] + FETCHES)) == "discogs-by-id"


@pytest.mark.parametrize("name", CIRCULAR)
def test_circles_end(name: str, tmp_path) -> None:
    assert kinds(of(tmp_path, CIRCULAR[name] + ROUTE + FETCHES)) == "discogs-by-id"


def test_a_syntax_error_on_the_way_leaves_nothing_proven(tmp_path) -> None:
    server = of(tmp_path, ROUTE + "    x = = 3\n" + FETCHES)
    assert set(server.claims.values()) == {"unknown"}
    assert [one.note for one in server.unresolved] == ["`handler` has a syntax error"]


def test_a_syntax_error_beside_the_way_changes_nothing(tmp_path) -> None:
    broken = "def other():\n    x = = 3\n\n\n"
    assert kinds(of(tmp_path, broken + ROUTE + FETCHES)) == "discogs-by-id"
    assert not of(tmp_path, broken + ROUTE + FETCHES).unresolved


def test_a_function_too_deep_to_be_read_is_a_reason(tmp_path) -> None:
    (tmp_path / "main.py").write_text(HEAD + ROUTE + f"    x = discogs{'.a()' * 450}\n" + FETCHES)
    server = answered(tmp_path, "GET /x")
    assert set(server.claims.values()) == {"unknown"}
    assert "nested too deeply to be read" in [one.note for one in server.unresolved]


def test_an_endless_line_of_calls_is_a_reason(tmp_path) -> None:
    calls = "".join(f"def f{n}():\n    return f{n + 1}()\n\n\n" for n in range(3000))
    server = of(tmp_path, calls + '@app.get("/x")\ndef handler():\n    return f0()\n')
    assert set(server.claims.values()) == {"unknown"}
    assert server.unresolved


@given(st.data())
@settings(
    max_examples=30,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_edits_at_random_end_in_an_answer(tmp_path_factory, data) -> None:
    """Lines lost, doubled and scrambled: there is an answer for every route that is left."""
    root = tmp_path_factory.mktemp("server")
    changed = dict(TEXTS)
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(changed)))
        lines = changed[name].splitlines() or [""]
        at = data.draw(st.integers(0, len(lines) - 1))
        other = data.draw(st.sampled_from(lines))
        lines[at : at + 1] = data.draw(
            st.sampled_from([[], [other], [other, lines[at]], [re.sub(r"\W", "", lines[at])], [lines[at][::-1]]])
        )
        changed[name] = "\n".join(lines) + "\n"
    for endpoint, server in served(write(root, changed), built_in()).items():
        assert server.route == "present" or "?" in endpoint  # a prefix that nobody can tell any more
        assert set(server.claims) == {"pg-cached", "not-string-resolve"}
