"""What a mutation is, and the request of the TypeScript job that is written in other words."""

from __future__ import annotations

import shutil
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

JOB = "jobs/library-identity-consumer"
IDENTITY = f"{JOB}/lml-fetch.ts"
RESOLVED = "expect: request POST /api/v1/identity/bulk-resolve-libraries"


NOTHING: Mapping[str, str] = MappingProxyType({})


class Mutation(NamedTuple):
    """What is changed in a copy of the sample: texts of a file, by what stands there, and files that are new."""

    name: str
    edits: Mapping[str, str] = NOTHING
    beside: Mapping[str, str] = NOTHING
    file: str = IDENTITY

    def apply(self, sample: Path, target: Path) -> Path:
        """Copy the sample and change the copy; every edit must find its text."""
        shutil.copytree(sample, target)
        changed = (target / self.file).read_text(encoding="utf-8")
        for old, new in self.edits.items():
            assert old in changed, f"{self.name}: {self.file} lacks {old!r}"
            changed = changed.replace(old, new)
        (target / self.file).write_text(changed, encoding="utf-8")
        for name, text in self.beside.items():
            assert not (target / name).exists(), f"{self.name}: {name} is there already"
            (target / name).write_text(text, encoding="utf-8")
        return target


READ = "process.env.LIBRARY_METADATA_URL"
HELPER = """\
const baseUrl = (): string => {
  const host = process.env.LIBRARY_METADATA_URL;
  if (!host) throw new Error('The job needs LIBRARY_METADATA_URL');
  return host.endsWith('/') ? host.slice(0, -1) : host;
};
"""
HEAD = "export const resolveBatch = async (candidates: Candidate[]): Promise<ResolvedIdentity[]> => {\n"
PATH = "/api/v1/identity/bulk-resolve-libraries"
ADDRESS = f"  const url = `${{baseUrl()}}{PATH}`;\n"
SEND = f"await fetch(url, {{ // {RESOLVED} ; gate: none ; reach: stores\n"
OPTIONS = """\
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
"""
SENT = f"{SEND}{OPTIONS}  }});\n"
CLOSED = "  return parsed.identities;\n};\n"
IMPORT = "import type { Candidate } from './select.js';\n"


def also(*lines: str) -> dict[str, str]:
    """Lines behind the imports."""
    return {IMPORT: IMPORT + "".join(f"{line}\n" for line in lines)}


def helper(*lines: str) -> dict[str, str]:
    """Another `baseUrl`, or whatever stands in its place."""
    return {HELPER: "".join(f"{line}\n" for line in lines)}


def address(*lines: str) -> dict[str, str]:
    """The address made in another way; `url` is still what is sent to."""
    return {ADDRESS: "".join(f"  {line}\n" for line in lines)}


def based_on(base: str) -> dict[str, str]:
    """The helper is gone, the base is this expression."""
    return helper() | address(f"const url = `${{{base}}}{PATH}`;")


def sent(*lines: str, mark: str = "") -> dict[str, str]:
    """The request is sent in another way; the first line is where it is found."""
    first, *others = lines
    return {SENT: "".join(f"{line}\n" for line in (f"{first} // {RESOLVED}{mark}", *others))}


def method(*, fields: tuple[str, ...], base: str) -> dict[str, str]:
    """The function becomes a method of a class that holds the base."""
    return {
        HELPER: "",
        HEAD: "\n".join(
            (
                "export class Resolver {",
                *(f"  {line}" for line in fields),
                "  resolve = async (candidates: Candidate[]): Promise<ResolvedIdentity[]> => {",
                "",
            )
        ),
        ADDRESS: f"  const url = `${{{base}}}{PATH}`;\n",
        CLOSED: CLOSED + "}\n",
    }


INSTANCE = "export const resolveBatch = (candidates: Candidate[]) => new Resolver({given}).resolve(candidates);\n"


def made(edits: dict[str, str], given: str = "") -> dict[str, str]:
    """… and the job's function asks an instance of it."""
    closed = edits[CLOSED] + INSTANCE.replace("{given}", given)
    return edits | {CLOSED: closed}
