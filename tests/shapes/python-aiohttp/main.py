# aiohttp: a session with a base, and one without.
import os

import aiohttp


async def show(item_id: int) -> str:
    async with aiohttp.ClientSession(os.environ["ACME_URL"]) as session:
        async with session.get(f"/items/{item_id}") as response:  # expect: request GET /items/{}
            return await response.text()


async def add(session: aiohttp.ClientSession) -> None:
    await session.post(f"{os.environ['ACME_URL']}/items", json={})  # expect: request POST /items
    await session.post(f"{os.environ['OTHER_URL']}/items", json={})  # ok: another service
