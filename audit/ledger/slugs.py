"""File names for decisions: safe on every file system, the same for the same words."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

LONGEST = 80
"""Characters of a name without `.toml`."""
_RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))))


def slug(words: str) -> str:
    """Lower-case letters, digits and single hyphens: `getRelease` is `get-release`.

    Different words may give the same slug; what a decision is about stands inside its file.
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    parted = re.sub(r"([a-z0-9])([A-Z])|([A-Z]+)([A-Z][a-z])", r"\1\3-\2\4", plain)
    made = re.sub(r"[^a-z0-9]+", "-", parted.lower()).strip("-")
    if not made:
        return f"decision-{_digest(words)}"
    made = made if len(made) <= LONGEST else f"{made[: LONGEST - 7].rstrip('-')}-{_digest(words)}"
    return f"{made}-decision" if made in _RESERVED else made


def file_name(subject: str, words: Iterable[str] = ()) -> str:
    """`get-release.toml`, or `get-release--library-tracks.toml` for a decision about some sites."""
    aside = "-".join(words)
    return f"{slug(subject)}--{slug(aside)}.toml" if aside else f"{slug(subject)}.toml"


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode(errors="backslashreplace")).hexdigest()[:6]
