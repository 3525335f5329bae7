import os
from urllib.request import urlopen

urlopen(os.environ["ACME_URL"] + "/items")  # expect: request GET /items
