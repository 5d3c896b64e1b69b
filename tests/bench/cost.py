"""Runs one command and prints what it cost, as a program of its own: a small one, for a child's memory counts from that of its parent.

Standard library only; `python -I -S cost.py COMMAND …`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

start = time.monotonic()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
# kilobytes on Linux, bytes on macOS
peak = used.ru_maxrss // (2**20 if sys.platform == "darwin" else 2**10)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, time.monotonic() - start, peak]))
