"""The document around data, style and script, and the policy that lets nothing else in."""

import base64
import hashlib
from importlib.resources import files
from typing import Final

from audit.model import Report
from reports.escapes import html, json_in_html
from reports.html.data import page_data
from reports.safe import safe_terminal
from reports.words import sentences

STYLES: Final = ("base.css", "list.css", "views.css", "walk.css", "print.css")
SCRIPTS: Final = (
    "words.js",
    "dom.js",
    "report.js",
    "tokens.js",
    "chips.js",
    "merge.js",
    "layers.js",
    "draw.js",
    "filter.js",
    "list.js",
    "facts.js",
    "overview.js",
    "subject.js",
    "ends.js",
    "walk.js",
    "access.js",
    "main.js",
)
"""In this order they are one script; a part may use at once what stands in the parts before it."""

_POLICY: Final = (
    "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
    "script-src 'sha256-{script}'; style-src 'sha256-{style}'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""No request of any kind, no script but ours, and no assignment of HTML even by ours."""

_DOCUMENT: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<noscript>This page needs JavaScript: it draws what it carries, and loads nothing.</noscript>
<script type="application/json" id="report">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def to_html(report: Report) -> str:
    """The report as one HTML file without any request; the same report gives the same text.

    What stands in the report is carried as JSON, and shown through `textContent` alone.
    """
    style, script = _style(), _script()
    return _DOCUMENT.format(
        policy=_POLICY.format(script=_digest(script), style=_digest(style)),
        title=html(safe_terminal(sentences.title(report))),
        style=style,
        data=json_in_html(page_data(report)),
        script=script,
    )


def _style() -> str:
    return "\n" + "".join(map(_part, STYLES))


def _script() -> str:
    parts = "".join(map(_part, SCRIPTS))
    return f"\n(() => {{\n'use strict';\n{parts}}})();\n"


def _part(name: str) -> str:
    return files("reports.html").joinpath("parts", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
