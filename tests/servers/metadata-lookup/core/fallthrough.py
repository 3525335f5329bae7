"""Callbacks handed to a helper: nothing here names what they do."""

from collections.abc import Awaitable, Callable


async def fall_through[T](
    read: Callable[[], Awaitable[T | None]] | None,
    fetch: Callable[[], Awaitable[T | None]],
    write: Callable[[T], Awaitable[None]] | None,
) -> T | None:
    if read is not None and (kept := await read()) is not None:
        return kept
    found = await fetch()
    if found is not None and write is not None:
        await write(found)
    return found
