# A command-line option whose default is the variable. Read so: the option may be anything, the variable among it.
import argparse
import os
from urllib.request import urlopen


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--acme-url", default=os.environ.get("ACME_URL"), help="where the items are")
    parser.add_argument("--base", dest="root", default=os.environ.get("ACME_URL"))
    parser.add_argument("--other-url", default="https://other.example")
    return parser.parse_args()


def main() -> None:
    args = parse()
    if not args.acme_url:
        raise SystemExit("ACME_URL is not set")  # ok: a check
    urlopen(f"{args.acme_url}/items")  # expect: request GET /items
    urlopen(f"{args.root}/root")  # expect: request GET /root
    urlopen(f"{args.other_url}/items")  # ok: another option
