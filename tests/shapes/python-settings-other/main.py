# environs, decouple and click read variables each in their own way.
import os

import click
import httpx
from decouple import config
from environs import Env

env = Env()
env.read_env()
ACME = env.str("ACME_URL")
OTHER = env.str("OTHER_URL")
KEPT = config("ACME_URL", default="http://localhost")

httpx.get(f"{ACME}/environs")  # expect: request GET /environs
httpx.get(f"{KEPT}/decouple")  # expect: request GET /decouple
httpx.get(f"{OTHER}/environs")  # ok: another variable
httpx.get(config("OTHER_URL") + "/decouple")  # ok: another variable


@click.command()
@click.option("--url", envvar="ACME_URL")
@click.option("-a", "--at", "address", envvar="ACME_URL")
@click.option("--other", envvar="OTHER_URL")
def main(url, address, other):
    httpx.get(f"{url}/click")  # expect: request GET /click
    httpx.get(f"{address}/named")  # expect: request GET /named
    httpx.get(f"{other}/click")  # ok: another variable


main()
