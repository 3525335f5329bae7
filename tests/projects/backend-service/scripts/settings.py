"""What the scripts read from the environment, in one place."""

from __future__ import annotations

import os
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    lml_url: str = field(default_factory=lambda: os.environ["LIBRARY_METADATA_URL"])
    tracker_url: str = field(default_factory=lambda: os.environ["TRACKER_URL"])
    api_key: str | None = field(default_factory=lambda: os.environ.get("LML_API_KEY"))


settings = Settings()
