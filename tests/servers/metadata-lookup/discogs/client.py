from __future__ import annotations

from functools import partial

import httpx

BASE = "https://api.discogs.com"


class DiscogsClient:
    def __init__(self, token: str | None) -> None:
        self._token = token
        self._http: httpx.AsyncClient | None = None

    async def _client(self) -> httpx.AsyncClient:
        if self._http is None:
            self._http = httpx.AsyncClient(base_url=BASE)
        return self._http

    async def _request(self, method: str, path: str, params: dict | None = None) -> httpx.Response:
        client = await self._client()
        return await client.request(method, path, params=params)

    async def release(self, release_id: int) -> dict:
        response = await self._request("GET", f"/releases/{release_id}")  # sink: discogs-by-id
        return response.json()

    async def artist(self, artist_id: int) -> dict:
        get = partial(self._request, "GET", f"/artists/{artist_id}")  # sink: discogs-by-id
        response = await get()
        return response.json()

    async def search(self, **params: str) -> dict:
        response = await self._request("GET", "/database/search", params=params)  # sink: discogs-string-search
        return response.json()

    async def close(self) -> None:
        if self._http:
            await self._http.aclose()
