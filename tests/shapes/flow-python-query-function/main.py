# Functions and methods that send what they are given as SQL, parameters in a list or one by one.
import os

import asyncpg
import httpx
import psycopg

connection = psycopg.connect(os.environ["DB_URL"])


def query(sql, params=()):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


class Database:
    def __init__(self, pool):
        self.pool = pool

    async def fetch(self, sql, *args):
        async with self.pool.acquire() as one:
            return await one.fetch(sql, *args)


def load():
    return httpx.get(f"{os.environ['ACME_URL']}/items/1").json()  # expect: request GET /items/1


async def main():
    found = load()
    query("UPDATE items SET title = %s", (found["title"],))  # sink: database items.title
    for row in query("SELECT id, title FROM items"):
        print(row[1])  # sink: log
        print(row[0])  # ok: another column
    database = Database(await asyncpg.create_pool(os.environ["DB_URL"]))
    await database.fetch("UPDATE notes SET body = $1 WHERE id = $2", found["body"], 1)  # sink: database notes.body
    for row in await database.fetch("SELECT id, body FROM notes WHERE id = $1", 3):
        print(row["body"])  # sink: log
        print(row["id"])  # ok: another column
