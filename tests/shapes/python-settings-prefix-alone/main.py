"""No file names the variable: the prefix and the field do together."""

import requests
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="ACME_")
    url: str
    port: int = 1


settings = Settings()


def items():
    return requests.get(f"{settings.url}/items")  # expect: request GET /items


def other():
    return requests.get(f"http://localhost:{settings.port}/items")  # ok: another variable
