# Clients of databases for asyncio.
import os

import aiopg
from motor.motor_asyncio import AsyncIOMotorClient

URL = os.environ["ACME_DATABASE_URL"]
OTHER = os.environ["OTHER_URL"]


async def opened():
    pool = await aiopg.create_pool(URL)  # expect: database ACME_DATABASE_URL
    mongo = AsyncIOMotorClient(URL)  # expect: database ACME_DATABASE_URL
    other = AsyncIOMotorClient(OTHER)  # ok: another database
    return pool, mongo, other
