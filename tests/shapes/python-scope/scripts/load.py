# The rules' globs decide the scope of a Python file too; rules without a client audit direct accesses only.
import os
from urllib.request import urlopen

urlopen(os.environ["ACME_URL"] + "/items")  # expect: request GET /items (tooling)
