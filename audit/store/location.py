"""Where facts are kept: in the user's cache folder, never in what is audited."""

# Plain strings: pathlib would be imported for two joins.
# ruff: noqa: PTH111, PTH117, PTH118, PTH100

import os
from collections.abc import Mapping
from typing import NamedTuple

_OWN = "UNGATED_CACHE_DIR"
_FILE = "facts-1.sqlite"  # the number is that of the layout of the database


class NoPlace(NamedTuple):
    """There is nowhere to keep facts; `why` is one sentence."""

    why: str


def cache_file(environment: Mapping[str, str], platform: str, root: str) -> str | NoPlace:
    """The file to keep facts in; `platform` as in `sys.platform`. UNGATED_CACHE_DIR names another folder."""
    folder = _folder(environment, platform)
    if not os.path.isabs(folder):
        return NoPlace(f"Facts are not kept between runs: there is no cache folder; set {_OWN}.")
    if _inside(folder, root):
        return NoPlace(f"Facts are not kept between runs: the cache folder lies in the audited tree; set {_OWN}.")
    return os.path.join(folder, _FILE)


def nothing_kept(environment: Mapping[str, str], platform: str) -> bool:
    """Is it certain that no run has kept anything yet, of any tree?"""
    return not os.path.exists(os.path.join(_folder(environment, platform), _FILE))  # noqa: PTH110


def _folder(environment: Mapping[str, str], platform: str) -> str:
    own = environment.get(_OWN)
    if own:
        return os.path.abspath(os.path.expanduser(own))
    if platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
    elif platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = environment.get("XDG_CACHE_HOME", "")
        # The specification has relative paths ignored.
        base = base if os.path.isabs(base) else os.path.expanduser("~/.cache")
    return os.path.join(base, "ungated")


def _inside(folder: str, root: str) -> bool:
    one, other = (os.path.normcase(os.path.realpath(path)) for path in (folder, root))
    return one == other or one.startswith(os.path.join(other, ""))
