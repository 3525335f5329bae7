"""Commands run on a repository of the sample, and edits of it."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from audit.cli.app import app

SERVICE = "apps/backend/services/library.service.ts"
PROXY = "apps/backend/controllers/proxy.controller.ts"
CONSUMER = "jobs/library-identity-consumer"
NEW_CALL = "\nexport const another = async (id: number) => (await getRelease(id)).title;\n"


def ungated(*arguments):
    """Run a command in this process."""
    return CliRunner().invoke(app, [*map(str, arguments)])


def check(root, *options, base="HEAD"):
    """The findings of a check in JSON, of a change since `base` or of the whole tree; the exit code says the same."""
    wanted = ("--base", base) if base else ()
    shown = ungated("check", root, "--format", "json", *wanted, *options)
    assert shown.exit_code in (0, 1), shown.stderr
    findings = json.loads(shown.stdout)["findings"]
    assert shown.exit_code == any(one["level"] == "error" for one in findings)
    return findings


def rules(findings):
    """The rules that were broken, in the order of the findings."""
    return [one["rule"] for one in findings]


def append(root, path, text):
    """Put text behind the end of a file."""
    (root / path).write_text((root / path).read_text() + text)


def decide(root, subject, *options):
    """Record a decision; what the command says."""
    shown = ungated("decide", subject, root, "--because", "It is meant.", "--today", "2026-05-01", *options)
    assert shown.exit_code == 0, shown.stderr
    return shown.stdout


def move(repo):
    """Move a handler that reaches the service to a file of its own."""
    text = (repo / PROXY).read_text()
    start = text.index("export const resolveEntity")
    end = text.index("};", start) + 3
    (repo / PROXY).write_text(text[:start] + "export { resolveEntity } from './entity.controller.js';\n" + text[end:])
    head = (
        "import type { RequestHandler } from 'express';\nimport { lmlResolveEntity } from '../services/lml/index.js';\n"
    )
    (repo / "apps/backend/controllers/entity.controller.ts").write_text(head + text[start:end])
