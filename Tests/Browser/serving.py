"""Starts the program as a person at its console would, and reads from what it prints where it listens."""

import contextlib
import os
import pathlib
import re
import socket
import subprocess
import tempfile

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / os.environ.get("CHAPERONE", ".build/debug/chaperone")


# Of each demonstration, by its address.
process_numbers = {}


@contextlib.contextmanager
def running(command, ready):
    """The program with fresh data, until the block ends; yields what `ready` finds in what it prints."""
    with tempfile.TemporaryDirectory(prefix="chaperone-browser-") as data:
        server = subprocess.Popen(
            [BINARY, *command, "--data", data], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT)
        printed = ""
        for line in server.stdout:
            printed += line
            found = re.search(ready, printed)
            if found:
                break
        else:
            pytest.fail(f"chaperone {command[0]} did not start:\n{printed}")
        try:
            process_numbers[found.group(0)] = server.pid
            yield found
        finally:
            server.terminate()
            assert server.wait(timeout=20) == 0, f"chaperone {command[0]} did not end cleanly"


@contextlib.contextmanager
def demonstration():
    """A demonstration of its own; yields its address."""
    with running(["demo", "--port", "0"], r"http://127\.0\.0\.1:\d+") as found:
        yield found.group(0)


@contextlib.contextmanager
def new_installation(*more):
    """An installation that nobody has set up; yields its address and the one-time code. `more` goes to its command."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with running(["serve", "--port", str(port), *more], r"listens at (\S+)[\s\S]*code: (\S+)") as found:
        yield found.group(1), found.group(2)
