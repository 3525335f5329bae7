# A settings class fills its fields from the variables of their names, with a prefix or an alias.
import httpx

from settings import Older, Prefixed, Renamed, Settings, get_settings, settings


def show(given: Settings) -> None:
    httpx.get(f"{settings.acme_url}/object")  # expect: request GET /object
    httpx.get(f"{get_settings().acme_url}/cached")  # expect: request GET /cached
    httpx.get(f"{given.acme_url}/given")  # expect: request GET /given
    httpx.get(f"{settings.items}/alias")  # expect: request GET /alias
    httpx.get(f"{Prefixed().url}/prefix")  # expect: request GET /prefix
    httpx.get(f"{settings.other_url}/object")  # ok: another variable
    httpx.get(f"{Prefixed().name}/prefix")  # ok: another field
    httpx.get(f"{Renamed().base}/renamed")  # expect: request GET /renamed
    httpx.get(f"{Renamed().named}/named")  # expect: request GET /named
    httpx.get(f"{Older().url}/older")  # expect: request GET /older
    httpx.get(f"{Older().host}/older")  # ok: another variable
    httpx.get(f"{Renamed().other}/other")  # ok: another variable
