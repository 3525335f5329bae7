# Pools, other clients, and connections by way of helpers and spread options.
import os

import databases
import psycopg
import pymongo
import redis
from psycopg2.pool import ThreadedConnectionPool
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

URL = os.environ["ACME_DATABASE_URL"]
OTHER = os.environ["OTHER_URL"]


def attempt(run, *args):
    return run(*args)


pool = ThreadedConnectionPool(1, 5, dsn=URL)  # expect: database ACME_DATABASE_URL
database = databases.Database(URL)  # expect: database ACME_DATABASE_URL
mongo = pymongo.MongoClient(URL)  # expect: database ACME_DATABASE_URL
cache = redis.Redis.from_url(URL)  # expect: database ACME_DATABASE_URL
engine = create_engine(make_url(URL))  # expect: database ACME_DATABASE_URL
connection = attempt(psycopg.connect, URL)  # expect: database ACME_DATABASE_URL through main.py:17
shown = attempt(print, URL)  # ok: it only prints
spread = psycopg.connect(**{"conninfo": URL})  # expect: database ACME_DATABASE_URL
other = psycopg.connect(**{"conninfo": OTHER, "application_name": URL})  # ok: another database
