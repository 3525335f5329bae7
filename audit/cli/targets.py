"""What a run writes, and where: one format to standard output or a file, or several files at once."""

from pathlib import Path
from typing import NamedTuple

from audit.model import UserError


class Target(NamedTuple):
    """A format, and the file it goes to; None: standard output."""

    style: str
    file: Path | None


def targets(style: str, outputs: list[str], styles: tuple[str, ...]) -> tuple[Target, ...]:
    """What `--format` and every `--output` ask for together. Raises UserError.

    `--output FILE` takes the format; `--output markdown=FILE` names its own.
    """
    _known(style, styles)
    return tuple(_target(style, output, styles) for output in outputs) or (Target(style, None),)


def _target(style: str, output: str, styles: tuple[str, ...]) -> Target:
    named, equals, file = output.partition("=")
    if not equals or "/" in named or "." in named:
        return Target(style, Path(output))
    _known(named, styles)
    if not file:
        raise UserError(f"--output {output} names no file", f"write --output {named}=FILE")
    return Target(named, Path(file))


def _known(style: str, styles: tuple[str, ...]) -> None:
    if style not in styles:
        raise UserError(f"there is no format {style!r}", f"use one of {', '.join(styles)}")
