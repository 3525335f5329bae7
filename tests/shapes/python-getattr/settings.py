import os

ACME = os.environ["ACME_URL"]
OTHER = os.environ["OTHER_URL"]
