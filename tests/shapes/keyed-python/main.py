# What selects the answer of a script's request: a row that a cursor gives, by position or by name, also kept in an object
# on the way; a constant; the environment alone.
import os
import sys
import urllib.request
from dataclasses import dataclass

import psycopg
from psycopg.rows import dict_row

BASE = os.environ["ACME_URL"]
OWN = os.environ["OWN_DATABASE_URL"]


@dataclass
class Row:
    item_id: int
    serial: str
    title: str = ""


def by_position() -> None:
    with psycopg.connect(OWN) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT i.id, i.serial FROM items i WHERE i.serial <> %s", ("",))
        for row in cursor.fetchall():
            urllib.request.urlopen(f"{BASE}/items/{row[1]}")  # expect: request GET /items/{} ; keyed: catalogue-row items.serial


def unpacked() -> None:
    with psycopg.connect(OWN) as connection:
        found = connection.execute("SELECT p.heard, v.name FROM plays p JOIN venues v ON v.id = p.venue_id").fetchall()
    for heard, name in found:
        urllib.request.urlopen(f"{BASE}/heard/{heard}")  # expect: request GET /heard/{} ; keyed: other-row plays.heard
        urllib.request.urlopen(f"{BASE}/venues/{name}")  # expect: request GET /venues/{} ; keyed: other-row venues.name


def one_row() -> None:
    with psycopg.connect(OWN) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*), max(i.serial) FROM items i")
        count, newest = cursor.fetchone()
        print(count)
        urllib.request.urlopen(f"{BASE}/items/{newest}")  # expect: request GET /items/{} ; keyed: catalogue-row items.serial


def by_name() -> None:
    with psycopg.connect(OWN) as connection, connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute("SELECT i.serial AS code, i.title FROM items i")
        for row in cursor.fetchmany(50):
            urllib.request.urlopen(f"{BASE}/items/{row['code']}")  # expect: request GET /items/{} ; keyed: catalogue-row items.serial


def by_loop() -> None:
    with psycopg.connect(OWN) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT i.serial FROM items i")
        for (serial,) in cursor:
            urllib.request.urlopen(f"{BASE}/loop/{serial}")  # expect: request GET /loop/{} ; keyed: unknown


def listed() -> None:
    with psycopg.connect(OWN) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT i.serial, i.title FROM items i")
        rows = [Row(item_id=0, serial=row[0], title=row[1]) for row in cursor.fetchall()]
    for row in rows:
        urllib.request.urlopen(f"{BASE}/items/{row.serial}")  # expect: request GET /items/{} ; keyed: catalogue-row items.serial
    for row in [Row(item_id=number, serial="a") for number in (1, 2)]:
        urllib.request.urlopen(f"{BASE}/tries/{row.item_id}")  # expect: request GET /tries/1 ; expect: request GET /tries/2 ; keyed: constant


def without_flagged() -> None:
    with psycopg.connect(OWN) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT i.serial FROM items i WHERE NOT i.withheld")
        for (serial,) in cursor.fetchall():
            urllib.request.urlopen(f"{BASE}/open/{serial}")  # expect: request GET /open/{} ; gate: filter ; keyed: catalogue-row items.serial
        cursor.execute("SELECT i.serial FROM items i WHERE i.withheld")
        for (serial,) in cursor.fetchall():
            urllib.request.urlopen(f"{BASE}/shut/{serial}")  # expect: request GET /shut/{} ; gate: none ; keyed: catalogue-row items.serial


def candidates(connection) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT v.id, v.name FROM venues v")
        cursor.fetchall()
        cursor.execute("SELECT i.id, i.serial FROM items i")
        rows = cursor.fetchall()
    found: list[Row] = []
    for row in rows:
        item_id, serial = row
        found.append(Row(item_id=item_id, serial=serial))
    return found


class Client:
    def __init__(self, base: str) -> None:
        self.base = base.rstrip("/")

    def item(self, serial: str) -> bytes:
        request = urllib.request.Request(f"{self.base}/items/{serial}")
        with urllib.request.urlopen(request) as response:  # expect: request GET /items/{} ; keyed: catalogue-row items.serial
            return response.read()


def fill(rows: list[Row], client: Client) -> None:
    for _, row in enumerate(rows, start=1):
        row.title = client.item(row.serial).decode()


def main() -> None:
    by_position()
    unpacked()
    one_row()
    by_name()
    by_loop()
    listed()
    without_flagged()
    with psycopg.connect(OWN) as connection:
        rows = candidates(connection)
    fill(rows, Client(os.environ["ACME_URL"]))
    urllib.request.urlopen(f"{BASE}/items/7")  # expect: request GET /items/7 ; keyed: constant


if __name__ == "__main__":
    sys.exit(main())
