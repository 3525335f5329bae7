import os

ACME = os.environ.get("ACME_URL", "")
OTHER = os.environ.get("OTHER_URL", "")
