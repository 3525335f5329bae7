"""The browser that opens the page: the one named by UNGATED_CHROMIUM, else the one inside of an npm package.

That package is for Linux on x86-64 and brings the libraries it needs, so there the tests never skip. Elsewhere a
Chromium on PATH is taken.
"""

import os
import platform
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

NODE = Path(__file__).parent / "node"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PACKED_FOR = ("linux", "x86_64")


@contextmanager
def browser():
    """A running headless Chromium, or a skip that says why there is none."""
    executable, more = _found()
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=executable, env={**os.environ, **more}, args=["--disable-gpu"])
        try:
            yield running
        finally:
            running.close()


def _found():
    named = os.environ.get("UNGATED_CHROMIUM")
    if named:
        return named, {}
    if (sys.platform, platform.machine()) == PACKED_FOR:
        unpack = ["node", str(NODE / "chromium.mjs")]
        folder = Path(subprocess.run(unpack, capture_output=True, text=True, check=True).stdout.strip())
        more = {"LD_LIBRARY_PATH": str(folder / "lib"), "FONTCONFIG_PATH": str(folder)}
        return str(folder / "chromium"), more
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("NO CHROMIUM: the page is not tested; install one, or name it in UNGATED_CHROMIUM")
    return found, {}
