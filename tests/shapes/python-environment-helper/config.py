import os


def base_url() -> str:
    url = os.environ.get("ACME_URL")
    if not url:
        raise SystemExit("ACME_URL is not set")
    return url.rstrip("/").removesuffix("/api")


def read(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


ACME = read("ACME_URL")
OTHER = read("OTHER_URL")
