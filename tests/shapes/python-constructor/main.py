# A client class holds the base it is made with. Read so: a field is no parameter, hence the line that sends is the
# access, once, however often the class is made.
import os

from client import Client, Other


def main() -> None:
    url = os.environ.get("ACME_URL")
    if not url:
        raise SystemExit(2)
    client = Client(url, 2.5)
    client.item(1)  # ok: a method that merely sends
    Client(base_url=os.environ["ACME_URL"]).item(2)  # ok: a method that merely sends
    Other("https://other.example").item(3)  # ok: another class
