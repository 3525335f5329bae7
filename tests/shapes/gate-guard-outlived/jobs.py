# Python's loops and comprehensions have one name for all rounds; a default value is taken when the function is made.
import os

import httpx
import psycopg

conn = psycopg.connect(os.environ["DB_URL"])
jobs = []


def rows():
    return conn.execute("SELECT id, withheld FROM items").fetchall()


def last():
    for row in rows():
        if row["withheld"]:
            continue
        jobs.append(lambda: httpx.get(f"{os.environ['ACME_URL']}/items/{row['id']}"))  # expect: request GET /items/{} ; gate: none


def each():
    for row in rows():
        if row["withheld"]:
            continue
        jobs.append(lambda row=row: httpx.get(f"{os.environ['ACME_URL']}/items/{row['id']}"))  # expect: request GET /items/{} ; gate: guard


def at_once():
    for row in rows():
        if row["withheld"]:
            continue

        def send():
            return httpx.get(f"{os.environ['ACME_URL']}/items/{row['id']}")  # expect: request GET /items/{} ; gate: guard

        send()


def listed():
    jobs.extend([lambda: httpx.get(f"{os.environ['ACME_URL']}/items/{row['id']}") for row in rows() if not row["withheld"]])  # expect: request GET /items/{} ; gate: late


last(); each(); at_once(); listed()
for job in jobs:
    job()
