"""A comment for a pull request, and the summary of a job: GitHub's Markdown."""

from collections.abc import Iterator

from audit.model import Finding, Report
from reports import check_text
from reports.escapes import markdown, markdown_code
from reports.words import sentences
from reports.words.rephrased import checked

MARK = "<!-- ungated check -->"
"""The first line, by which a later run finds its comment."""
MOST_CHARACTERS = 65_536
SUMMARY_BYTES = 1 << 20
"""GitHub drops a longer job summary as a whole."""


def to_markdown(report: Report, *, most: int = MOST_CHARACTERS) -> str:
    """The findings, as many as fit into `most` bytes, and how many do not."""
    report = checked(report)
    head = "".join(f"{line}\n" for line in _head(report))
    foot = "".join(f"{line}\n" for line in _foot(report))
    room = most - _size(head) - _size(foot) - 100
    blocks: list[str] = []
    for block in map(_block, report.findings):
        room -= _size(block)
        if room < 0:
            break
        blocks.append(block)
    left = len(report.findings) - len(blocks)
    omitted = f"\n{left:,} further findings are not listed here.\n" if left else ""
    return f"{head}{''.join(blocks)}{omitted}{foot}"


def _head(report: Report) -> Iterator[str]:
    yield MARK
    yield f"### {markdown(sentences.title(report))}"
    yield ""
    yield f"**{check_text.counts(report)}**"
    yield ""


def _foot(report: Report) -> Iterator[str]:
    yield ""
    for line in check_text.saw(report):
        yield f"- {markdown(line)}"
    unread = sentences.unread(report.coverage)
    if unread:
        yield f"- not read: {len(unread):,}, first {markdown_code(unread[0][0])}"


def _block(finding: Finding) -> str:
    where = f"{markdown_code(finding.rule)} at {markdown_code(check_text.place(finding))}"
    lines = [f"- **{finding.level}** {where}: {markdown(finding.message)}"]
    lines += [f"  - also {markdown_code(f'{site.file}:{site.line}')}" for site in finding.related]
    if finding.level != "note":
        lines.append(f"  - to resolve: {markdown_code(finding.help)}")
    return "".join(f"{line}\n" for line in lines)


def _size(text: str) -> int:
    return len(text.encode(errors="backslashreplace"))
