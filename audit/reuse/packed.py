"""A report as it is kept: paths share most of their steps, so each step stands there once."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from audit.model import Path, Report, Step


class Packed(msgspec.Struct, array_like=True, gc=False):
    """A report without steps, each step once, and the numbers of the rules that it was made by and of the steps."""

    report: Report
    steps: tuple[Step, ...]
    numbers: tuple[tuple[tuple[int, ...], ...], ...]
    rules: int


_decoder: msgspec.msgpack.Decoder[Packed] = msgspec.msgpack.Decoder(Packed)
_encode = msgspec.msgpack.Encoder().encode


def packed(report: Report, rules: int) -> bytes:
    """A report and the number of its rules among the candidates."""
    numbers: dict[Step, int] = {}
    for access in report.accesses:
        for path in access.paths:
            for step in path.steps:
                numbers.setdefault(step, len(numbers))
    bare = tuple(
        replace(access, paths=tuple(replace(path, steps=()) for path in access.paths)) for access in report.accesses
    )
    ways = tuple(
        tuple(tuple(numbers[step] for step in path.steps) for path in access.paths) for access in report.accesses
    )
    return _encode(Packed(replace(report, accesses=bare), tuple(numbers), ways, rules))


def unpacked(value: bytes) -> tuple[Report, int] | None:
    """What `packed` made; None for anything else."""
    try:
        found = _decoder.decode(value)
        return _whole(found), found.rules
    except (msgspec.DecodeError, IndexError, ValueError):
        return None


def _whole(found: Packed) -> Report:
    accesses = []
    for access, ways in zip(found.report.accesses, found.numbers, strict=True):
        paths = (_with_steps(path, found, way) for path, way in zip(access.paths, ways, strict=True))
        accesses.append(replace(access, paths=tuple(paths)) if ways else access)
    return replace(found.report, accesses=tuple(accesses))


def _with_steps(path: Path, found: Packed, way: tuple[int, ...]) -> Path:
    return replace(path, steps=tuple(found.steps[number] for number in way))
