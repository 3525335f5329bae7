"""Settings that look a variable up by the name they are asked for."""

import os

NAMES = ["ACME_URL", "OTHER_URL"]


class Settings:
    def __getattr__(self, name):
        return os.environ[name]

    def __getitem__(self, key):
        return os.environ.get(key)


settings = Settings()
chosen = {name: os.environ[name] for name in NAMES}
