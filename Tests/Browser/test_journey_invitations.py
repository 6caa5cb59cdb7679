"""An administrator invites the staff of the roll at once; one of them comes with a slip of paper, is asked to read the
policy, and may ask for an account but write no post."""

import pytest
from playwright.sync_api import expect

from rooms import Desk
from test_journey_first_visit import PASSWORD

ADMINISTRATOR = {"harbour-view": "Dean Lowe", "wold-valley": "Colin Ives"}


def add_staff(desk, number, given, email):
    desk.go("/people/new-staff")
    desk.page.get_by_label("Reference").fill(number)
    desk.page.get_by_label("Given name").fill(given)
    desk.page.get_by_label("Family name").fill("Slipworth")
    desk.page.get_by_label("E-mail address").fill(email)
    if desk.page.get_by_label("School").count():
        desk.page.get_by_label("School").select_option(index=1)
    desk.press("Add")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("organisation", ADMINISTRATOR)
def test_staff_of_the_roll_are_invited_at_once(visitor, living, organisation, scripts):
    desk = Desk(visitor, living, organisation, ADMINISTRATOR[organisation], scripts)
    mark = f"{organisation[0]}{int(scripts)}"
    for who in ["comes", "waits"]:
        add_staff(desk, f"SL-{mark}-{who}", who.capitalize(), f"{who}.{mark}@school.example")
    add_staff(desk, f"SL-{mark}-none", "Without", "")

    desk.go("/users")
    desk.follow("Invite staff")
    desk.unfold("no e-mail address on the roll")
    expect(desk.page.get_by_role("link", name="Without Slipworth").first).to_be_visible()
    for box in desk.page.locator("input[name=person]").all():
        box.uncheck()
    desk.press("Invite those who are ticked")
    desk.sees("Tick whoever is to be invited")
    for who in ["Comes", "Waits"]:
        desk.page.get_by_role("checkbox", name=f"{who} Slipworth {who.lower()}.{mark}@school.example").check()
    desk.press("Invite those who are ticked")
    assert desk.heading() == "2 links to hand over"
    slip = desk.page.locator(".slip", has_text="Comes Slipworth").locator(".ref-link").inner_text()
    desk.follow("Done")
    desk.sees("were invited and have not come", "Waits Slipworth")
    assert desk.page.get_by_role("checkbox", name="Waits Slipworth").count() == 0

    newcomer = visitor(living, "phone", scripts).page
    newcomer.goto(living + slip[slip.index(f"/{organisation}/"):])
    newcomer.get_by_label("New password").fill(PASSWORD)
    newcomer.get_by_label("The same again").fill(PASSWORD)
    newcomer.locator("main").get_by_role("button", name="Set password and sign in").click()
    newcomer.wait_for_url(f"{living}/{organisation}")
    newcomer.get_by_role("link", name="Read the policy").first.click()
    expect(newcomer.locator("h1")).to_be_visible()
    assert newcomer.goto(f"{living}/{organisation}/accounts/apply").ok
    assert newcomer.goto(f"{living}/{organisation}/posts/new").status == 403
