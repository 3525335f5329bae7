"""A report as a judged run gives it, in miniature: exports, groups, grounds and triggers in every state."""

from __future__ import annotations

from audit.model import (
    Checkout,
    Condition,
    Coverage,
    Decision,
    Defect,
    Drift,
    Escape,
    Evidence,
    Flagged,
    Found,
    Gate,
    Ground,
    Group,
    Key,
    LookAlike,
    Option,
    Path,
    Place,
    Protection,
    Recommendation,
    RulesInForce,
    Server,
    Sink,
    Step,
    Trigger,
    Unanalysed,
    Unresolved,
    in_order,
)
from tests.made import access, report, subject

NOTHING = Protection(gate=False, limiter=False)
GATED = Protection(gate=True, limiter=True)
ROTATION = "rotation.discogs_release_id"
IDENTITY = "library_identity.discogs_release_id"


def path(route, *, flagged="no", why="keyed by an artist", **changed):
    """A proven way to a route, over two files."""
    return Path(
        **{
            "sink": Sink(kind="http", file="apps/web/routes.ts", line=30, column=3, routes=(route,)),
            "flow": "explicit",
            "confidence": "proven",
            "flagged": flagged and Flagged(state=flagged, evidence=(Evidence("apps/web/keys.ts", 7, why),)),
            "fields": ("title",),
            "steps": (
                Step("apps/web/service.ts", 12, 5, "result of getRelease"),
                Step("apps/web/service.ts", 14, 5, "returned by tracks"),
                Step("apps/web/routes.ts", 30, 3, "given to res.json"),
            ),
            **changed,
        }
    )


def key(column=None, kind="catalogue-row"):
    return Key(kind=kind, column=column, evidence=(Evidence("apps/web/keys.ts", 7, "selected by id"),))


