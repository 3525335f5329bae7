"""The address of a repository as it may be shown to anybody."""

import re

_WEB = re.compile(r"(?P<scheme>https?)://(?:[^/?#]*@)?(?P<host>[^/?#@]+)/(?P<path>[^?#]+)", re.IGNORECASE)
_SHELL = re.compile(
    r"(?:ssh|git|git\+ssh|ssh\+git)://(?:[^/?#]*@)?(?P<host>[^/?#@:]+)(?::\d*)?/(?P<path>[^?#]+)",
    re.IGNORECASE,
)
_COPY = re.compile(r"(?:[^/@:]+@)?(?P<host>[^/@:]{2,}):(?!//)(?P<path>[^?#]+)")


def public_remote(url: str) -> str | None:
    """`url` as a web address without credentials, `.git`, query and fragment; None for a local path."""
    url = url.strip()
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
        return None
    found = _WEB.fullmatch(_bare(url)) or _SHELL.fullmatch(_bare(url)) or _COPY.fullmatch(_bare(url))
    if found is None:
        return None
    path = found["path"].strip("/").removesuffix(".git").strip("/")
    scheme = found.groupdict().get("scheme", "https").lower()
    return f"{scheme}://{found['host'].lower()}/{path}" if path else None


def chosen_remote(output: str) -> str | None:
    """The remote to show, from `git config -z --get-regexp`: origin's, else the first by name."""
    urls: dict[str, str] = {}
    for entry in output.split("\0"):
        key, _, url = entry.partition("\n")
        if key.startswith("remote.") and key.endswith(".url"):
            urls.setdefault(key[len("remote.") : -len(".url")], url)
    names = ["origin"] if "origin" in urls else sorted(urls)
    return next((shown for name in names if (shown := public_remote(urls[name])) is not None), None)


def _bare(url: str) -> str:
    return re.split(r"[?#]", url, maxsplit=1)[0]
