"""GitHub-flavoured Markdown as a real parser reads it: its text, its links, its elements and its tables."""

from __future__ import annotations

import json
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).parent
NODE = shutil.which("node")


class Parser:
    """micromark with GitHub's extensions, in a process of its own that answers until it is closed."""

    def __init__(self) -> None:
        self._child = subprocess.Popen(
            [NODE, HERE / "gfm.mjs"],
            cwd=HERE / "node",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def html(self, markdown: str) -> str:
        self._child.stdin.write(json.dumps(markdown).encode() + b"\n")
        self._child.stdin.flush()
        return json.loads(self._child.stdout.readline())

    def read(self, markdown: str) -> Read:
        read = Read()
        read.feed(self.html(markdown))
        read.close()
        return read

    def close(self) -> None:
        self._child.stdin.close()
        self._child.stdout.close()
        self._child.wait()


class Read(HTMLParser):
    """The finished HTML: its text, its elements, where its links lead, and the cells of its tables, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.links: list[str] = []
        self.rows: list[list[str]] = []
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_cell:
            self.rows[-1][-1] += data
