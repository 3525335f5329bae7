"""One request of the sample said in other words, and lines that only look like a request.

Most mutations rewrite pieces of one function, which asks `baseUrl()` for the address and sends at the line marked
`expect:`; the mark moves with the call.
"""

from __future__ import annotations

from tests.mutations.alike import PYTHON_ALIKE, TYPESCRIPT_ALIKE
from tests.mutations.mutation import Mutation
from tests.mutations.python import PYTHON
from tests.mutations.rewritten import FILES, HELD, NAMES, VARIABLE
from tests.mutations.sending import ADDRESSES, SENDERS, WRAPPERS

__all__ = ["ALIKE", "REWRITTEN", "Mutation"]

REWRITTEN = (*NAMES, *VARIABLE, *HELD, *FILES, *ADDRESSES, *SENDERS, *WRAPPERS, *PYTHON)
ALIKE = (*TYPESCRIPT_ALIKE, *PYTHON_ALIKE)
