"""What the programs use besides the language."""

import functools
from dataclasses import dataclass, field


def yes():
    return len("x") == 1


def no():
    return len("x") == 2


def ident(x):
    return x


async def aident(x):
    return x


class Box:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value

    def put(self, x):
        self.value = x

    @classmethod
    def of(cls, x):
        return cls(x)

    @property
    def shown(self):
        return self.value


class SubBox(Box):
    def __init__(self, x, y):
        super().__init__(x)
        self.other = y


@dataclass
class Pair:
    k: object
    j: object = None
    more: list = field(default_factory=list)


def apply(f, x):
    return f(x)


def later(x):
    return lambda: x


def curry(x):
    def inner(y):
        return x

    return inner


def gen(x):
    yield x


async def agen(x):
    yield x


async def collect(xs):
    return [x async for x in xs]


def pick_first(x, y):
    return x


def swap(o):
    return {"a": o["b"], "b": o["a"]}


def attempt(f, fallback):
    try:
        return f()
    except ValueError:
        return fallback


async def retry(f):
    for _ in range(3):
        try:
            return await f()
        except ValueError:
            continue
    raise RuntimeError("gave up")


def fill(o, x):
    o["k"] = x


def make_plain():
    return {"title": "c", "artist": "c", "tags": ["c"], "cover": {"url": "c", "size": "c"}}


def with_title(x, title):
    return {**x, "title": title}


def make_item(title, artist):
    return {"title": title, "artist": artist, "tags": [], "cover": {"url": "c", "size": "c"}}


def only_cover(x):
    return {"title": "c", "artist": "c", "tags": [], "cover": x["cover"]}


def get_title(x):
    return x["title"]


def pluck(x, key):
    return x[key]


def describe(x):
    title, artist = x["title"], x["artist"]
    return f"{title} by {artist}"


def traced(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        return f(*args, **kwargs)

    return inner


@traced
def traced_ident(x):
    return x


class Ctx:
    def __init__(self, x):
        self.x = x

    def __enter__(self):
        return self.x

    def __exit__(self, *args):
        return False


def star(*xs):
    return xs[0]


def keyed(*, k, j=None):
    return k


def options(**kw):
    return kw["k"]


class FailedError(Exception):
    def __init__(self, detail):
        super().__init__("failed")
        self.detail = detail


def fold(xs):
    last = xs[0]
    for x in xs:
        last = x
    return last
