"""What a check found, in sentences that its formats share, and as plain text."""

from collections import Counter
from collections.abc import Iterator

from audit.model import CHECK_RULES, CheckRule, Finding, Level, Report
from reports.safe import safe_terminal
from reports.words import sentences
from reports.words.rephrased import checked

LEVELS: tuple[Level, ...] = ("error", "warning", "note")


def to_check_text(report: Report) -> str:
    """The findings in plain lines: level, rule, place, sentence; below each the way to resolve it."""
    return "".join(f"{safe_terminal(line)}\n" for line in _lines(checked(report)))


def rule_text(rule: CheckRule) -> str:
    """What `ungated rule NAME` prints."""
    levels = f"with --base: {rule.with_base or 'not looked for'}; without: {rule.without or 'not looked for'}"
    return f"{rule.name}: {rule.title}.\n\n{rule.means}\n\nTo resolve: {rule.resolve}\n\nLevel {levels}.\n"


def rule_named(name: str) -> CheckRule | None:
    """The rule of that name."""
    return next((rule for rule in CHECK_RULES if rule.name == name), None)


def counts(report: Report) -> str:
    """As in "1 error, 2 warnings, 0 notes"."""
    seen = Counter(finding.level for finding in report.findings)
    return ", ".join(f"{seen[level]:,} {level}{'' if seen[level] == 1 else 's'}" for level in LEVELS)


def compared(report: Report) -> str:
    """What the change did to the list of accesses; "" without a base."""
    if report.compared is None:
        return ""
    change = report.compared
    base = f"compared with {change.base[:8]}" if change.base else "compared with the base"
    return f"{base}: {sentences.accesses(change.added)} new, {change.moved:,} moved, {change.removed:,} gone"


def place(finding: Finding) -> str:
    """`file:line`."""
    return f"{finding.file}:{finding.line}"


def saw(report: Report) -> list[str]:
    """What this run looked at: every format says it, so that a clean answer is never a blind one."""
    lines = [sentences.checkout(report.checkout, report.coverage), sentences.found(report.found)]
    return [line for line in (*lines, compared(report)) if line]


def _lines(report: Report) -> Iterator[str]:
    yield sentences.title(report)
    yield from saw(report)
    for finding in report.findings:
        yield f"{finding.level} {finding.rule} {place(finding)}: {finding.message}"
        yield from (f"    also {site.file}:{site.line}: {site.note}" for site in finding.related)
        if finding.level != "note":
            yield f"    {finding.help}"
    yield from (f"warning {spot}: {reason}" for spot, reason in sentences.unread(report.coverage))
    yield counts(report)
