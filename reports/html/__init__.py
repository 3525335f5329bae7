"""The web page: one self-contained file that lets a person walk from an access to where its result is seen."""

from reports.html.page import to_html

__all__ = ["to_html"]
