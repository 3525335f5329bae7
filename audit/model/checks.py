"""What `check` can find: one table of names, levels and explanations, for the check, its reporters and
`rule`.
"""

from typing import Final

import msgspec

from audit.model.findings import Level


class CheckRule(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of finding. `with_base` and `without` are its levels; None: not looked for."""

    name: str
    title: str
    with_base: Level | None
    without: Level | None
    means: str
    resolve: str


CHECK_RULES: Final[tuple[CheckRule, ...]] = (
    CheckRule(
        name="exempted-here",
        title="The change brings its own exemption",
        with_base="note",
        without=None,
        means="The change edits the rules or a decision, or adds an access together with the row "
        "or file that exempts it. "
        "That may be right; it is listed first so that a reviewer looks at it.",
        resolve="Review the rules or the decision like code: does the reason hold, and may it be decided here?",
    ),
    CheckRule(
        name="client-lost",
        title="A name that the check looks for is gone",
        with_base="error",
        without=None,
        means="The base had a configured export, flag or column that the change no longer has. "
        "A check that looks for nothing finds nothing, so it does not pass by going blind.",
        resolve="Name the new home in `ungated.toml` (`[client] modules`, `audited`, `gated`, "
        "`[gate] columns`), or undo the loss.",
    ),
    CheckRule(
        name="new-access",
        title="An access outside the gate that nobody decided about",
        with_base="error",
        without="error",
        means="The service is reached past the gate that keeps flagged rows away, and no decision "
        "covers this place. "
        "What comes back may be shown for a row that was flagged for good reason.",
        resolve="Reach the service through a gated export, pass the flag or select rows without "
        "flagged ones; "
        "or record why not: `ungated decide SUBJECT --at FILE#FUNCTION`.",
    ),
    CheckRule(
        name="flag-missing",
        title="A gated export is called without the flag",
        with_base="error",
        without="error",
        means="The export has a gate and the row that keys this call can be flagged, but the call "
        "neither passes the flag "
        "nor are its rows selected without flagged ones: the gate never closes.",
        resolve="Pass the flag of the row to the call, or add the predicate on the flag's column "
        "to the query that selects it; "
        "or record why not with `ungated decide`.",
    ),
    CheckRule(
        name="gate-weakened",
        title="The gate of an access is weaker than before",
        with_base="error",
        without=None,
        means="At the base, this access was kept from flagged rows more strictly than after the change. "
        "A decision does not excuse it: it was made about the stronger gate.",
        resolve="Restore the argument, the check or the predicate; if the weaker gate is meant, "
        "say so in the rules' levels or in review.",
    ),
    CheckRule(
        name="evidence-changed",
        title="The code goes beyond what a decision judged",
        with_base="error",
        without="error",
        means="A decision rests on facts in its `[judged]` table. The code now goes beyond them: "
        "shown at a further place, "
        "with a weaker gate, or for flagged rows.",
        resolve="Look at the decision again: amend it with `ungated decide` (its facts are then "
        "renewed), or take the new flow out.",
    ),
    CheckRule(
        name="reach-widened",
        title="An undecided access is shown at a further place",
        with_base="note",
        without=None,
        means="What an access without a decision gives now reaches a further route, channel or rendered column.",
        resolve="Nothing has to be done; `ungated decide` records what should hold.",
    ),
    CheckRule(
        name="trigger-met",
        title="A condition that reopens a decision has come closer",
        with_base="error",
        without=None,
        means="Something was deferred until a condition is met. The change met it, woke it, or "
        "added a route or writer to it.",
        resolve="Reopen what was deferred: see the trigger's `confirm` query, then decide with `ungated decide`.",
    ),
    CheckRule(
        name="lost-sight",
        title="A path that was known can no longer be followed",
        with_base="warning",
        without=None,
        means="At the base the tool followed the result to a place where people see it; now the "
        "value escapes from its sight before.",
        resolve="Look at the escape; a row in the vocabulary or a `[[bridge]]` lets the tool follow it again.",
    ),
    CheckRule(
        name="decision-expired",
        title="A decision was to be reviewed by now",
        with_base="note",
        without="error",
        means="`review_by` has passed: whoever decided wanted it looked at again.",
        resolve="Review it and set a new `review_by`, at most a year ahead, or decide otherwise: `ungated decide`.",
    ),
    CheckRule(
        name="decision-overdue",
        title="What was decided was due and is not done",
        with_base="note",
        without="error",
        means="`due` has passed and the access is still outside the gate.",
        resolve="Do it, or set another `due` with the reason.",
    ),
    CheckRule(
        name="decision-orphaned",
        title="A decision about nothing that is still there",
        with_base="note",
        without="error",
        means="None of the sites that the decision names can be found any more.",
        resolve="Delete the file, or name the sites anew: `ungated decide SUBJECT --at FILE#FUNCTION`.",
    ),
    CheckRule(
        name="decision-unfulfilled",
        title="A migration that ended outside the gate",
        with_base="note",
        without="error",
        means="The direct access was decided to migrate and is gone, but the call that it became is not gated.",
        resolve="Pass the flag to the call, or select its rows without flagged ones.",
    ),
    CheckRule(
        name="drift",
        title="What is said and what the code does differ",
        with_base="note",
        without="note",
        means="A comment, the rules, or the anchors of a decision say something that the code no longer bears out.",
        resolve="Correct what is said; `ungated check --fix` renews the anchors of decisions.",
    ),
    CheckRule(
        name="improvement",
        title="Something got better",
        with_base="note",
        without="note",
        means="A gate closed, or an access is gone.",
        resolve="Nothing; a fulfilled decision may be deleted.",
    ),
)
"""In the order of the report: what a reviewer should see first comes first."""
