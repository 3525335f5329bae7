"""`ungated doctor`: what a run would rest on, so that nobody has to guess why something was or was not found."""

import platform
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import metadata
from typing import TYPE_CHECKING, Final

from audit import __version__
from audit.cli.outcome import MADE, complain, deliver
from audit.cli.progress import progress
from audit.model import Report, UserError

if TYPE_CHECKING:
    from audit.rulebook import Vocabulary

LIBRARIES: Final = ("tree-sitter", "tree-sitter-typescript", "libcst", "msgspec", "tomlkit")
MOST_FILES: Final = 5


def run_doctor(root: str | None, *, rules: str | None, cache: bool) -> int:
    """Say it on standard output; the exit code. Raises UserError, after what could be said."""
    from audit import pipeline
    from reports.safe import safe_terminal

    def say(lines: Iterator[str]) -> None:
        deliver("".join(f"{safe_terminal(line)}\n" for line in lines).encode(errors="backslashreplace"))

    say(_versions())
    chosen = pipeline.root_of(root)
    say(_files(chosen))
    say(_rules(chosen, rules))
    say(_cache(chosen, cache=cache))
    with progress():
        report = pipeline.report(root, rules=rules, cache=cache, paths=False, note=complain)
    say(_report(report))
    return MADE


def _versions() -> Iterator[str]:
    yield f"ungated {__version__}, Python {platform.python_version()} on {sys.platform}"
    yield f"  {', '.join(f'{name} {_version(name)}' for name in LIBRARIES)}"


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "missing"


def _files(root: str) -> Iterator[str]:
    from audit.source import WorkTree, git_top_level, language_of

    with WorkTree(root) as files:
        kinds = Counter(language_of(file) or "other languages, searched for names only" for file in files.files())
        checkout = files.checkout()
    how = "what git does not ignore" if git_top_level(root) is not None else "no git checkout, so every file"
    commit = f", commit {checkout.commit[:8]}" if checkout.commit else ""
    yield f"root {root}: {how}{commit}{', with local changes' if checkout.dirty else ''}"
    yield from (f"  {count:,} files in {kind}" for kind, count in sorted(kinds.items()))


def _rules(root: str, rules: str | None) -> Iterator[str]:
    from audit.pipeline import candidates_for
    from audit.rulebook import ROOT_FILE, load_vocabulary
    from audit.source import WorkTree

    with WorkTree(root) as files:
        own = files.has(ROOT_FILE)
        try:
            candidates = candidates_for(files, rules)
        except UserError as error:
            yield f"rules: {error}"
            return
        decisions = {one.check.decisions for one in candidates}
        recorded = sum(file.endswith(".toml") and file.partition("/")[0] in decisions for file in files.files())
    origin = rules if rules is not None else ROOT_FILE if own else "built in, used where their client is found"
    yield f"rules {', '.join(one.name for one in candidates)} ({origin})"
    yield f"  vocabulary: {_rows_of(load_vocabulary()):,} rows"
    yield f"  decisions in {', '.join(sorted(decisions))}: {recorded:,}"


def _rows_of(known: "Vocabulary") -> int:
    tables = (known.requests, known.databases, known.envs, known.sinks, known.routes, known.queries, known.library)
    return sum(len(rows) for rows in tables)


def _cache(root: str, *, cache: bool) -> Iterator[str]:
    from audit.store import cache_of

    yield f"cache: {cache_of(root) if cache else 'not used'}"


def _report(report: Report) -> Iterator[str]:
    from reports.words import sentences

    yield sentences.found(report.found)
    yield from (f"  {file}" for file in report.found.client)
    scopes = Counter(access.scope for access in report.accesses)
    yield f"accesses: {', '.join(f'{count:,} in {scope}' for scope, count in sorted(scopes.items())) or 'none'}"
    coverage = report.coverage
    yield f"parsed {coverage.parsed:,} of {coverage.files:,} files; no name that matters was found in the others"
    skipped: dict[tuple[str, bool], list[str]] = {}
    for missed in coverage.unanalysed:
        skipped.setdefault((missed.reason, missed.in_scope), []).append(missed.file)
    for (reason, in_scope), files in sorted(skipped.items()):
        matters = "" if in_scope else ", out of scope"
        more = f" and {len(files) - MOST_FILES:,} more" if len(files) > MOST_FILES else ""
        yield f"not read, {reason}{matters}: {', '.join(files[:MOST_FILES])}{more}"
    if coverage.damaged:
        yield f"regions that did not parse: {len(coverage.damaged):,}, first {coverage.damaged[0].file}"
    if coverage.unresolved:
        yield f"not followed: {len(coverage.unresolved):,}, first {coverage.unresolved[0].file}"
    if not (coverage.unanalysed or coverage.damaged or coverage.unresolved):
        yield "nothing was skipped"