def decisions_report(**changed):
    """What the document for people to decide by is about: one export leaks, one stays, one group of two is decided."""
    ungated, accesses = Gate(state="none"), []

    def one(name, file, **more):
        accesses.append(
            access(
                **{
                    "id": f"{len(accesses):012x}",
                    "subject": name,
                    "file": file,
                    "function": "load",
                    "gate": ungated,
                    "reach": "renders",
                    **more,
                }
            )
        )
        return accesses[-1].id

    dormant = (Condition("dormant", IDENTITY),)
    leaks = (
        path("GET /rotation/:id/tracks", flagged="yes", why="stored before the flag was set"),
        path("GET /proxy/:id/tracks", flagged="yes", why="read back by the row's id", conditions=dormant),
        path("GET /suggestions", flagged="yes", why="asked with a key", conditions=(Condition("env", "GROQ_API_KEY"),)),
    )
    one("getRelease", "apps/web/service.ts", paths=leaks, keyed_by=(key(ROTATION), key(IDENTITY)))
    stored = path("GET /concerts", stored_in=("concerts.image_url",))
    one("getArtist", "jobs/posters/job.ts", paths=(stored, path("GET /artist")), keyed_by=(key(kind="other-row"),))
    one("check", "apps/web/service.ts", function="check", reach="decides", keyed_by=(key(kind="free-text"),))
    lost = Escape("apps/web/service.ts", 4, 1, "dynamic-key", "picked by a computed name")
    one(
        "POST /resolve",
        "jobs/identity/fetch.ts",
        kind="request",
        group="job:identity",
        escapes=(lost,),
        reach="escapes",
    )
    by_row = path("GET /library", flagged="yes", why="assigned to the row")
    backfill = one(
        "lookup", "jobs/backfill/fetch.ts", group="job:backfill", paths=(by_row,), gate=Gate(state="unarmed")
    )
    cache = Defect("cache-key-omits-flag", "apps/web/cache.ts", 9, "the key is artist and title")
    one(
        "lookup",
        "apps/web/a.ts",
        gate=Gate(state="late", defects=(cache,)),
        paths=(by_row,),
        keyed_by=(key("library.id"),),
    )
    one("lookup", "apps/web/b.ts", gate=Gate(state="argument"), paths=(by_row,))
    one("lookup", "apps/web/dead.ts", reach="unreachable")
    one("ping", "apps/web/ping.ts", reach="contained")
    one("getRelease", "tests/a.ts", scope="test", gate=None, reach=None)
    filtered = Recommendation(
        decision="gate-by-filter",
        because=("keyed by a row that can be flagged", "album data"),
        places=(
            Evidence("apps/web/keys.ts", 7, "selects the release"),
            Evidence("apps/web/keys.ts", 20, "and its twin"),
        ),
    )
    stays = Decision(
        file="gate-decisions/backfill.toml",
        decision="deferred",
        reason="Until the job has moved.",
        decided_by="Ada",
        decided_on="2026-05-01",
        review_by="2026-12-01",
        covers=(backfill,),
        state="changed",
        changed=("+ shown at GET /library",),
    )
    server = Server(
        route="present",
        claims={"pg-cached": "proven", "not-string-resolve": "refuted"},
        when=("a cache is configured",),
    )
    return in_order(
        report(
            **{
                "checkout": Checkout(commit="c" * 40, remote="https://github.com/radio/shop"),
                "rules": RulesInForce("sample", "0" * 64, "Access outside the gate"),
                "found": Found(
                    package="@radio/client", client=("shared/client.ts",), audited=3, audited_of=3, gated=1, gated_of=1
                ),
                "coverage": Coverage(
                    files=40,
                    parsed=30,
                    unanalysed=(
                        Unanalysed("apps/big.ts", "too-large", in_scope=True),
                        Unanalysed("deploy.yml", "language", in_scope=True),
                    ),
                    unresolved=(Unresolved("apps/web/a.ts", 2, 3, "computed member of an import"),),
                    look_alikes=(LookAlike("check", "apps/web/form.ts", 8, "a function declared here"),),
                ),
                "subjects": (
                    subject(
                        carries="album",
                        protection=NOTHING,
                        endpoints=("GET /release/{}",),
                        defined_at=Place("shared/client.ts", 4),
                        reach="renders",
                        flagged="yes",
                        recommendation=filtered,
                        server=server,
                    ),
                    subject(
                        id="getArtist",
                        carries="artist",
                        protection=NOTHING,
                        reach="renders",
                        flagged="no",
                        recommendation=Recommendation(decision="stay-ungated", because=("artist data",)),
                        server=Server(route="absent"),
                    ),
                    subject(id="check", carries="answer", protection=NOTHING, reach="decides", flagged="no"),
                    subject(
                        id="lookup", listed=False, carries="album", protection=GATED, reach="renders", flagged="yes"
                    ),
                    subject(id="ping", listed=False, protection=NOTHING, reach="contained", exempt="no album data"),
                    subject(id="POST /resolve", kind="endpoint", listed=False, carries="identity", reach="escapes"),
                ),
                "groups": (
                    Group(id="job:backfill", title="The backfill", accesses=(backfill,), decisions=(stays,)),
                    Group(
                        id="job:identity",
                        title="The nightly job",
                        accesses=tuple(each.id for each in accesses if each.group == "job:identity"),
                        options=(
                            Option(decision="gate-by-filter", needs=("the predicate in loadBatch",)),
                            Option(decision="migrate", needs=("an export for this endpoint", "and a gate on it")),
                        ),
                        recommendation=Recommendation(because=("who keys the rows is not known",)),
                    ),
                ),
                "accesses": tuple(accesses),
                "grounds": (
                    Ground(
                        id="cold",
                        quote="library_identity is not hot-read",
                        source="tracker",
                        state="no-longer",
                        evidence=_why("read at a route"),
                    ),
                    Ground(
                        id="direct",
                        quote="the backfill is direct",
                        source="tracker",
                        state="never-held",
                        evidence=_why("a call of the client"),
                    ),
                    Ground(id="cached", quote="the endpoints are cached", source="client.ts", state="cannot-check"),
                    Ground(
                        id="small",
                        quote="three exports are outside",
                        source="client.ts",
                        state="holds",
                        evidence=_why("three exports"),
                        unwritten=("library_identity.discogs_release_id",),
                    ),
                ),
                "triggers": (
                    Trigger(id="hot-read", state="dormant", evidence=_why("read at a route"), confirm="SELECT 1 | 2;"),
                    Trigger(id="can-render", state="met", evidence=_why("three ways")),
                    Trigger(id="ungated-rows", state="not-met"),
                ),
                "drift": (Drift("comment", "shared/client.ts", 4, "the comment leaves out ping"),),
                **changed,
            }
        )
    )


def _why(note):
    return (Evidence("apps/web/service.ts", 12, f"{note}: apps/web/service.ts:12"),)
