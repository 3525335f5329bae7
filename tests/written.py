"""Small trees written for one test, and the report on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit import pipeline
from tests.trees import write

if TYPE_CHECKING:
    from pathlib import Path

    from audit.model import Access, Report, Subject

RULES = """version = 1
name = "written"
title = "Written for a test"

[client]
modules = ["acme.ts"]
audited = ["getItem"]
gated = ["lookupItem"]
transport = ["send"]
limiters = ["*.run"]
stated = "outside the gate"
label = "caller"

[service]
url_env = ["ACME_URL"]

[gate]
flags = ["withheld"]
columns = ["items.withheld"]

[scope]
test = ["**/*.test.*"]
"""
CLIENT = """
type Options = { withheld?: boolean; caller?: string };
const send = (path: string, init?: RequestInit) => fetch(process.env.ACME_URL + path, init);
export const getItem = (id: number, options: Options = {}) => send(`/items/${id}`);
export const lookupItem = (name: string, options: Options = {}) => (options.withheld ? 0 : send('/lookup'));
"""


def written(root: Path, files: dict[str, str], rules: str = RULES) -> Report:
    """The report on these files; `acme.ts`, the client, is there unless the files bring one."""
    write(root, {"acme.ts": CLIENT, "ungated.toml": rules, **files})
    return pipeline.report(str(root), cache=False, paths=False)


def subject(report: Report, name: str) -> Subject:
    """The subject of a name."""
    return next(one for one in report.subjects if one.id == name)


def uses(report: Report, name: str = "") -> list[Access]:
    """The accesses through the client outside of it, of one subject or of all."""
    wanted = (one for one in report.accesses if one.scope != "client" and one.kind in ("call", "reference"))
    return [one for one in wanted if name in ("", one.subject)]
