# A connection to the service's own database, and to the project's.
import os

import psycopg
import psycopg2
from psycopg import connect as open_database

URL = os.environ["ACME_DATABASE_URL"]

with psycopg.connect(URL, autocommit=True) as connection:  # expect: database ACME_DATABASE_URL
    connection.execute("select 1")  # ok: opened above
legacy = psycopg2.connect(dsn=URL)  # expect: database ACME_DATABASE_URL
named = open_database(os.environ["ACME_DATABASE_URL"])  # expect: database ACME_DATABASE_URL
own = psycopg.connect(os.environ["DATABASE_URL"])  # ok: the project's own database
print(URL.split("@")[-1])  # ok: a log line
