"""The framework hands out a module of the tree under a name of its own."""

import requests
from django.conf import settings


def items():
    return requests.get(f"{settings.ACME}/items")  # expect: request GET /items


def other():
    return requests.get(f"{settings.OTHER}/items")  # ok: another variable
