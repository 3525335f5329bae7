import os
from urllib.request import urlopen

os.environ["ACME_URL"] = "http://localhost"  # ok: set for the test
urlopen(os.environ["ACME_URL"] + "/items")  # expect: request GET /items (test)
