from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    version_prefix: str = "/v1"
    discogs_token: str | None = None
    cache_url: str | None = None
