"""Pages that no link leads to: what is refused, what went wrong, what was filled in wrongly, and paper."""

import re

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

SCHOOL = "harbour-view"


@pytest.mark.parametrize("who, path, status, says", [
    (None, "/no-such-school", 404, "There is no such page"),
    (None, f"/{SCHOOL}/no-such-room", 404, "There is no such page"),
    (None, f"/{SCHOOL}/new-password/abcdefghijklmnop", 410, "This link does not count any more"),
    ("Priya Nair", f"/{SCHOOL}/no-such-room", 404, "There is no such page"),
    ("Priya Nair", f"/{SCHOOL}/posts/aaaaaaaaaaaaaaaaaaaaaaaa12", 404, "There is no such page"),
    ("Priya Nair", f"/{SCHOOL}/posts/new/and/on", 404, "There is no such page"),
    ("Priya Nair", f"/{SCHOOL}/people", 403, "This page is for other roles"),
    ("Priya Nair", f"/{SCHOOL}/users", 403, "This page is for other roles"),
    ("Ama Boakye", f"/{SCHOOL}/posts/new", 403, "This page is for other roles"),
])
def test_a_page_that_is_refused(visitor, living, who, path, status, says):
    """A page with a sentence and a way on, never a bare word."""
    one = Desk(visitor, living, SCHOOL, who).watched if who else visitor(living)
    answer = one.page.goto(living + path)
    assert (answer.status, one.page.locator("h1").inner_text()) == (status, says)
    expect(one.page.get_by_role("link", name="Go to the first page")).to_be_visible()
    faults = one.judged()
    assert not faults, "\n".join(faults)


def test_a_form_is_no_page(visitor, living):
    """Addresses that only take forms answer a visitor with a page too."""
    desk = Desk(visitor, living, SCHOOL, "Priya Nair")
    for path in ["/sign-out", "/posts/aaaaaaaaaaaaaaaaaaaaaaaa12/notes", "/people/import/aaaaaaaaaaaaaaaaaaaaaaaa12/decision"]:
        answer = desk.page.goto(f"{living}/{SCHOOL}{path}")
        assert answer.status in (404, 405), f"{path} answers {answer.status}"
        desk.judged()


def test_a_form_from_another_session_does_nothing(visitor, living):
    desk = Desk(visitor, living, SCHOOL, "Priya Nair", width="desktop")
    desk.go("/posts/new")
    desk.page.locator("input[name=csrf]").first.evaluate("one => document.querySelectorAll('[name=csrf]').forEach("
                                                         "field => { field.value = 'another' })")
    rooms.write(desk, "Sent from an old window.")
    desk.press_anyway("Save draft")
    assert desk.heading() == "What you wrote is kept"
    desk.judged()
    desk.go("/posts").does_not_see("Sent from an old window.")


@pytest.mark.parametrize("who, path, button, says", [
    ("Dean Lowe", "/people/new-pupil", "Add", "name"),
    ("Dean Lowe", "/people/new-staff", "Add", "name"),
    ("Dean Lowe", "/people/import", "Try the file", "file"),
    ("Dean Lowe", "/users/new", "Add and make the link", "role"),
    ("Helen Osei", "/accounts/new", "Enter this account", ""),
    ("Helen Osei", "/pause", "Pause publishing", "Say why"),
    ("Priya Nair", "/posts/new", "Send for approval", ""),
])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_form_sent_empty_says_what_is_missing(visitor, living, who, path, button, says, scripts):
    """The summary stands at the top and each of its lines leads to a place that is on the page."""
    desk = Desk(visitor, living, SCHOOL, who, scripts)
    desk.go(path)
    desk.press_anyway(re.compile(f"^({button})"))
    summary = desk.page.locator(".error-summary")
    expect(summary).to_contain_text(says)
    if scripts:
        expect(summary, "the summary is not what the keyboard is at").to_be_focused()
        desk.judged()
    for target in summary.locator("a").evaluate_all("all => all.map(one => one.getAttribute('href'))"):
        assert desk.page.locator(target).count() == 1, f"the summary leads to {target}, which is not there"


@pytest.mark.parametrize("path, says", [
    ("/posts?state=expired&from=2020-01-01&to=2020-01-02", "No post fits"), ("/calendar?month=2031-01", ""),
])
def test_nothing_is_found(visitor, living, path, says):
    desk = Desk(visitor, living, SCHOOL, "Helen Osei").go(path)
    if says:
        desk.sees(says)
    desk.judged()


def test_no_post_is_found(visitor, living):
    """What one looked for stays in its field, and is not in the address."""
    desk = Desk(visitor, living, SCHOOL, "Helen Osei").go("/posts")
    desk.page.get_by_label("Words in the post").fill("zeppelin")
    desk.press("Search")
    desk.sees("No post fits")
    expect(desk.page.get_by_label("Words in the post")).to_have_value("zeppelin")
    assert "zeppelin" not in desk.page.url
    desk.judged()


def test_nobody_is_found_on_the_roll(visitor, living):
    """What one looked for stays in its field, and is not in the address."""
    desk = Desk(visitor, living, SCHOOL, "Dean Lowe")
    rooms.find_on_roll(desk, "zeppelin")
    desk.sees("Nobody on the roll has this name or reference")
    expect(desk.page.get_by_label("Find by name or reference")).to_have_value("zeppelin")
    expect(desk.page.locator("main tbody tr")).to_have_count(0)
    assert "zeppelin" not in desk.page.url
    desk.judged()


PRINTED = [
    "/policy", "/policy/remarks", "/policy/coverage", "/policy/guidance", "/posts", "/calendar", "/approvals", "/people"]


def test_on_paper(visitor, living):
    """No furniture of the screen, and nothing cut off at the edge of an A4 sheet."""
    desk = Desk(visitor, living, SCHOOL, "Helen Osei", width="desktop")
    desk.go("/posts?state=published").page.locator("main .list a").first.click()
    post = rooms.post_address(desk)
    faults = []
    for url in [post, post + "/print", *[f"{living}/{SCHOOL}{path}" for path in PRINTED]]:
        desk.open(url)
        desk.page.emulate_media(media="print")
        desk.page.set_viewport_size({"width": 718, "height": 1040})
        for furniture in [".rail", ".top", "nav", ".skip", ".no-print", "main form", "main button"]:
            if any(one.is_visible() for one in desk.page.locator(furniture).all()):
                faults.append(f"{url}: {furniture} is printed")
        faults += [f"{url}: {cut}" for cut in desk.page.evaluate(CUT_OFF)]
        desk.page.emulate_media(media="screen")
    assert not faults, "\n".join(faults)


CUT_OFF = """() => [...document.querySelectorAll('main *')].filter(one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect()
    if (!box.width || style.clipPath !== 'none' || style.position === 'absolute') return false
    const beyond = box.right > innerWidth + 1
    const hidden = style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1
    const clamped = style.overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1
    return beyond || hidden || clamped
}).slice(0, 5).map(one => 'cut off: ' + one.outerHTML.slice(0, 120))"""
