import requests
from settings import Plain, Settings

settings = Settings.from_env()


def items():
    return requests.get(f"{settings.url}/items")  # expect: request GET /items


def other():
    return requests.get(f"{settings.other}/items")  # ok: another variable


def plain():
    return requests.get(f"{Plain.from_env().base}/plain")  # expect: request GET /plain


def plain_other():
    return requests.get(f"{Plain.from_env().other}/plain")  # ok: another variable
