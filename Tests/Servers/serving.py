"""What the servers for tests have in common: a free port, waiting until somebody answers, and an end with whoever began.

Each prints one line of JSON when it is ready, and stops when its standard input ends, so that a test that is killed leaves
nothing behind.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def until(done, seconds, what):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if done():
                return
        except Exception:
            pass
        time.sleep(0.1)
    sys.exit(f"{what} did not start within {seconds} seconds")


def answers(address):
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.status < 500


def begun(command, **more):
    """A process in a group of its own, which ends with this one."""
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, **more)


def ended(process, seconds=10):
    """Ends that process and those it began."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def serve(**ready):
    """Says that it is ready, and waits for the end of standard input."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(json.dumps(ready), flush=True)
    while sys.stdin.buffer.read(1024):
        pass
