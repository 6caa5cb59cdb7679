"""Every command of the README, and of docs/operations.md after it, run in its order as it stands: only the folders, the
port and the head that was printed are those of this run."""

import contextlib
import datetime
import os
import re
import shlex
import socket
import ssl
import subprocess
import urllib.error
import urllib.parse
import urllib.request

import pytest

from serving import BINARY, ROOT

README = (ROOT / "README.md").read_text()
OPERATIONS = (ROOT / "docs/operations.md").read_text()
ABOUT, INSTALL = README.split("## Install it for a school")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.S)


def commands(text):
    """The commands of a text, fenced or between single marks, in their order."""
    found = re.findall(r"^(?:ExecStart=/usr/local/bin/)?(chaperone .+)$|`(chaperone [a-z][^`]*)`", text, re.M)
    return [fenced or inline for fenced, inline in found]


def environment():
    return {**os.environ, "PATH": f"{BINARY.parent}:{os.environ['PATH']}"}


@pytest.mark.parametrize("command", commands(ABOUT))
def test_command_of_the_readme_works(command):
    run(command, ROOT)


def run(command, folder):
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment(), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip() or ">" in command, f"{command} printed nothing"
    return done.stdout


def test_the_two_commands_are_there():
    for name in ["bin/run", "bin/test"]:
        assert f"\n{name}\n" in "".join(BLOCKS).join(["\n", "\n"])
        assert os.access(ROOT / name, os.X_OK)


class Machine:
    """A school's machine, as far as the commands know it: its folders stand in a scratch folder."""

    def __init__(self, folder):
        self.folder, self.head = folder, None
        for name in ["var/lib/chaperone", "var/backups/chaperone", "etc/chaperone"]:
            (folder / name).mkdir(parents=True)
        (folder / "roles.csv").write_text("E-mail address,Role\nrosa@quayside.example,author\n")
        files = folder / "etc/chaperone"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-keyout", files / "key.pem", "-out", files / "chain.pem"], check=True, capture_output=True)

    def does(self, command):
        command = re.sub(r"(?<=[ \"])/(?=var/|etc/)", f"{self.folder}/", command)
        if "NUMBER:HASH" in command:
            assert self.head, f"no head was printed before {command}"
            command = command.replace("NUMBER:HASH", self.head)
        if command.startswith("chaperone serve "):
            return self.serves(command)
        printed = run(command, self.folder)
        if command.startswith("chaperone backup "):
            self.head = printed.split()[-1]

    def serves(self, command):
        """Starts the program, asks after its health, sets it up when nobody has, and stops it."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
        command = re.sub(r" --port \d+", "", command).replace("--host 0.0.0.0", "--host 127.0.0.1") + f" --port {port}"
        with served(command, self.folder) as (address, code):
            assert ask(f"{address}/health")[1] == "ok\n"
            if code:
                set_up(address, code)


@contextlib.contextmanager
def served(command, folder):
    """The program until the block ends; yields where it listens and the one-time code, where it prints one."""
    ready = r"listens at (https?://[^\s;]+)"
    if not (folder / "var/lib/chaperone/organisations").exists():
        ready += r"[\s\S]*one-time code: (\S+)"
    server = subprocess.Popen(
        shlex.split(command), cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True)
    try:
        printed = ""
        for line in server.stdout:
            printed += line
            if found := re.search(ready, printed):
                break
        else:
            pytest.fail(f"{command} did not start:\n{printed}")
        yield found.group(1), found.group(2) if found.lastindex == 2 else None
    finally:
        server.terminate()
        ended = server.wait(timeout=60)
    assert ended == 0, f"{command} did not end cleanly"


def set_up(address, code):
    """The pages of set-up, as a browser sends their forms."""
    _, _, headers = send(f"{address}/set-up", {"code": code})
    cookie = headers["set-cookie"].split(";")[0]
    pages = {
        "organisation": {
            "name": "Quayside School", "slug": "quayside", "schools": "one", "nation": "england",
            "publicAddress": "https://chaperone.quayside.example"},
        "policy": {"policy": "LINK"},
        "administrator": {
            "administratorName": "Rosa Whitlock", "administratorEmail": "rosa@quayside.example",
            "password": "otter lantern gravel Tuesday", "again": "otter lantern gravel Tuesday"},
    }
    for name, fields in pages.items():
        status, page, _ = send(f"{address}/set-up/{name}", fields, cookie)
        assert status in (200, 303) and "error-summary" not in page, f"set-up stopped at {name}: {page}"


def send(url, fields, cookie=""):
    headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin"}
    return ask(urllib.request.Request(url, urllib.parse.urlencode(fields).encode(), headers))


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: the next page is asked for by name."""

    def redirect_request(self, *_):
        return None


def ask(request):
    """Status, words and headers of an answer; the certificate of this run is nobody's but ours."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    opener = urllib.request.build_opener(Stay, urllib.request.HTTPSHandler(context=trusting))
    try:
        answer = opener.open(request, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.read().decode(), answer.headers


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    return Machine(tmp_path_factory.mktemp("school"))


@pytest.mark.parametrize("command", commands(INSTALL) + commands(OPERATIONS))
def test_command_of_the_installation_works(machine, command):
    machine.does(command)


def test_the_installation_is_all_there():
    """What the tests above would pass by in silence, if the README lost it."""
    words = [command.split()[1] for command in commands(INSTALL)]
    assert words == ["serve", "serve", "backup", "restore", "record"]


def test_the_nightly_line_is_the_command_of_the_readme():
    line = re.search(r"^30 1 \* \* \* chaperone /usr/local/bin/(.+) 2>&1", OPERATIONS, re.M).group(1)
    assert line.replace(r"\%", "%") in commands(INSTALL)


def test_the_backup_of_today_is_where_the_readme_says(machine):
    today = datetime.date.today().isoformat()
    assert (machine.folder / f"var/backups/chaperone/{today}/quayside.sqlite").exists()
