# asyncpg: statements as texts, with rows as records.
import os

import asyncpg
import httpx
from fastapi import FastAPI

app = FastAPI()


async def store(item_id: int):
    pool = await asyncpg.create_pool(os.environ["DB_URL"])
    item = httpx.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1
    await pool.execute("UPDATE items SET title = $1 WHERE id = $2", item["title"], item_id)  # sink: database items.title
    await pool.execute("UPDATE items SET note = $1 WHERE id = $2", "seen", item_id)  # ok: a text of its own


@app.post("/items/{item_id}")
async def stored(item_id: int):
    await store(item_id)
    return {}


@app.get("/titles")
async def titles():
    pool = await asyncpg.create_pool(os.environ["DB_URL"])
    async with pool.acquire() as connection:
        rows = await connection.fetch("SELECT title FROM items")
    return [row["title"] for row in rows]  # sink: http GET /titles


@app.get("/title")
async def title():
    connection = await asyncpg.connect(os.environ["DB_URL"])
    row = await connection.fetchrow("SELECT id, title FROM items WHERE id = 1")
    return {"title": row["title"]}  # sink: http GET /title


@app.get("/notes")
async def notes():
    connection = await asyncpg.connect(os.environ["DB_URL"])
    return await connection.fetchval("SELECT note FROM items WHERE id = 1")  # ok: another column
