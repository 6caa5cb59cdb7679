"""One demonstration to look at, one to live in, and a headless Chromium, once for all browser tests."""

import contextlib

import pytest
from playwright.sync_api import sync_playwright

from crawl import Judged
from serving import demonstration, new_installation
from watched import Watched, WIDTHS


def pytest_configure(config):
    config.addinivalue_line("markers", "late: shows what came of something planned earlier in the run, so it runs last")


def pytest_collection_modifyitems(items):
    items.sort(key=lambda one: one.get_closest_marker("late") is not None)


@pytest.fixture(scope="session")
def site():
    """The address of a demonstration that the tests look at and leave as it is."""
    with demonstration() as address:
        yield address


@pytest.fixture(scope="session")
def living():
    """The address of a demonstration in which the journeys write, decide and publish."""
    with demonstration() as address:
        yield address


@pytest.fixture
def installation():
    """The address and the one-time code of an installation that nobody has set up."""
    with new_installation() as address_and_code:
        yield address_and_code


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def known():
    """What axe has judged in this run, so that it judges nothing twice."""
    return Judged()


@pytest.fixture
def visitor(chromium, known):
    """Makes visitors: visitor(site), visitor(site, 'phone', scripts=False)."""
    with visitors(chromium, known) as make:
        yield make


@pytest.fixture(scope="session")
def lasting_visitor(chromium, known):
    """Makes visitors whose windows stay open until all tests have run."""
    with visitors(chromium, known) as make:
        yield make


@contextlib.contextmanager
def visitors(chromium, known):
    """At the end nothing may have gone wrong in any of their windows, and no request may have left the machine."""
    made = []

    def make(site, width="desktop", scripts=True):
        w, h = WIDTHS[width]
        context = chromium.new_context(
            viewport={"width": w, "height": h}, java_script_enabled=scripts, locale="en-GB",
            timezone_id="Europe/London", reduced_motion="reduce")
        context.set_default_timeout(30_000)
        made.append(Watched(context, site, known))
        return made[-1]

    yield make
    faults = [fault for one in made for fault in one.faults]
    for one in made:
        one.page.context.close()
    assert not faults, "\n".join(faults)
