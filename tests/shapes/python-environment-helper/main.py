# The variable comes from another module: by a helper, by a helper that takes its name, by a constant.
from urllib.request import urlopen

import config
from config import OTHER, base_url, read

urlopen(f"{base_url()}/helper")  # expect: request GET /helper
urlopen(read("ACME_URL") + "/named")  # expect: request GET /named
urlopen(f"{config.ACME}/constant")  # expect: request GET /constant
urlopen(f"{OTHER}/constant")  # ok: another variable
