"""Finds rotation rows whose release id belongs to another record."""

from __future__ import annotations

import json
import urllib.parse
import urllib.request
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class RotationRow:
    id: int
    artist: str
    album: str
    discogs_release_id: int


class LmlReleaseClient:
    """Asks the metadata service for releases, one at a time."""

    def __init__(self, base_url: str, api_key: str | None) -> None:
        self.base_url = base_url.rstrip("/").removesuffix("/api/v1")
        self.api_key = api_key

    def get_release(self, release_id: int) -> dict[str, str]:
        headers = {"Authorization": f"Bearer {self.api_key}"} if self.api_key else {}
        url = f"{self.base_url}/api/v1/discogs/release/{release_id}"
        request = urllib.request.Request(url, headers=headers)
        with urllib.request.urlopen(request, timeout=10) as response:  # expect: request GET /api/v1/discogs/release/{}
            return json.load(response)


class ArchiveClient:
    """Another service's releases, under a path much the same."""

    base_url = "https://archive.example"

    def get_release(self, barcode: str) -> dict[str, str]:
        url = f"{self.base_url}/api/v1/discogs/release/{urllib.parse.quote(barcode)}"
        with urllib.request.urlopen(url, timeout=10) as response:  # ok: another host
            return json.load(response)


def polluted(rows: list[RotationRow], client: LmlReleaseClient, threshold: float = 0.6) -> list[int]:
    """The ids of rows that look too little like the release they point at."""
    return [row.id for row in rows if _likeness(row, client.get_release(row.discogs_release_id)) < threshold]


def _likeness(row: RotationRow, release: dict[str, str]) -> float:
    said = f"{row.artist} {row.album}".lower()
    return SequenceMatcher(None, said, f"{release['artist']} {release['title']}".lower()).ratio()
