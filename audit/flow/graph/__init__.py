"""The value-flow graph of one top-level statement: where each value of the code goes next, within the file."""

from audit.flow.graph.build import build
from audit.flow.graph.model import COUNT, ENTERED, LACKING, LEFT, CallSite, Edge, Function, Graph, Op, Place, Seat

__all__ = [
    "COUNT",
    "ENTERED",
    "LACKING",
    "LEFT",
    "CallSite",
    "Edge",
    "Function",
    "Graph",
    "Op",
    "Place",
    "Seat",
    "build",
]
