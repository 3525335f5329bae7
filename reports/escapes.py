"""Foreign text on its way into machine-read formats: one function for each context."""

import re
from typing import Any, Final

from reports.safe import safe_terminal

_FOREIGN: Final = re.compile(
    r"(?P<markup>[\\`*\[\]<>|&~$]|(?<![^\W_])_+|_+(?![^\W_])|^ +| +$|^(?:[#+=:-](?!\w)|\d+(?=[.)])))"
    r"|(?P<links>@|#(?=\w)|:(?=//)|(?<=www)(?=\.)|:(?=[\w+-]+:)|(?<=GH)-)",
    re.IGNORECASE,
)
"""What Markdown reads, and what GitHub makes a link of; an underscore between letters or digits is neither."""
_FITS_A_SPAN: Final = re.compile(r"(?! )(?:(?!\]:)[^`|\\])+(?<! )")
_NOT_PLAIN: Final = re.compile(r"[!-'*+.:<>?@\[-`{-~]|^ +| +$")
_PLAIN_IN_MERMAID: Final = frozenset(" ./,_-")


def github_data(text: str) -> str:
    """Text behind the `::` of a workflow command: it cannot end the line, nor start another command."""
    return safe_terminal(text).replace("%", "%25")


def github_property(text: str) -> str:
    """The value of a property of a workflow command, such as `file=`."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")


def markdown(text: str) -> str:
    """Text that GitHub shows as it is, in prose and in tables: no markup, no mention, no link, one line.

    What Markdown reads is written as numbers, so that the source stays readable for everything else. GitHub looks for
    mentions, numbers of issues and addresses in the finished text, where only an empty comment parts them.
    """
    return _FOREIGN.sub(_written_out, safe_terminal(text))


def markdown_code(text: str) -> str:
    """The same as code: a span in backticks, or an element for what no span holds, as a `|` inside of a table."""
    safe = safe_terminal(text)
    if _FITS_A_SPAN.fullmatch(safe):
        return f"`{safe}`"
    return f"<code>{_NOT_PLAIN.sub(_numbered, safe)}</code>"


def mermaid(text: str) -> str:
    """Text between the double quotes of a label in a Mermaid graph."""
    safe = safe_terminal(text)
    return "".join(char if char.isalnum() or char in _PLAIN_IN_MERMAID else f"#{ord(char)};" for char in safe)


def _written_out(found: re.Match[str]) -> str:
    if found.lastgroup == "links":
        return f"{found[0]}<!-- -->"
    return _numbered(found)


def _numbered(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in found[0])


def uri(path: str) -> str:
    """A relative path as a URI reference: bytes that are no plain letters are percent-encoded."""
    from urllib.parse import quote

    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def html(text: str) -> str:
    """Text of an HTML element or of a quoted attribute."""
    from html import escape

    return escape(text, quote=True)


def json_in_html(data: bytes) -> str:
    """JSON inside of a script element: nothing in it ends the element, opens a comment or ends a line of script.

    These characters stand in JSON only inside of strings, where an escape means the same.
    """
    text = data.decode()
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def json_text(text: str) -> str:
    """Text that can be written as JSON: lone surrogates of undecodable file names become escapes."""
    return text.encode(errors="backslashreplace").decode()


def json_value(value: Any) -> Any:
    """The same for all text in a value made of lists and objects."""
    match value:
        case str():
            return json_text(value)
        case dict():
            return {json_value(key): json_value(item) for key, item in value.items()}
        case list() | tuple():
            return [json_value(item) for item in value]
        case _:
            return value
