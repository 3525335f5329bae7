"""A small report with everything that the page draws: two ends, two ways to one of them, code of every line."""

from audit.model import (
    Chain,
    Checkout,
    Condition,
    Coverage,
    Decision,
    Drift,
    Escape,
    Evidence,
    Flagged,
    Found,
    Gate,
    Key,
    LookAlike,
    Path,
    Recommendation,
    RulesInForce,
    Sink,
    Step,
    Trigger,
)
from tests.made import access, report, subject

ROUTE = Sink(kind="http", file="apps/routes.ts", line=9, column=3, routes=("GET /albums/:id", "GET /latest"))
COLUMN = Sink(kind="database", file="apps/save.ts", line=4, column=7, columns=("concerts.image_url",))
CALL = Step("apps/a.ts", 3, 25, "result of getRelease")
TAKEN = Step("apps/a.ts", 4, 10, "as release")
SHOWN = Step("apps/routes.ts", 9, 12, "given to res.json")
CODE = {
    "apps/a.ts": {
        "3": "  const release = await getRelease(id);",
        "4": "  return release;",
        "6": "  cache.set(id, release);",
    },
    "apps/routes.ts": {"9": "  res.json(release); // for people"},
    "apps/save.ts": {"4": "  await db.update(concerts).set({ image_url: release.image });"},
}


def paged(**changed):
    """The report; its first access has three paths."""
    return report(
        **{
            "checkout": Checkout(commit="798b00ce" + "0" * 32, remote="https://github.com/radio/shop.git"),
            "rules": RulesInForce("sample", "0" * 64, "Access outside the gate"),
            "found": Found(package="@shop/client", client=("client.ts",), audited=2, audited_of=2),
            "coverage": Coverage(files=12, parsed=4, look_alikes=(LookAlike("getRelease", "b.ts", 8, "a function"),)),
            "subjects": _subjects(),
            "accesses": _accesses(),
            "triggers": (Trigger(id="written", state="dormant", confirm="SELECT count(*)\nFROM concerts;"),),
            "drift": (Drift("comment", "client.ts", 7, "names five, the code has six"),),
            "excerpts": CODE,
            **changed,
        }
    )


def _subjects():
    return (
        subject(
            carries="album",
            endpoints=("GET /api/release/{}",),
            reach="renders",
            flagged="yes",
            recommendation=Recommendation(decision="gate", because=("it is shown",)),
        ),
        subject(id="ping", decisions=(_decision(),), reach="contained"),
    )


def _decision():
    return Decision(
        file="gate-decisions/ping.toml",
        decision="stay-ungated",
        reason="It only\nanswers yes or no.",
        decided_by="someone",
        decided_on="2025-01-31",
        covers=("0123456789ab",),
        state="current",
    )


def _accesses():
    return (
        access(
            id="aaaaaaaaaaaa",
            gate=Gate(state="none", chains=(Chain("apps/routes.ts", 8, "show", "none", "nothing is checked"),)),
            keyed_by=(Key(kind="catalogue-row", column="library.id"),),
            reach="renders",
            escapes=(Escape("apps/a.ts", 6, 3, "unresolved-call", "what this keeps is not known"),),
            paths=_paths(),
        ),
        access(id="0123456789ab", subject="ping", function="askHealth", line=12, reach="contained"),
        access(id="bbbbbbbbbbbb", function="loadLater", line=20),
        access(id="cccccccccccc", function="mocked", file="tests/a.ts", scope="test"),
    )


def _paths():
    cached = Step("apps/a.ts", 6, 17, "put into cache")
    stored = Step("apps/save.ts", 4, 45, "as image_url")
    flagged = Flagged(state="yes", evidence=(Evidence("apps/a.ts", 3, "no flag is passed"),))
    return (
        Path(
            sink=ROUTE, flow="explicit", confidence="proven", flagged=flagged, fields=("*",), steps=(CALL, TAKEN, SHOWN)
        ),
        Path(
            sink=ROUTE,
            flow="explicit",
            confidence="possible",
            conditions=(Condition("env", "CACHE_URL"),),
            fields=("title",),
            steps=(CALL, cached, TAKEN, SHOWN),
        ),
        Path(sink=COLUMN, flow="explicit", confidence="proven", fields=("image",), steps=(CALL, TAKEN, stored)),
    )
