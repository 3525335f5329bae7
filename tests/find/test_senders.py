"""Whether a test file can send by itself: by the words of the vocabulary, each in a place of its own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.find.direct.senders import _words
from audit.link.questions.sending import sends as may_send
from audit.rulebook import VocabularyIndex, load_vocabulary

WORDS = _words(VocabularyIndex(load_vocabulary(), "javascript").requests.rows)


@pytest.mark.parametrize(
    ("source", "sends"),
    [
        ("fetch(url)", True),
        ("await fetch (url)", True),
        ("client.fetch(url)", False),
        ("prefetch(url)", False),
        ("$fetch(url)", True),
        ("my$fetch(url)", False),
        ("fetcher(url)", False),
        ("prefetch(url); fetch(url)", True),
        ("import axios from 'axios'", True),
        ("const http = require('node:http')", True),
        ("'axios is not used here'", False),
        ("  from undici import fetch_all", True),
        ("# a word from undici here", False),
    ],
)
def test_words_in_a_place_of_their_own(source: str, sends: bool):  # noqa: FBT001
    assert may_send(source.encode(), *WORDS) == sends


_PIECES = st.sampled_from(
    ["fetch", "(", " ", "\n", ".", "$", "x", "import", "from", "axios", "'", '"', "node:", "http", "/", "Request"]
)
_PLAINLY = re.compile(
    rb"(?<![\w.$])(?:EventSource|Request|WebSocket|\$?fetch)\s*\("
    rb"|['\"](?:node:)?(?:axios|http|undici)['\"/]"
    rb"|^\s*(?:import|from)\s+(?:axios|http|undici)\b",
    re.MULTILINE,
)
"""The same in one pattern, which is asked at every byte."""


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_no_word_is_missed_or_invented(text: str):
    assert may_send(text.encode(), *WORDS) == (_PLAINLY.search(text.encode()) is not None)
