import os
import sys
from urllib.request import urlopen


def main(argv: list[str]) -> int:
    urlopen(f"{os.environ['ACME_URL']}/items/{len(argv)}")  # expect: request GET /items/{}
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
