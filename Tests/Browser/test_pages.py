"""Every page that the demonstration's people are offered: no fault of accessibility, no error, nothing from outside."""

import collections
import os
import pathlib

import pytest

from crawl import Walk, kind
from people import PEOPLE, become

SHOTS = os.environ.get("SHOTS")
EVERYONE = [(organisation, name) for organisation, names in PEOPLE.items() for name in names]


@pytest.fixture(scope="module")
def read():
    """The addresses that were read already, by their kind."""
    return collections.defaultdict(set)


def keep(page, organisation, name):
    """A picture of the page for the eye, when SHOTS names a folder."""
    if not SHOTS:
        return
    file = kind(page.url).split("/", 3)[-1].replace("/", "_").replace("?", "-")
    folder = pathlib.Path(SHOTS) / organisation
    folder.mkdir(parents=True, exist_ok=True)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=folder / f"{file}-{name.split()[0]}-{width}.png", full_page=True)


def test_the_pages_before_anyone_signs_in(visitor, site, read):
    one = visitor(site)
    starts = [site] + [f"{site}/{key}{path}" for key in PEOPLE for path in ("", "/sign-in", "/who-will-you-be")]
    walk = Walk(one, read)
    for faults in walk.through(starts):
        walk.faults += faults
        keep(one.page, "before", "anyone")
    assert not walk.faults, "\n".join(walk.faults)


@pytest.mark.parametrize("organisation", PEOPLE)
def test_the_demonstration_has_these_people(visitor, site, organisation):
    page = visitor(site).page
    page.goto(f"{site}/{organisation}/who-will-you-be")
    assert sorted(page.locator("button.persona b").all_inner_texts()) == sorted(PEOPLE[organisation])


@pytest.mark.parametrize("organisation, name", EVERYONE, ids=[f"{key}-{name}" for key, name in EVERYONE])
def test_the_pages_of(visitor, site, read, organisation, name):
    one = visitor(site)
    become(one.page, site, organisation, name)
    walk = Walk(one, read)
    for faults in walk.through([one.page.url]):
        walk.faults += faults
        keep(one.page, organisation, name)
    walk.faults += walk.lost_places()
    assert not walk.faults, "\n".join(walk.faults)
