"""`ungated report`: run the pipeline, pick the reporters, deliver."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from audit.cli.outcome import FAILED, Output, code_for, complain, deliver
from audit.cli.screen import color, follows_links, is_terminal, width
from audit.cli.targets import Target, targets
from audit.cli.writing import write
from audit.model import Report, UserError

STYLES: Final = ("text", "json", "markdown", "html", "sarif")


class Options(NamedTuple):
    """What `report` was asked for."""

    root: str | None
    rules: str | None
    style: str
    outputs: list[str]
    check: Path | None
    pin: bool
    excerpts: bool
    cache: bool
    paths: bool
    server: str | None = None
    verbose: bool = False


def run_report(options: Options) -> int:
    """Make the report and write it in every format asked for; the exit code. Raises UserError."""
    wanted = targets(options.style, options.outputs, STYLES)
    from audit.cli.progress import progress

    if not options.paths and any(target.style == "sarif" for target in wanted):
        raise UserError(
            "SARIF holds the findings of a check, which rest on where results end up",
            "leave out --no-paths, or SARIF",
        )
    with progress():
        made = _made(options, wanted)
    if options.check is not None:
        return _compared(options.check, made, options)
    if options.pin:
        _pinnable(made)
    written = [(_rendered(made, target, options), target.file) for target in wanted]
    for data, file in written:
        write(data, file)
    return code_for(made.coverage)


def _made(options: Options, wanted: tuple[Target, ...]) -> Report:
    """The report; with the findings of a check when a format lives on them."""
    if any(target.style == "sarif" for target in wanted):
        import datetime as dt

        from audit import review

        today = dt.datetime.now().astimezone().date()
        return review.check(
            options.root,
            rules=options.rules,
            today=today,
            cache=options.cache,
            server=options.server,
            note=complain,
        ).report
    from audit import pipeline

    return pipeline.report(
        options.root,
        rules=options.rules,
        cache=options.cache,
        paths=options.paths,
        server=options.server,
        note=complain,
    )


def _rendered(report: Report, target: Target, options: Options) -> Output:
    reporters: dict[str, Callable[[], Output]] = {
        "text": lambda: _text(report, target, options),
        "json": lambda: _json(report, options),
        "markdown": lambda: _markdown(report, target.file, options),
        "html": lambda: _html(report),
        "sarif": lambda: _sarif(report),
    }
    return reporters[target.style]()


def _text(report: Report, target: Target, options: Options) -> bytes:
    if target.file is None and is_terminal():
        from audit import pipeline
        from reports.terminal import to_terminal

        root = str(Path(pipeline.root_of(options.root)).resolve()) if follows_links() else None
        shown = to_terminal(
            report, width=width(), color=color(), root=root, asked=_asked(options), verbose=options.verbose
        )
        return shown.encode(sys.stdout.encoding, "backslashreplace")
    from reports.text import to_text

    return to_text(report).encode()


def _asked(options: Options) -> str:
    """What another command has to be given to speak of the same."""
    import shlex

    root = [options.root] if options.root is not None else []
    rules = ["--rules", options.rules] if options.rules is not None else []
    server = ["--server", options.server] if options.server is not None else []
    return "".join(f" {shlex.quote(one)}" for one in (*root, *rules, *server))


def _json(report: Report, options: Options) -> Output:
    from reports.json import json_pieces

    return json_pieces(report, excerpts=options.excerpts)


def _markdown(report: Report, file: Path | None, options: Options) -> bytes:
    from audit import pipeline
    from reports.markdown import to_decisions

    folder = "" if file is None else folder_of(file, pipeline.root_of(options.root))
    return to_decisions(report, folder=folder, pin=options.pin).encode(errors="backslashreplace")


def _html(report: Report) -> bytes:
    from reports.html import to_html

    return to_html(report).encode()


def _sarif(report: Report) -> bytes:
    from reports.sarif import to_sarif

    return to_sarif(report)


def folder_of(file: Path, root: str) -> str | None:
    """The folder of `file` below the root, as links in it count; None when it stands elsewhere."""
    try:
        inside = file.resolve().parent.relative_to(Path(root).resolve()).as_posix()
    except ValueError:
        return None
    return "" if inside == "." else inside


def _compared(file: Path, report: Report, options: Options) -> int:
    """Is the committed decision report what this run would write? The difference goes to standard output."""
    import shlex
    from difflib import unified_diff

    from audit import pipeline
    from reports.markdown import to_decisions
    from reports.safe import safe_terminal

    try:
        committed = file.read_bytes().decode("utf-8", "backslashreplace")
    except OSError as error:
        raise UserError(
            f"cannot read {file}: {error.strerror}",
            f"write it first: ungated report{_asked(options)} --format markdown -o {shlex.quote(str(file))}",
        ) from error
    now = to_decisions(report, folder=folder_of(file, pipeline.root_of(options.root)))
    if committed == now:
        return code_for(report.coverage)
    lines = unified_diff(committed.splitlines(), now.splitlines(), f"{file} as committed", f"{file} today", lineterm="")
    deliver("".join(f"{safe_terminal(line)}\n" for line in lines).encode())
    command = f"ungated report{_asked(options)} --format markdown -o {shlex.quote(str(file))}"
    complain(f"{file} is out of date; write it anew: {command}")
    return FAILED


def _pinnable(report: Report) -> None:
    from reports.markdown import can_pin

    if not can_pin(report):
        raise UserError("no commit or no remote that links can be pinned to", "audit a clone that has both")
    if report.checkout.dirty:
        complain("the tree has local changes; pinned lines are those of the commit only where nothing was edited")
