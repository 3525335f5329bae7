# Rows that a comprehension leaves out, or that are not put into a list; beside each one that leaves out others.
import os

import requests
from sqlalchemy import create_engine, text

engine = create_engine(os.environ["DB_URL"])
BASE = os.environ["ACME_URL"]


def lists():
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, remote, title, withheld FROM items")).all()
        listed = [row for row in rows if not row.withheld]
        for row in listed:
            requests.get(f"{BASE}/a/{row.id}")  # expect: request GET /a/{} ; gate: guard
        for row in [row for row in rows if row.withheld]:
            requests.get(f"{BASE}/b/{row.id}")  # expect: request GET /b/{} ; gate: none
        for row in [row for row in rows if not row.withheld or row.title]:
            requests.get(f"{BASE}/c/{row.id}")  # expect: request GET /c/{} ; gate: none
        for number in [row.id for row in rows if row.title if not row.withheld]:
            requests.get(f"{BASE}/d/{number}")  # expect: request GET /d/{} ; gate: guard
        for row in (row for row in rows if not row.withheld):
            requests.get(f"{BASE}/e/{row.id}")  # expect: request GET /e/{} ; gate: guard
        for row in [rows[0] for row in rows if not row.withheld]:
            requests.get(f"{BASE}/f/{row.id}")  # expect: request GET /f/{} ; gate: none
        [requests.get(f"{BASE}/g/{row.id}") for row in rows if not row.withheld]  # expect: request GET /g/{} ; gate: guard
        [requests.get(f"{BASE}/h/{row.id}") for row in rows if row.withheld]  # expect: request GET /h/{} ; gate: none
        opened, told = [], []
        for row in rows:
            if not row.withheld:
                opened.append(row)
            if row.title:
                told.append(row)
        for row in opened:
            requests.get(f"{BASE}/i/{row.id}")  # expect: request GET /i/{} ; gate: guard
        for row in told:
            requests.get(f"{BASE}/j/{row.id}")  # expect: request GET /j/{} ; gate: none


def sets():
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, remote, title, withheld FROM items")).all()
        hidden = {row.id for row in rows if row.withheld}
        some = {row.id for row in rows if row.withheld and row.title}
        for row in rows:
            if row.id not in hidden:
                requests.get(f"{BASE}/k/{row.id}")  # expect: request GET /k/{} ; gate: guard
            if row.id in hidden:
                requests.get(f"{BASE}/l/{row.id}")  # expect: request GET /l/{} ; gate: none
            if row.id not in some:
                requests.get(f"{BASE}/m/{row.id}")  # expect: request GET /m/{} ; gate: none
            if row.remote not in hidden:
                requests.get(f"{BASE}/n/{row.id}")  # expect: request GET /n/{} ; gate: none
            if rows[0].id not in hidden:
                requests.get(f"{BASE}/o/{row.id}")  # expect: request GET /o/{} ; gate: none


lists()
sets()
