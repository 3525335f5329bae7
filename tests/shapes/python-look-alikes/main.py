# The variable and the names of requests where nothing is sent to the service.
import logging
import os
import subprocess
from urllib.parse import urlparse

import httpx

BASE = os.environ.get("ACME_URL", "")
CACHE: dict[str, int] = {}
REQUIRED = ["ACME_URL", "OTHER_URL"]

missing = [name for name in REQUIRED if not os.environ.get(name)]  # ok: a check
logging.info("items come from %s/items", BASE)  # ok: a log line
print(f"GET {BASE}/items")  # ok: a log line
CACHE.get(f"{BASE}/items")  # ok: a dictionary
host = urlparse(BASE).hostname  # ok: nothing is sent
subprocess.run(["dump", BASE], env={"ACME_URL": BASE}, check=False)  # ok: a child that may keep it
os.environ["ACME_URL"] = "http://localhost"  # ok: set, not read
httpx.get("https://other.example/items", headers={"origin": BASE})  # ok: only a header
httpx.post("https://other.example/register", json={"url": BASE})  # ok: only a body
httpx.get("https://other.example/proxy", params={"target": BASE})  # ok: only a query
httpx.get(f"{BASE}/items")  # expect: request GET /items
