"""`ungated decide`: show what is judged, ask a person for what is missing, record."""

import sys
from collections.abc import Callable
from typing import Final, NamedTuple, get_args

import typer

from audit.cli.check import day_of
from audit.cli.outcome import MADE, complain, deliver
from audit.cli.progress import progress
from audit.model import Choice, UserError

CHOICES: Final[tuple[str, ...]] = get_args(Choice)
REVIEWED: Final = ("stay-ungated", "deferred")


class Given(NamedTuple):
    """What was said on the command line."""

    subject: str
    sites: tuple[str, ...]
    decision: str | None
    because: str | None
    by: str | None
    review_by: str | None
    due: str | None
    links: tuple[str, ...]
    today: str | None


def run_decide(root: str | None, given: Given, *, rules: str | None, cache: bool) -> int:
    """Record the decision; the exit code. Raises UserError, also for what is missing where nobody can be
    asked.
    """
    from audit import review
    from audit.ledger import Request
    from reports.safe import safe_terminal

    if given.decision is not None and given.decision not in CHOICES:
        raise UserError(f"there is no decision {given.decision!r}", f"use one of {', '.join(CHOICES)}")
    with progress():
        asked = review.preview(root, given.subject, given.sites, rules=rules, cache=cache, note=complain)
    deliver("".join(f"{safe_terminal(line)}\n" for line in _shown(asked)).encode())
    decision = given.decision or _ask("--decision", f"decision ({', '.join(CHOICES)})", _choice)
    term = "review_by" if decision in REVIEWED else "due"
    days = {"review_by": given.review_by, "due": given.due}
    if days[term] is None:
        days[term] = _ask(f"--{term.replace('_', '-')}", f"{term} (2026-01-31)", str)
    request = Request(
        subject=given.subject,
        decision=decision,  # type: ignore[arg-type]
        reason=given.because or _ask("--because", "reason", str),
        decided_by=given.by or asked.person or _ask("--by", "decided by", str),
        decided_on=day_of(given.today).isoformat(),
        sites=given.sites,
        links=given.links,
        **days,
    )
    written = review.decide(asked, request)
    deliver(f"{'amended' if written.amended else 'wrote'} {safe_terminal(written.path)}\n".encode())
    return MADE


def is_somebody_there() -> bool:
    """Can a question be asked and answered?"""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _shown(asked: object) -> list[str]:
    from audit.review import Asked
    from reports.words import sentences

    assert isinstance(asked, Asked)
    lines = ["This decision is about:"]
    lines += [
        f"  {one.file}:{one.line}: {sentences.verb(one)} {one.subject} in {one.function}" for one in asked.accesses
    ]
    facts = asked.facts
    known = [("gate", facts.gate), ("reach", facts.reach), ("flagged", facts.flagged)]
    lines += [f"  {name}: {value}" for name, value in known if value is not None]
    return lines + [f"  shown at {place}" for place in facts.shown_at or ()]


def _ask(option: str, question: str, check: Callable[[str], str]) -> str:
    if not is_somebody_there():
        raise UserError(f"{option} is missing, and there is nobody to ask", f"give {option}")
    answer: str = typer.prompt(question, value_proc=check)
    return answer


def _choice(answer: str) -> str:
    if answer not in CHOICES:
        raise typer.BadParameter(f"one of {', '.join(CHOICES)}")
    return answer
