# Relative imports of one and two dots, a package's __init__, star imports, a module by its dotted name.
import app.base
from app import ROOT
from app.http.send import send
from .. import base as settings
from ..base import *
from ..base import OTHER as BASE_OF_OTHER

send(f"{ROOT}/package")  # expect: request GET /package through send
send(f"{settings.BASE}/relative")  # expect: request GET /relative through send
send(f"{BASE}/star")  # expect: request GET /star through send
send(f"{app.base.BASE}/dotted")  # expect: request GET /dotted through send
send(f"{BASE_OF_OTHER}/relative")  # ok: another variable
send(f"{settings.OTHER}/relative")  # ok: another variable
