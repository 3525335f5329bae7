# What is put into the headers of a urllib Request is sent with it; to ask for a header that holds none of it is nothing.
import os
import urllib.request

import requests


def item():
    return requests.get(f"{os.environ['ACME_URL']}/items/1").json()  # expect: request GET /items/1


def address() -> None:
    request = urllib.request.Request(f"https://x.test/{item()['title']}")
    request.add_header("Authorization", "x")
    with urllib.request.urlopen(request, timeout=3) as response:  # sink: request
        print(response.status)  # sink: log


def added() -> None:
    request = urllib.request.Request("https://x.test/")
    request.add_header("X-Title", item()["title"])
    urllib.request.urlopen(request)  # sink: request


def given() -> None:
    request = urllib.request.Request("https://x.test/", headers={"X-Title": item()["title"]})
    print(request.get_method(), request.has_header("Accept"))  # ok: nothing of it
    print(request.get_header("X-Title"))  # sink: log
    urllib.request.urlopen(request)  # sink: request


if __name__ == "__main__":
    address()
    added()
    given()
