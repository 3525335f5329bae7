"""The address of a repository as it is shown: without credentials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.source.remotes import public_remote


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("git@github.com:a/b.git", "https://github.com/a/b"),
        ("ssh://git@github.com:22/a/b.git/", "https://github.com/a/b"),
        ("https://me:p@ss@host.org:8443/a/b?token=x#y", "https://host.org:8443/a/b"),
        ("https://ghp_token@GitHub.com/a/b", "https://github.com/a/b"),
        ("git://host/a.git", "https://host/a"),
        ("/srv/git/a", None),
        ("../a", None),
        ("file:///srv/a", None),
        ("C:\\repos\\a", None),
        ("C:/repos/a", None),
        ("https://host/a\nb", None),
        ("", None),
    ],
)
def test_remotes_are_shown_without_credentials(url: str, shown: str | None) -> None:
    assert public_remote(url) == shown


_WORD = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1)


@given(_WORD, st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="/?#"), min_size=1))
def test_a_secret_is_never_shown(user: str, secret: str) -> None:
    for scheme in ("https", "ssh", "HTTP"):
        shown = public_remote(f"{scheme}://{user}:{secret}@example.org/a/b.git?token={secret}")
        assert shown in {"https://example.org/a/b", "http://example.org/a/b"}
