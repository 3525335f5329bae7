# An option that names its variable in `envvar`, in the default's place and in the annotation.
from typing import Annotated

import httpx
import typer

app = typer.Typer()


@app.command()
def show(item_id: int, acme_url: str = typer.Option(..., envvar="ACME_URL")) -> None:
    httpx.get(f"{acme_url}/items/{item_id}")  # expect: request GET /items/{}


@app.command()
def add(url: Annotated[str, typer.Option(envvar=["ACME_URL", "OLD_URL"])], other: str = "x") -> None:
    httpx.post(f"{url}/items")  # expect: request POST /items
    httpx.post(f"{other}/items")  # ok: another option
