"""Every command of the README's shell blocks, run as it stands."""

import os
import pathlib
import re
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOCKS = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(), re.S)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.startswith("chaperone ")]


@pytest.mark.parametrize("command", COMMANDS)
def test_command_of_the_readme_works(command):
    environment = {**os.environ, "PATH": f"{ROOT}/.build/debug:{os.environ['PATH']}"}
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip(), f"{command} printed nothing"


def test_the_two_commands_are_there():
    for name in ["bin/run", "bin/test"]:
        assert f"\n{name}\n" in "".join(BLOCKS).join(["\n", "\n"])
        assert os.access(ROOT / name, os.X_OK)
