"""Which folders a file declares as workspaces: package.json, pnpm-workspace.yaml, lerna.json."""

import re
from collections.abc import Callable

from audit.link.questions import jsonc

_ITEM = re.compile(r"""^\s*-\s+(?:'([^']*)'|"([^"]*)"|([^#]*?))\s*(?:\s#.*)?$""")
_FLOW_ITEM = re.compile(r"""'([^']*)'|"([^"]*)"|([^\s,\[\]'"][^,\[\]]*)""")


def of_manifest(data: jsonc.Json) -> tuple[str, ...]:
    """The globs of a package.json: `workspaces: […]` or `workspaces: {packages: […]}`."""
    declared = data.get("workspaces")
    return jsonc.strings(declared.get("packages") if isinstance(declared, dict) else declared)


def of_lerna(text: str) -> tuple[str, ...]:
    """The globs of a lerna.json; ValueError when it cannot be read."""
    return jsonc.strings(jsonc.read(text).get("packages"))


def of_pnpm(text: str) -> tuple[str, ...]:
    """The globs of a pnpm-workspace.yaml: its top-level `packages:` list, in block or flow style."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        key, colon, rest = line.partition(":")
        if colon and key.strip("'\" ") == "packages" and not line.startswith(" "):
            rest = rest.strip()
            if rest.startswith("["):
                return _flow("\n".join([rest, *lines[number + 1 :]]))
            return _block(lines[number + 1 :])
    return ()


def _block(lines: list[str]) -> tuple[str, ...]:
    globs = []
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item = _ITEM.match(line)
        if item is None:
            break
        globs.append(item[1] or item[2] or item[3] or "")
    return tuple(glob for glob in globs if glob)


def _flow(text: str) -> tuple[str, ...]:
    inner = text[1:].partition("]")[0]
    inner = "\n".join(line for line in inner.splitlines() if not line.lstrip().startswith("#"))
    return tuple((item[1] or item[2] or item[3] or "").strip() for item in _FLOW_ITEM.finditer(inner))


DECLARATIONS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "pnpm-workspace.yaml": of_pnpm,
    "lerna.json": of_lerna,
}
