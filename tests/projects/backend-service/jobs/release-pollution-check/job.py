"""Weekly: look for polluted release ids in the rotation and report them."""

from __future__ import annotations

import logging
import os
import sys

import psycopg
from pollution_engine import LmlReleaseClient, RotationRow, polluted

logger = logging.getLogger("release-pollution-check")


def load_rows(database_url: str) -> list[RotationRow]:
    query = """
        SELECT r.id, l.artist_name, l.album_title, r.discogs_release_id
        FROM rotation r JOIN library l ON l.id = r.album_id
        WHERE r.discogs_release_id IS NOT NULL AND NOT l.discogs_unavailable
    """
    with psycopg.connect(database_url) as connection:  # ok: the station's own database
        return [RotationRow(*row) for row in connection.execute(query)]


def main() -> int:
    if not os.environ.get("LIBRARY_METADATA_URL"):  # ok: asks whether the variable is set
        logger.error("no LIBRARY_METADATA_URL, no check")
        return 2
    client = LmlReleaseClient(os.environ["LIBRARY_METADATA_URL"], os.environ.get("LML_API_KEY"))
    found = polluted(load_rows(os.environ["DATABASE_URL"]), client)
    logger.info("%d polluted rows: %s", len(found), found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
