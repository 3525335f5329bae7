# Newer syntax around a request: match, walrus, decorators, type parameters, nested functions, try with `except*`.
import os
from urllib.request import urlopen

BASE = os.environ["ACME_URL"]

type Url = str


def load[T](kind: T) -> T:
    match kind:
        case "one" | "two":
            urlopen(f"{BASE}/match")  # expect: request GET /match
        case {"url": str(url)} if urlopen(f"{BASE}/guard"):  # expect: request GET /guard
            urlopen(url)  # ok: whatever was given
    try:
        assert (answer := urlopen(f"{BASE}/walrus"))  # expect: request GET /walrus
    except* OSError:
        raise

    @retry(urlopen(f"{BASE}/decorator"))  # expect: request GET /decorator
    def inner(default=urlopen(f"{BASE}/default")):  # expect: request GET /default
        return f"{urlopen(f'{BASE}/nested')!r:>{10}}", default, answer  # expect: request GET /nested

    return inner()


def retry(_: object):
    return lambda function: function
