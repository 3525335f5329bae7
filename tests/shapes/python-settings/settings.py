from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    acme_url: str = "http://localhost"
    other_url: str = "http://localhost"
    items: str = Field(alias="ACME_URL")
    port: int = 80


class Prefixed(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="ACME_")
    url: str
    name: str = ""


class Renamed(BaseSettings):
    base: str
    named: str = Field(validation_alias="acme_url")
    other: str = ""

    class Config:
        env_prefix = "x_"
        fields = {"base": {"env": "ACME_URL"}}


class Older(Prefixed):
    class Config:
        env_prefix = "acme_"

    url: str
    host: str


@lru_cache
def get_settings() -> Settings:
    return Settings()


settings = Settings()
