"""Every page that the demonstration's people are offered: no fault of accessibility, no error, nothing from outside."""

import os
import pathlib

from crawl import doors, kind

SHOTS = os.environ.get("SHOTS")
LOOKS = [("phone", "light"), ("phone", "dark"), ("desktop", "light"), ("desktop", "dark")]
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}


def keep(page, organisation, url, width, scheme):
    if not SHOTS:
        return
    name = kind(url).replace("/", "_").replace("?", "-").strip("_") or "start"
    folder = pathlib.Path(SHOTS) / organisation
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)


def faults_of(watched, organisation, url, status):
    faults = []
    if status >= 400:
        faults.append(f"{url} answers {status}, though a link leads to it")
    for width, scheme in LOOKS:
        watched.page.set_viewport_size(SIZES[width])
        watched.page.emulate_media(color_scheme=scheme)
        faults += [f"{url} ({width}, {scheme}): {fault}" for fault in watched.violations()]
        wide = watched.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            faults.append(f"{url} ({width}): {wide} pixels too wide")
        keep(watched.page, organisation, url, width, scheme)
    return faults


PAGES = ["", "/posts/new", "/approvals", "/posts", "/calendar", "/policy", "/people"]


def test_the_pages_of_every_day(watched, site):
    """The first pages of everyone's day, at the headteacher's desk of each organisation."""
    visitor = watched("desktop")
    entrances = doors(visitor.page, site)
    assert len(entrances) == 5, f"the start page leads to {entrances}"
    faults = faults_of(visitor, "start", site, 200)
    for door in entrances:
        organisation = door.removeprefix(site + "/").split("/")[0]
        visitor.page.goto(door)
        visitor.page.locator("main form button", has_text="eadteacher").first.click()
        for path in PAGES if door == entrances[0] else PAGES[:2]:
            url = f"{site}/{organisation}{path}"
            faults += faults_of(visitor, organisation, url, visitor.page.goto(url).status)
    assert not faults + visitor.faults, "\n".join(faults + visitor.faults)
