"""Configs that a framework writes itself and nobody commits: what they say is the same in every tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.link.questions import jsonc

_NUXT = {
    **{f"{name}/*": ["../app/*", "../*"] for name in ("~", "@")},
    **{f"{name}/*": ["../*"] for name in ("~~", "@@")},
    "#shared/*": ["../shared/*"],
}
_PATHS: dict[str, dict[str, list[str]]] = {
    ".svelte-kit/tsconfig.json": {"$lib": ["../src/lib"], "$lib/*": ["../src/lib/*"]},
    **{f".nuxt/tsconfig{part}.json": _NUXT for part in ("", ".app", ".server", ".shared")},
}


def written(path: str) -> jsonc.Json | None:
    """What a framework writes into the config at a path; None for others."""
    paths = _PATHS.get("/".join(path.rsplit("/", 2)[-2:]))
    return {"compilerOptions": {"paths": paths}} if paths is not None else None
