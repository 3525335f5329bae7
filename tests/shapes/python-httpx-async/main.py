# The asynchronous client: awaited, streamed, made by a helper, gathered.
import asyncio
import os

import httpx


def make_client() -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=os.environ["ACME_URL"], timeout=5)


async def show(ids: list[int]) -> list:
    async with make_client() as client:
        one = await client.get("/health")  # expect: request GET /health
        all_of_them = await asyncio.gather(*[client.get(f"/items/{i}") for i in ids])  # expect: request GET /items/{}
        async with client.stream("GET", "/events") as events:  # expect: request GET /events
            return [one, all_of_them, [line async for line in events.aiter_lines()]]


async def elsewhere(client: httpx.AsyncClient) -> httpx.Response:
    return await client.get("https://other.example/health")  # ok: another host
