"""The request of a Python script in other words."""

from __future__ import annotations

from tests.mutations.mutation import Mutation

SCRIPT = "scripts/propose_matches.py"
LOOKED_UP = "expect: request POST /api/v1/lookup (tooling)"
PYTHON_SEND = f"""\
    response = httpx.post(  # {LOOKED_UP}
        f"{{settings.lml_url}}/api/v1/lookup",
"""
PYTHON_IMPORT = "import httpx\n"
PROPOSE = "def propose(artist: str) -> str | None:\n"
FILED = 'file_issue([f"{name} -> {propose(name)}" for name in names])'
THROUGH = LOOKED_UP.replace(" (", " through sends (")
CALL = PYTHON_SEND + """        json={"artist": artist},\n        headers=headers,\n    )\n"""


def _at(
    name: str,
    address: str,
    *,
    also: str = "import os\n",
    before: str = "",
    inside: str = "",
    takes: str = "artist: str",
) -> Mutation:
    """The script with another address: `before` the function and `inside` of it stands what it is made of."""
    edits = {
        PYTHON_IMPORT: f"{also}{PYTHON_IMPORT}",
        PROPOSE: f"{before}{PROPOSE.replace('artist: str', takes)}{inside}",
        PYTHON_SEND: PYTHON_SEND.replace('f"{settings.lml_url}/api/v1/lookup"', address),
    }
    return Mutation(f"python-{name}", edits, file=SCRIPT)


def _sender(name: str, *lines: str, also: str = "", before: str = "") -> Mutation:
    """The script with another way to send."""
    sent = "".join(f"    {line}\n" for line in lines)
    edits = {PYTHON_IMPORT: f"{also}{PYTHON_IMPORT}", PROPOSE: before + PROPOSE, CALL: sent}
    return Mutation(f"python-{name}", edits, file=SCRIPT)


PYTHON = (
    _at("environ-item", "os.environ['LIBRARY_METADATA_URL'] + '/api/v1/lookup'"),
    _at("environ-get", "f\"{os.environ.get('LIBRARY_METADATA_URL', 'http://localhost')}/api/v1/lookup\""),
    _at("getenv", "url", inside="    url = os.getenv('LIBRARY_METADATA_URL', '').rstrip('/') + '/api/v1/lookup'\n"),
    _at(
        "constant-name",
        'f"{BASE}/api/v1/lookup"',
        before="NAME = 'LIBRARY_METADATA_URL'\nBASE = os.environ[NAME]\n\n\n",
    ),
    _at("settings-made-anew", 'f"{Settings().lml_url}/api/v1/lookup"', also="from settings import Settings\n"),
    _at("settings-as-default", 'f"{given.lml_url}/api/v1/lookup"', also="", takes="artist: str, given=settings"),
    _at("base-as-default", 'f"{base}/api/v1/lookup"', also="", takes="artist: str, base: str = settings.lml_url"),
    Mutation(
        "python-base-as-argument",
        {
            PROPOSE: PROPOSE.replace("artist: str", "artist: str, base: str"),
            f"post(  # {LOOKED_UP}": "post(  # here: sends",
            "{settings.lml_url}/api": "{base}/api",
            FILED: f"{FILED.replace('(name)', '(name, settings.lml_url)')}  # {THROUGH}",
        },
        file=SCRIPT,
    ),
    _at(
        "extracted-helper",
        "lookup_url()",
        before='def lookup_url() -> str:\n    return f"{settings.lml_url}/api/v1/lookup"\n\n\n',
        also="",
    ),
    _at(
        "extracted-base",
        "base_url() + '/api/v1/lookup'",
        before="""\
def base_url() -> str:
    value = os.getenv("LIBRARY_METADATA_URL")
    if not value:
        raise SystemExit("no LIBRARY_METADATA_URL")
    return value


""",
    ),
    _at("urljoin", "urljoin(settings.lml_url, '/api/v1/lookup')", also="from urllib.parse import urljoin\n"),
    _at("format", "'{}/api/v1/{}'.format(settings.lml_url, 'lookup')", also=""),
    _at(
        "two-steps",
        "url",
        also="",
        inside="    url = settings.lml_url\n    url += '/api/v1'\n    url = url + '/lookup'\n",
    ),
    _at(
        "dictionary",
        "HOSTS['lml'] + '/api/v1/lookup'",
        before="HOSTS = {'lml': os.environ['LIBRARY_METADATA_URL'], 'tracker': settings.tracker_url}\n\n\n",
    ),
    _sender(
        "httpx-request",
        "url = f'{settings.lml_url}/api/v1/lookup'",
        f"response = httpx.request('POST', url, json={{'artist': artist}})  # {LOOKED_UP}",
    ),
    _sender(
        "httpx-client",
        "with httpx.Client(base_url=settings.lml_url) as client:",
        f"    response = client.post('/api/v1/lookup', json={{'artist': artist}})  # {LOOKED_UP}",
    ),
    _sender(
        "requests",
        f"response = requests.post(f'{{settings.lml_url}}/api/v1/lookup', json={{'artist': artist}})  # {LOOKED_UP}",
        also="import requests\n",
    ),
    _sender(
        "urllib",
        "data = artist.encode()",
        "request = urllib.request.Request(f'{settings.lml_url}/api/v1/lookup', data=data, method='POST')",
        f"response = urllib.request.urlopen(request)  # {LOOKED_UP}",
        also="import urllib.request\n",
    ),
    _sender(
        "constructor-argument",
        "response = Lookup(settings.lml_url).ask(artist)",
        before=f"""\
class Lookup:
    def __init__(self, base_url: str) -> None:
        self._base_url = base_url.rstrip("/")

    def ask(self, artist: str) -> httpx.Response:
        return httpx.post(f"{{self._base_url}}/api/v1/lookup", json={{"artist": artist}})  # {LOOKED_UP}


""",
    ),
    _sender(
        "wrapper",
        f"response = post('/api/v1/lookup', {{'artist': artist}})  # {THROUGH}",
        before="""\
def post(path: str, body: object) -> httpx.Response:
    return httpx.post(settings.lml_url + path, json=body)  # here: sends


""",
    ),
)
