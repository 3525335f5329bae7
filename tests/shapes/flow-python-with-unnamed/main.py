# What `with` enters without a name runs code of its class, too; that of unknown code is lost.
import os

import requests
from acme_timers import timer


class Noted:
    def __init__(self, title):
        self.title = title

    def __enter__(self):
        return self

    def __exit__(self, *_):
        print(self.title)  # sink: log ; proven: log


class Quiet(Noted):
    def __exit__(self, *_):
        print("left")  # ok: nothing of the item


class Task(Noted):
    async def __aenter__(self):
        print(self.title)  # sink: log ; proven: log

    async def __aexit__(self, *_):
        return None


def load(number: int):
    return requests.get(os.environ["ACME_URL"] + f"/items/{number}").json()  # expect: request GET /items/{}


async def main():
    with Noted(load(1)["title"]):
        pass
    with Quiet(load(2)["title"]):
        pass
    async with Task(load(3)["title"]):
        pass
    with timer(load(4)["title"]):  # escape: unmodelled-code
        pass
    with timer(load(5)["title"]) as _:  # escape: unmodelled-code
        pass
    with timer(load(6)["title"]) as timed:
        print(timed)  # sink: log ; possible: log


if __name__ == "__main__":
    import asyncio

    asyncio.run(main())
