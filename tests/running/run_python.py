"""Runs programs: `python run_python.py FOLDER` prints for each module of `app` what of the item its handler has
answered, or why it could not. The client gives an item whose texts say what they are.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

ITEM = {"id": 7, "title": "QTITLE", "artist": "QARTIST", "tags": ["QTAGS"], "cover": {"url": "QURL", "size": "QSIZE"}}


class Response:
    """What a request of the client is answered."""

    def json(self) -> Any:
        return json.loads(json.dumps(ITEM))


class Router:
    """Leaves handlers as they are."""

    def get(self, _: str) -> Any:
        return lambda handler: handler


def _stub(name: str, **members: Any) -> None:
    sys.modules[name] = ModuleType(name)
    vars(sys.modules[name]).update(members)


def _answered(name: str) -> list[str] | str:
    try:
        answer = asyncio.run(importlib.import_module(f"app.{name}").show())
    except Exception as error:  # noqa: BLE001 - whatever a program does
        return repr(error)
    return sorted(set(re.findall("Q(?:TITLE|ARTIST|TAGS|URL|SIZE)", json.dumps(answer).upper())))


if __name__ == "__main__":
    os.environ["ACME_URL"] = "http://acme.example"
    sys.path.insert(0, sys.argv[1])
    _stub("httpx", get=lambda *_: Response())
    _stub("fastapi", APIRouter=Router)
    _stub("fastapi.responses", JSONResponse=lambda body: body)
    for path in sorted(Path(sys.argv[1], "app").glob("p[0-9]*.py")):
        sys.stdout.write(json.dumps([path.name, _answered(path.stem)]) + "\n")
