"""Folds over lists of functions: `fs.reduce((value, f) => f(value), item)`, in Python `reduce(call, fs, item)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.classes import parameters_at

if TYPE_CHECKING:
    from audit.flow.graph import CallSite, Graph

FOLDS = {"reduce": -1, "reduceRight": 0}
"""Methods that call a function with what it gave last and with each element, and which element comes last."""


def folded(graph: Graph, site: CallSite, made: int) -> int:
    """The list that a call folds with a function; -1 for another call."""
    if site.arguments[:1] != (made,):
        return -1
    if site.method in FOLDS and site.receiver >= 0 and not graph.python:
        return site.receiver
    named = getattr(site.expression, "callee", None)
    name = named.key if isinstance(named, lowered.Member) else getattr(named, "name", "")
    return site.argument(1) if graph.python and name == "reduce" else -1


def calls_elements(graph: Graph, number: int) -> bool:
    """Does a function call its second argument with its first one?"""
    for site in graph.calls:
        if site.function == number and (number, 1) in parameters_at(graph, site.callee) and len(site.arguments) == 1:
            return (number, 0) in parameters_at(graph, site.arguments[0])
    return False


def begins_with(graph: Graph, site: CallSite, slot: int) -> bool:
    """Is an argument what such a fold begins with, and gives only where the list has no function?"""
    made = site.arguments[0] if site.arguments else -1
    if slot != 1 + graph.python or made not in graph.made or folded(graph, site, made) < 0:
        return False
    return calls_elements(graph, graph.made[made])
