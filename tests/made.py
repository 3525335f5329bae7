"""Factories with defaults: a report, an access, a subject in one line of a test."""

from typing import Any

from audit.model import (
    Access,
    Chain,
    Checkout,
    Condition,
    Coverage,
    Damaged,
    Decision,
    Defect,
    Drift,
    Escape,
    Evidence,
    Finding,
    Flagged,
    Found,
    Gate,
    Ground,
    Group,
    Hop,
    Identity,
    Key,
    LookAlike,
    Option,
    Path,
    Place,
    Protection,
    Reached,
    Recommendation,
    Report,
    RulesInForce,
    Server,
    Sink,
    Step,
    Subject,
    Tool,
    Trigger,
    Unanalysed,
    Unresolved,
    access_id,
)


def report(**changed: Any) -> Report:
    """A report in which nothing was found."""
    return Report(
        **{
            "tool": Tool("ungated", "0.1.0"),
            "checkout": Checkout(),
            "rules": RulesInForce("sample", "0" * 64),
            "found": Found(),
            "coverage": Coverage(),
            **changed,
        }
    )


def access(**changed: Any) -> Access:
    """A call in production of which only the place is known."""
    subject, file = changed.get("subject", "getRelease"), changed.get("file", "apps/a.ts")
    identity = Identity("load", "getRelease(id)", 0)
    return Access(
        **{
            "id": access_id(subject, file, identity),
            "subject": subject,
            "kind": "call",
            "language": "typescript",
            "scope": "production",
            "file": file,
            "line": 3,
            "column": 5,
            "function": "load",
            "identity": identity,
            **changed,
        }
    )


def subject(**changed: Any) -> Subject:
    """An audited export of which only the name is known."""
    return Subject(**{"id": "getRelease", "kind": "export", "listed": True, **changed})


def full_report() -> Report:
    """A report in which every field and every list is filled."""
    note = Evidence("a.ts", 1, "why")
    return report(
        checkout=Checkout(commit="c" * 40, dirty=True, remote="https://example.org/o/shop"),
        rules=RulesInForce("sample", "0" * 64, "What is asked"),
        found=Found(package="@shop/client", client=("client.ts",), audited=1, audited_of=2, columns=1, columns_of=1),
        coverage=Coverage(
            files=9,
            parsed=3,
            unanalysed=(Unanalysed("big.ts", "too-large", in_scope=True),),
            damaged=(Damaged("bad.ts", 4, "syntax error", in_scope=False),),
            unresolved=(Unresolved("a.ts", 2, 3, "dynamic key"),),
            look_alikes=(LookAlike("getRelease", "b.ts", 8, "a local function"),),
            look_alikes_unlisted=2,
        ),
        subjects=(_full_subject(note),),
        groups=(
            Group(
                id="job:x",
                title="A job",
                accesses=("abc",),
                options=(Option(decision="migrate", needs=("an export",)),),
                recommendation=Recommendation(),
            ),
        ),
        accesses=(_full_access(note),),
        grounds=(Ground(id="g", quote="q", source="s", state="no-longer", evidence=(note,)),),
        triggers=(Trigger(id="t", state="met", evidence=(note,), confirm="SELECT 1;"),),
        drift=(Drift("comment", "client.ts", 7, "names five, the code has six"),),
        excerpts={"a.ts": {"1": "getRelease(id);"}},
        findings=(Finding(rule="new-access", level="error", file="a.ts", line=1, message="m", help="h", state="new"),),
    )


def _full_subject(note: Evidence) -> Subject:
    reached = Reached(file="main.py", line=5, chain=(Hop(function="f", file="main.py", line=4, via="call"),))
    return subject(
        exempt="none needed",
        carries="album",
        defined_at=Place("client.ts", 9),
        protection=Protection(gate=False, limiter=True),
        endpoints=("GET /release/{}",),
        server=Server(
            commit="d" * 40,
            route="present",
            handler="release",
            at=Place("main.py", 1),
            reaches={"cache-by-key": (reached,)},
            claims={"pg-cached": "partly"},
            when=("cache configured",),
            unresolved=(note,),
        ),
        reach="renders",
        flagged="yes",
        recommendation=Recommendation(decision="gate", because=("it shows",), places=(note,)),
        decisions=(
            Decision(
                file="gate-decisions/x.toml",
                decision="stay-ungated",
                reason="r",
                decided_by="someone",
                decided_on="2025-01-31",
                covers=("abc",),
                state="changed",
                changed=("+ shown at GET /x",),
            ),
        ),
    )


def _full_access(note: Evidence) -> Access:
    sink = Sink(kind="http", file="a.ts", line=9, column=1, routes=("GET /x",), columns=(), channel=None)
    return access(
        group="job:x",
        through=(Evidence("w.ts", 2, "guarded"),),
        wrapper=True,
        label="tracks",
        gate=Gate(
            state="late",
            evidence=(note,),
            chains=(Chain("a.ts", 1, "f", "late", "after"),),
            defects=(Defect("skip-cached", "a.ts", 1, "n"),),
        ),
        keyed_by=(Key(kind="catalogue-row", column="library.id", evidence=(note,)), Key(kind="constant")),
        reach="renders",
        escapes=(Escape("a.ts", 1, 1, "dynamic-key", "n"),),
        paths=(
            Path(
                sink=sink,
                flow="explicit",
                confidence="possible",
                flagged=Flagged(state="unknown", evidence=(note,)),
                conditions=(Condition("env", "KEY"),),
                stored_in=("concerts.image_url",),
                guard=note,
                fields=("*",),
                steps=(Step("z.ts", 3, 5, "the access"), Step("a.ts", 9, 1, "the sink")),
            ),
        ),
    )
