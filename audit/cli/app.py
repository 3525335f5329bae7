"""The commands and their options. Engine and reporters are imported by the command that needs them."""

import gc
from pathlib import Path
from typing import Annotated

import typer

from audit import __version__
from audit.cli import commands
from audit.cli.outcome import ended

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich for the help text alone would double the time to start
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line; ends the process with one of the codes of `audit.cli.outcome`."""
    # A run makes a great many tuples that live to its end, and hardly a cycle: looking for cycles at Python's own pace
    # was a tenth of its time. mypy sets the same thresholds for the same reason.
    gc.set_threshold(200_000, 30, 30)
    app(prog_name="ungated")


def _print_version(asked: bool) -> None:  # noqa: FBT001 - typer hands the flag over by position
    if asked:
        typer.echo(f"ungated {__version__}")
        raise typer.Exit


@app.callback()
def _ungated(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Find every place where a code base reaches a service past its gate."""


@app.command()
def report(
    root: Annotated[
        str | None, typer.Argument(metavar="ROOT", help="What to audit; else the top of this git checkout.")
    ] = None,
    *,
    rules: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="The rules; else ROOT/ungated.toml, else built-in ones."),
    ] = None,
    # A plain string: the choice is checked with the one sentence that every other mistake gets.
    format: Annotated[str, typer.Option(metavar="text|json", help="How to write the report.")] = "text",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write it; else standard output."),
    ] = None,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Keep what was read of each file for the next run.")
    ] = True,
    paths: Annotated[
        bool, typer.Option("--paths/--no-paths", help="Follow results to where they end up, or only list the accesses.")
    ] = True,
) -> None:
    """Print every place where ROOT reaches the service through what its client does not gate."""
    from audit.cli.report import run_report

    target = Path(output) if output is not None else None

    def made() -> int:
        return run_report(root, rules=rules, style=format, output=target, cache=cache, paths=paths)

    raise typer.Exit(ended(made))


commands.register(app)
