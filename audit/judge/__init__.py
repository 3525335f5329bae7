"""What the report says beyond what it found: whether the gate holds, by which rows an access is keyed, what follows."""

from audit.judge.along import along
from audit.judge.judging import asked_ahead, gates_alone, gates_judged, judged
from audit.judge.verdict.needs import Needs

__all__ = ["Needs", "along", "asked_ahead", "gates_alone", "gates_judged", "judged"]
