# Sessions of other packages that are those of requests, with more to them; and of one that is not known.
import os

from authlib.integrations.httpx_client import AsyncOAuth2Client
from cachecontrol import CacheControl
from requests import Session
from requests_cache import CachedSession
from requests_ratelimiter import LimiterSession
from requests_toolbelt.sessions import BaseUrlSession
from vendor_http import Pool, pooled

BASE = os.environ["ACME_URL"]

limited = LimiterSession(per_second=5)
cached = CachedSession("items")
kept = CacheControl(Session())
based = BaseUrlSession(base_url=BASE)
unknown = Pool(size=3)
made = pooled()


def load():
    one = limited.get(f"{BASE}/limited").json()  # expect: request GET /limited
    two = cached.post(f"{BASE}/cached").json()  # expect: request POST /cached
    three = kept.get(f"{BASE}/kept").json()  # expect: request GET /kept
    four = based.get("/based").json()  # expect: request GET /based
    return [one, two, three, four, limited.get(os.environ["OTHER_URL"])]  # ok: another service


async def show():
    async with AsyncOAuth2Client(base_url=BASE) as client:
        return await client.get("/shown")  # expect: request GET /shown


def ask():
    one = unknown.get(f"{BASE}/a").json()  # unresolved: what that session does is its own business
    two = made.fetch(f"{BASE}/b").json()  # unresolved: the same, of what a function made
    three = Pool.shared(f"{BASE}/c").json()  # unresolved: of the class itself
    other = unknown.get(os.environ["OTHER_URL"]).json()  # ok: another service
    unknown.note(f"{BASE}/d")  # ok: nothing is done with what it gives
    return [one, two, three, other]
