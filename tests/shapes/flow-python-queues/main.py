# Queues of threads and of tasks: what one puts comes out for who gets it, and of another queue nothing.
import asyncio
import os
import queue
from threading import Thread

import requests

waiting = queue.Queue()
others = queue.SimpleQueue()


def load(number: int):
    return requests.get(os.environ["ACME_URL"] + f"/items/{number}").json()  # expect: request GET /items/{}


def work():
    while True:
        print(waiting.get())  # sink: log ; proven: log
        waiting.task_done()


def work_apart():
    print(others.get())  # ok: another queue


Thread(target=work).start()
Thread(target=work_apart).start()
waiting.put(load(1)["title"])
others.put("done")


async def tasks():
    told = asyncio.Queue()
    await told.put(load(3)["title"])
    print(await told.get())  # sink: log ; proven: log


asyncio.run(tasks())
