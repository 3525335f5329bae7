# What a request sends by the names of its arguments is sent, and to a chat it is a message.
import os

import httpx
import requests
from slack_sdk import WebClient

slack = WebClient(token="token")


def report():
    item = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1
    requests.post("https://example.org/items", json={"title": item["title"]})  # sink: request
    requests.post("https://example.org/seen", json={"seen": True})  # ok: nothing of the item
    httpx.post("https://example.org/items", headers={"x-title": item["title"]})  # sink: request
    requests.post("https://hooks.slack.com/services/x", json={"text": item["title"]})  # sink: message slack
    slack.chat_postMessage(channel="items", text=item["title"])  # sink: message slack
    slack.chat_postMessage(channel="items", text="seen")  # ok: a text of its own


report()
