"""The weekly check by hand: `python3 scripts/audit_releases.py`, from the root."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "jobs" / "release-pollution-check"))

from job import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())  # ok: the job's own request stands in the job
