from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass
class Step:
    name: str
    execute: Callable[[str], Awaitable[list]]


async def run(steps: list[Step], song: str) -> list:
    for step in steps:
        found = await step.execute(song)  # sink: library-search
        if found:
            return found
    return []
