"""Which members of a value come through where a schema or a model says it: everything else is left out."""

from audit.flow.projections.answers import Answers
from audit.flow.projections.model import ALL, Projection, lets
from audit.flow.projections.schemas import Schemas

__all__ = ["ALL", "Answers", "Projection", "Schemas", "lets"]
