# The base in a dictionary, a list, a tuple; loops, comprehensions and lambdas around the request.
import os
from urllib.request import urlopen

SERVICES = {"acme": os.environ["ACME_URL"], "other": os.environ["OTHER_URL"]}
ACME, OTHER = os.environ["ACME_URL"], os.environ["OTHER_URL"]

urlopen(SERVICES["acme"] + "/key")  # expect: request GET /key
urlopen(SERVICES.get("acme", "") + "/get")  # expect: request GET /get
urlopen(f"{ACME}/tuple")  # expect: request GET /tuple
urlopen(SERVICES["other"] + "/key")  # ok: the neighbouring key
urlopen(f"{OTHER}/tuple")  # ok: the other element
bodies = [urlopen(f"{ACME}/items/{n}").read() for n in range(3)]  # expect: request GET /items/{}
later = lambda n: urlopen(f"{ACME}/lambda/{n}")  # expect: request GET /lambda/{}
for url in [ACME, OTHER]:
    urlopen(url + "/health")  # expect: request GET /health
