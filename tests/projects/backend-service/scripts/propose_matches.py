"""Proposes matches for artist names that were damaged in an import, and files them as an issue."""

from __future__ import annotations

import sys

import httpx
from settings import settings


def propose(artist: str) -> str | None:
    headers = {"Authorization": f"Bearer {settings.api_key}"} if settings.api_key else {}
    response = httpx.post(  # expect: request POST /api/v1/lookup (tooling)
        f"{settings.lml_url}/api/v1/lookup",
        json={"artist": artist},
        headers=headers,
    )
    response.raise_for_status()
    results = response.json()["results"]
    return results[0]["library_item"]["artist"] if results else None


def file_issue(lines: list[str]) -> None:
    body = {"title": "Damaged artist names", "body": "\n".join(lines)}
    response = httpx.post(f"{settings.tracker_url}/api/v1/issues", json=body)  # ok: the tracker's host
    response.raise_for_status()


def main(names: list[str]) -> None:
    print(f"asking {settings.lml_url}", file=sys.stderr)  # ok: prints the URL
    file_issue([f"{name} -> {propose(name)}" for name in names])


if __name__ == "__main__":
    main(sys.argv[1:])
