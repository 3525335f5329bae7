"""The commands and their options. Engine and reporters are imported by the command that needs them."""

from pathlib import Path
from typing import Annotated

import typer

from audit import __version__
from audit.cli import commands
from audit.cli.outcome import ended, leave

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich for the help text alone would double the time to start
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line; ends the process with one of the codes of `audit.cli.outcome`."""
    try:
        app(prog_name="ungated")
    except SystemExit as end:
        leave(end.code)
        raise


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


@app.command(short_help="Print every access past the gate, where it ends, and what to do.")
def report(  # noqa: PLR0913 - a command has that many options
    root: Annotated[
        str | None, typer.Argument(metavar="ROOT", help="What to audit; else the top of this git checkout.")
    ] = None,
    *,
    rules: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="The rules; else ROOT/ungated.toml, else built-in ones."),
    ] = None,
    # A plain string: the choice is checked with the one sentence that every other mistake gets.
    format: Annotated[
        str,
        typer.Option(
            metavar="text|json|markdown|html|sarif",
            autocompletion=lambda: ["text", "json", "markdown", "html", "sarif"],
            help="How to write the report.",
        ),
    ] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output", "-o", metavar="[FORMAT=]FILE", help="Where to write it; several times for several formats."
        ),
    ] = None,
    check: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Fail when this committed Markdown report is out of date, and show how."),
    ] = None,
    pin: Annotated[
        bool, typer.Option("--pin", help="In Markdown: permalinks with lines at the audited commit, for an issue.")
    ] = False,
    excerpts: Annotated[bool, typer.Option("--excerpts", help="In JSON: the code on every cited line.")] = False,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Keep what was read of each file for the next run.")
    ] = True,
    paths: Annotated[
        bool, typer.Option("--paths/--no-paths", help="Follow results to where they end up, or only list the accesses.")
    ] = True,
    server: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="A checkout of the service, or PATH@REVISION: what its own code does."),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="On a terminal: all that the one screen sums up.")
    ] = False,
) -> None:
    """Print every place where ROOT reaches the service through what its client does not gate."""
    from audit.cli.report import Options, run_report

    against = Path(check) if check is not None else None
    options = Options(root, rules, format, output or [], against, pin, excerpts, cache, paths, server, verbose)
    raise typer.Exit(ended(lambda: run_report(options)))


commands.register(app)
