"""Wall time and peak memory of a child process, and the machine it ran on."""

import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

UNGATED = [sys.executable, "-m", "audit.cli", "report"]
MIB = 1024 * 1024
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes per unit of `ru_maxrss`."""
PAUSE = 0.004


class Measured(NamedTuple):
    """Wall seconds of the whole process, and the peak memory of the largest of its processes."""

    seconds: float
    mib: float


def measure(command: list[str], environment: dict[str, str], accepted: tuple[int, ...]) -> Measured:
    """Run the command once, its output thrown away; raises SystemExit when its exit code is not accepted."""
    started = time.perf_counter()
    child = _start(command, environment)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return Measured(seconds, usage.ru_maxrss * RSS_UNIT / MIB)


def tree_peak(command: list[str], environment: dict[str, str]) -> float | None:
    """The most memory that all processes of the command held at once, in MiB; shared pages count once.

    Sampled from /proc in a run of its own, as sampling costs time; None on systems without it.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    child = _start(command, environment)
    peak = 0
    while child.poll() is None:
        peak = max(peak, sum(map(_held, _family(child.pid))))
        time.sleep(PAUSE)
    return peak / MIB


def machine() -> str:
    """One line: processor, how many of its cores this process may use, system, Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = f"{platform.system()} {platform.release()}"
    return f"{_processor()}, {cores} cores, {system}, Python {platform.python_version()}"


def _start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    # An installed package has its bytecode; without this a machine that writes none would measure the compiler.
    settings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **environment}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, env=settings)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(member for child in children for member in _family(int(child)))]


def _held(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine()
