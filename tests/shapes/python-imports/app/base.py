import os

BASE = os.environ["ACME_URL"]
OTHER = os.environ["OTHER_URL"]
