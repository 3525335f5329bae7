# What a script fetches: kept in objects, written into rows of a list, to files, a database, another service, logs.
import csv
import json
import logging
import os
import re
import urllib.request
from dataclasses import dataclass

import psycopg

logger = logging.getLogger("shape")
SPACES = re.compile(r"\s+")


@dataclass
class Row:
    item_id: int
    title: str = ""
    note: str = ""


class Client:
    def __init__(self, base: str) -> None:
        self.base = base

    def item(self, item_id: int):
        """The item and a note; the note of an answer is empty."""
        request = urllib.request.Request(f"{self.base}/items/{item_id}")
        with urllib.request.urlopen(request) as response:  # expect: request GET /items/{} ; reach: stores
            return json.loads(response.read()), ""


def fill(rows: list, client: Client) -> None:
    for _, row in enumerate(rows, start=1):
        payload, note = client.item(row.item_id)
        row.title, row.note = SPACES.sub(" ", payload["title"]), note
        if not row.title:
            logger.info("no title for %s", row.item_id)  # ok: what is logged is ours


def write(rows: list, path: str) -> None:
    with open(path, "w") as handle:
        writer = csv.writer(handle)
        for row in rows[:10]:
            writer.writerow([row.item_id, row.title])  # sink: file
    with open(path + ".ids", "w") as handle:
        handle.write("\n".join(str(row.item_id) for row in rows))  # ok: not what was fetched


def store(rows: list) -> None:
    with psycopg.connect(os.environ["OWN_DATABASE_URL"]) as connection, connection.cursor() as cursor:
        for row in rows:
            cursor.execute("UPDATE items SET title = %s WHERE id = %s", (row.title, row.item_id))  # sink: database items.title


def main() -> None:
    rows = [Row(1), Row(2)]
    fill(rows, Client(os.environ["ACME_URL"]))
    write(rows, "out.csv")
    store(rows)
    print([row.title for row in rows])  # sink: log


if __name__ == "__main__":
    main()
