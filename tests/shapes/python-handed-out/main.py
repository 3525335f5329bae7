# A client of a package that is not in the tree gets the address: what it sends cannot be told, and is not passed over.
import os

from vendor_sdk import Sdk, connect

BASE = os.environ["ACME_URL"]

client = Sdk(base_url=BASE)  # unresolved: what it requests is its own business
session = connect(BASE)  # unresolved: the same, made by a function
session.items(1)
other = Sdk(base_url=os.environ["OTHER_URL"])  # ok: another service's
other.items(1)
