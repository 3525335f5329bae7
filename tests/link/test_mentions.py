"""Which mentions of a variable's name may read it: decided on bytes, and in doubt with yes."""

import pytest

from audit.link.questions.variables import may_read

READS = [
    b"fetch(process.env.ACME_URL)",
    b"const { ACME_URL } = process.env;",
    b"const NAME = 'ACME_URL';",
    b'os.environ["ACME_URL"]',
    b"const base = process.env['ACME_URL'];",
    b"if (!process.env.ACME_URL) fail();\nsend(process.env.ACME_URL);",
    b"check(!ok, process.env.ACME_URL)",
    b"if (!reachable(process.env.ACME_URL)) stop();",
    b"process.env.ACME_URL === other",
    b"const all = 'src/*';\nconst base = process.env.ACME_URL;",
    b"* process.env.ACME_URL",
]
SPEAKS = [
    b"// ACME_URL is the service",
    b"/**\n * ACME_URL is the service\n */",
    b"# ACME_URL is the service",
    b"throw new Error('ACME_URL is not set')",
    b"throw new Error('set ACME_URL')",
    b"if (!process.env.ACME_URL) throw new Error('ACME_URL is not set');",
    b"delete process.env.ACME_URL;",
    b"process.env.ACME_URL = 'http://other';",
    b"process.env['ACME_URL'] = before;",
    b"typeof process.env.ACME_URL",
]


@pytest.mark.parametrize("source", READS, ids=lambda source: source.decode())
def test_what_may_read(source: bytes) -> None:
    assert may_read(source, b"ACME_URL")


@pytest.mark.parametrize("source", SPEAKS, ids=lambda source: source.decode())
def test_what_only_speaks(source: bytes) -> None:
    assert not may_read(source, b"ACME_URL")
