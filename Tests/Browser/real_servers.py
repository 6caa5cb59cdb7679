"""The real servers of Tests/Servers for a journey: each is started by it, and ends with it."""

import contextlib
import json
import subprocess
import sys

from serving import ROOT


@contextlib.contextmanager
def real_server(script):
    """What it says when it is ready, such as its address."""
    process = subprocess.Popen(
        [sys.executable, ROOT / "Tests" / "Servers" / f"{script}.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(30)
