# Ways to build the URL: f-strings, `%`, `format`, `+`, `+=`, `join`, urljoin, yarl-like division, in steps.
import os
from urllib.parse import quote, urlencode, urljoin
from urllib.request import urlopen

BASE = os.environ["ACME_URL"]
API = f"{BASE}/api"


def show(item_id: int, text: str) -> None:
    urlopen(f"{API}/items/{quote(text, safe='')}")  # expect: request GET /api/items/{}
    urlopen("%s/items/%s" % (BASE, item_id))  # expect: request GET /items/{}
    urlopen("{base}/items/{item}".format(base=BASE, item=item_id))  # expect: request GET /items/{}
    urlopen("{0}/numbered/{1}".format(BASE, item_id))  # expect: request GET /numbered/{}
    urlopen("{²}/odd/{11111111111111111111}".format(BASE))  # expect: request GET /odd/{}
    urlopen(urljoin(BASE, f"/joined/{item_id}"))  # expect: request GET /joined/{}
    urlopen("/".join([BASE, "parts", str(item_id)]))  # expect: request GET /parts/{}
    urlopen(BASE + "/items?" + urlencode({"q": text}))  # expect: request GET /items
    url = BASE
    url += "/steps"
    urlopen(url)  # expect: request GET /steps
    url = "https://other.example/steps"
    urlopen(url)  # ok: overwritten before it is used
    urlopen(urljoin(BASE, "https://other.example/joined"))  # ok: a whole URL leaves the base behind
