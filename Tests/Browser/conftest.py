"""Starts the demonstration on a free port with fresh data, and a headless Chromium, once for all browser tests."""

import os
import pathlib
import re
import subprocess
import tempfile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / os.environ.get("CHAPERONE", ".build/debug/chaperone")
WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
# Chosen by what is shown to fail on: the WCAG 2.2 AA rules and axe's own best practices.
AXE_OPTIONS = {"resultTypes": ["violations"]}


@pytest.fixture(scope="session")
def site():
    """The demonstration's address."""
    with tempfile.TemporaryDirectory(prefix="chaperone-browser-") as data:
        server = subprocess.Popen(
            [BINARY, "demo", "--data", data, "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT)
        printed = []
        for line in server.stdout:
            printed.append(line)
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                break
        else:
            pytest.fail("the demonstration did not start:\n" + "".join(printed))
        yield found.group(0)
        server.terminate()
        assert server.wait(timeout=20) == 0, "the demonstration did not end cleanly"


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


class Watched:
    """A page that notes console errors, failed requests and requests that leave the machine."""

    def __init__(self, context, site):
        self.site = site
        self.faults = []
        self.page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("request", self._request)

    def _console(self, message):
        if message.type == "error" and "status of 4" not in message.text:
            self.faults.append(f"console: {message.text}")

    def _request(self, request):
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.faults.append(f"left the machine: {request.url}")

    def violations(self):
        found = Axe().run(self.page, options=AXE_OPTIONS).response["violations"]
        return [
            f"{rule['id']}: {rule['help']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]


@pytest.fixture
def watched(chromium, site):
    """Makes watched pages: watched('phone'), watched('desktop', scripts=False), watched('phone', scheme='dark')."""
    contexts = []

    def make(width="desktop", scripts=True, scheme="light"):
        w, h = WIDTHS[width]
        context = chromium.new_context(
            viewport={"width": w, "height": h}, java_script_enabled=scripts, color_scheme=scheme, locale="en-GB",
            timezone_id="Europe/London", reduced_motion="reduce")
        contexts.append(context)
        return Watched(context, site)

    yield make
    for context in contexts:
        context.close()
