"""The commands about decisions and changes, and their options; `app` registers them."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

import typer

from audit.cli.outcome import MADE, complain, deliver, ended
from audit.model import UserError

Root = Annotated[str | None, typer.Argument(metavar="ROOT", help="What to audit; else the top of this git checkout.")]
Rules = Annotated[
    str | None, typer.Option(metavar="FILE", help="The rules; else ROOT/ungated.toml, else built-in ones.")
]
Cache = Annotated[bool, typer.Option("--cache/--no-cache", help="Keep what was read of each file for the next run.")]
Server = Annotated[
    str | None,
    typer.Option(
        metavar="PATH", help="A checkout of the service, or CHECKOUT@REVISION: what it does for each endpoint."
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write it; else standard output."),
]
Today = Annotated[str | None, typer.Option(metavar="DAY", help="Judge as on this day (2026-01-31).")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    for command, said in _SAID.items():
        app.command(short_help=said)(command)


def explain(  # noqa: PLR0913 - a command has that many options
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help='A subject, a group, file:line, an access, a column, "GET /route".')
    ],
    root: Root = None,
    *,
    rules: Rules = None,
    server: Server = None,
    output: Output = None,
    cache: Cache = True,
    full: Annotated[bool, typer.Option("--full", help="Every access, and every step of every path.")] = False,
) -> None:
    """Show what of the service QUERY is about, how it gets where, whether the gate holds, what would make it pass."""
    from audit.cli.explain import Question, run_explain

    target = Path(output) if output is not None else None
    asked = Question(query, root, rules, server, cache, full)
    raise typer.Exit(ended(lambda: run_explain(asked, target)))


def doctor(root: Root = None, *, rules: Rules = None, cache: Cache = True) -> None:
    """Say what is analysed, what is skipped and why, by which rules, with which versions and cache."""
    from audit.cli.doctor import run_doctor

    raise typer.Exit(ended(lambda: run_doctor(root, rules=rules, cache=cache)))


def check(  # noqa: PLR0913 - a command has that many options
    root: Root = None,
    *,
    base: Annotated[
        str | None, typer.Option(metavar="REV", help="Fail only for what changed since this revision.")
    ] = None,
    rules: Rules = None,
    format: Annotated[
        str,
        typer.Option(
            metavar="text|json|github|sarif|markdown",
            autocompletion=lambda: ["text", "json", "github", "sarif", "markdown"],
            help="How to write the findings.",
        ),
    ] = "text",
    output: Output = None,
    fix: Annotated[bool, typer.Option("--fix", help="Renew the sites that decisions name after a move.")] = False,
    today: Today = None,
    cache: Cache = True,
) -> None:
    """Fail for accesses that nobody decided about, or for what a change did to the gate."""
    from audit.cli.check import run_check

    target = Path(output) if output is not None else None
    raise typer.Exit(
        ended(
            lambda: run_check(
                root, base=base, rules=rules, style=format, output=target, today=today, fix=fix, cache=cache
            )
        )
    )


def decide(  # noqa: PLR0913 - a command has that many options
    subject: Annotated[str, typer.Argument(metavar="SUBJECT|GROUP", help="What the decision is about.")],
    root: Root = None,
    *,
    at: Annotated[
        list[str] | None,
        typer.Option(metavar="SITE", help="file, file#function or file:line; else all undecided sites."),
    ] = None,
    decision: Annotated[
        str | None,
        typer.Option(metavar="CHOICE", help="stay-ungated, gate, gate-by-filter, migrate or deferred."),
    ] = None,
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="The reason, in sentences.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; else git's user.name.")] = None,
    review_by: Annotated[str | None, typer.Option(metavar="DAY", help="For what stays as it is.")] = None,
    due: Annotated[str | None, typer.Option(metavar="DAY", help="For what is to be done.")] = None,
    link: Annotated[list[str] | None, typer.Option(metavar="URL", help="Where it was discussed.")] = None,
    rules: Rules = None,
    today: Today = None,
    cache: Cache = True,
) -> None:
    """Record who decided what about an access, why, until when, and on which facts."""
    from audit.cli.decide import Given, run_decide

    given = Given(subject, tuple(at or ()), decision, because, by, review_by, due, tuple(link or ()), today)
    raise typer.Exit(ended(lambda: run_decide(root, given, rules=rules, cache=cache)))


def init(
    root: Root = None,
    *,
    builtin: Annotated[
        str | None, typer.Option("--from", metavar="NAME", help="Built-in rules to start from; else those that fit.")
    ] = None,
) -> None:
    """Write a commented ungated.toml to start from."""

    def run() -> int:
        from audit import review
        from audit.cli.progress import progress
        from reports.safe import safe_terminal

        with progress():
            made = review.init(root, builtin, complain)
        start = f", which starts from the built-in rules {made.builtin}" if made.builtin is not None else ""
        deliver(f"wrote {safe_terminal(made.path)}{start}\n".encode())
        return MADE

    raise typer.Exit(ended(run))


def rule(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Else all of them.")] = None,
) -> None:
    """Explain a finding of check and how to resolve it."""

    def run() -> int:
        from audit.model import CHECK_RULES
        from reports.check_text import rule_named, rule_text

        if name is None:
            deliver("".join(f"{one.name}: {one.title}\n" for one in CHECK_RULES).encode())
            return MADE
        found = rule_named(name)
        if found is None:
            known = ", ".join(one.name for one in CHECK_RULES)
            raise UserError(f"there is no rule {name!r}", f"known: {known}")
        deliver(rule_text(found).encode())
        return MADE

    raise typer.Exit(ended(run))


def history(
    root: Root = None,
    *,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Begin behind this revision; else at the first one.")
    ] = None,
    rules: Rules = None,
    format: Annotated[str, typer.Option(metavar="text|json", help="How to write it.")] = "text",
    output: Output = None,
    cache: Cache = True,
) -> None:
    """Print every commit that added, moved or removed an access, along first parents."""
    from audit.cli.history import run_history

    target = Path(output) if output is not None else None
    raise typer.Exit(
        ended(lambda: run_history(root, since=since, rules=rules, style=format, output=target, cache=cache))
    )


_SAID: Final[dict[Callable[..., None], str]] = {
    explain: "Answer one question: a subject, a line, a route, a column.",
    check: "Fail for accesses that nobody decided about, or for a change.",
    decide: "Record who decided what, why, and until when.",
    init: "Write a commented ungated.toml to start from.",
    rule: "Explain a finding of check and how to resolve it.",
    history: "Print every commit that added, moved or removed an access.",
    doctor: "Say what a run would rest on: files, rules, versions, cache.",
}
"""The commands, and what the list of them says."""
