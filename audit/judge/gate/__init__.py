"""Does the gate hold: flags that are passed, rows that are left out, checks before and behind the access."""
