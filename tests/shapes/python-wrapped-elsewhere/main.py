# The function is a member of its module: which call made it is read there.
import os

import services
from services import ask

BASE = os.environ["ACME_URL"]


def first():
    return services.ask("GET", f"{BASE}/first", params={})  # expect: request GET /first through handed, sends


def second():
    return ask("GET", url=f"{BASE}/second")  # expect: request GET /second through handed, sends


def third():
    return services.note("GET", f"{BASE}/third")  # ok: that one sends nothing
