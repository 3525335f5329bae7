"""Foreign text on its way into machine-read formats: one function for each context."""

from reports.safe import safe_terminal

_PLAIN = frozenset(" ,;/-")


def github_data(text: str) -> str:
    """Text behind the `::` of a workflow command: it cannot end the line, nor start another command."""
    return safe_terminal(text).replace("%", "%25")


def github_property(text: str) -> str:
    """The value of a property of a workflow command, such as `file=`."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")


def markdown(text: str) -> str:
    """Text that GitHub shows as it is, in prose and in tables: no markup, no mention, no link, one line."""
    return "".join(char if char.isalnum() or char in _PLAIN else f"&#{ord(char)};" for char in safe_terminal(text))


def markdown_code(text: str) -> str:
    """The same as code. An element, since a code span cannot hold a `|` inside of a table."""
    return f"<code>{markdown(text)}</code>"


def uri(path: str) -> str:
    """A relative path as a URI reference: bytes that are no plain letters are percent-encoded."""
    from urllib.parse import quote

    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def json_text(text: str) -> str:
    """Text that can be written as JSON: lone surrogates of undecodable file names become escapes."""
    return text.encode(errors="backslashreplace").decode()
