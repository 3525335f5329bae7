"""A program of the shell sends the request."""

import os
import subprocess

BASE = os.environ["ACME_URL"]

subprocess.run(["curl", "-sS", f"{BASE}/a"], check=True)  # expect: request GET /a
subprocess.check_output(f"curl -X PUT {BASE}/b", shell=True)  # expect: request PUT /b
os.system("wget -q " + BASE + "/c")  # expect: request GET /c
os.system(f"echo {BASE}")  # ok: it is only printed
subprocess.run(["psql", BASE], check=True)  # ok: another program
