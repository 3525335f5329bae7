"""An exception that carries the answer: what is read from it is read from the answer."""

import logging
import os
import urllib.error
import urllib.request

import requests

logger = logging.getLogger(__name__)


def item(number):
    try:
        with urllib.request.urlopen(f"{os.environ['ACME_URL']}/items/{number}") as answer:  # expect: request GET /items/{} ; reach: decides
            return answer.status, ""
    except urllib.error.HTTPError as failed:
        if failed.code == 404:  # sink: control
            return None, "none"
        return None, f"answered {failed.code}"


def label(number):
    answer = requests.get(f"{os.environ['ACME_URL']}/labels/{number}")  # expect: request GET /labels/{} ; reach: decides
    try:
        answer.raise_for_status()  # sink: control
    except requests.HTTPError as failed:
        logger.warning("no label: %s", failed.response.text)  # sink: log


def other(number):
    answer = requests.get(f"{os.environ['ACME_URL']}/others/{number}")  # expect: request GET /others/{} ; reach: contained
    try:
        int(number)
    except ValueError as failed:
        logger.warning("no number: %s", failed)  # ok: nothing of the answer
    return None


status, note = item(3)
logger.warning("note: %s", note)  # sink: log
label(3)
other(3)
