"""With the keyboard alone: from the first page to a post that is sent, and through its findings."""

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

SCHOOL = "harbour-view"


def tab_to(desk, target, most=150):
    """Presses Tab until the thing is reached, as one must who has no mouse; each stop on the way is to be seen."""
    for _ in range(most):
        desk.page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            outline = target.evaluate("""one => {
                const style = getComputedStyle(one)
                const around = getComputedStyle(one.closest('.editor, .choice, form') ?? one)
                return [style.outlineStyle, style.boxShadow, around.outlineStyle, around.boxShadow]
            }""")
            assert any(look != "none" for look in outline), f"one does not see where the keyboard is: {target}"
            return
    raise AssertionError(f"{most} times Tab did not lead to {target}")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_post_is_sent_with_the_keyboard_alone(visitor, living, scripts):
    desk = Desk(visitor, living, SCHOOL, "Priya Nair", scripts)
    page, keys = desk.page, desk.page.keyboard
    desk.go("/posts/new")
    keys.press("Tab")
    expect(page.locator(".skip"), "the first Tab does not offer to skip to the page").to_be_focused()
    keys.press("Enter")
    tab_to(desk, page.locator("#text"))
    keys.type("The seal is back in the harbour.")
    tab_to(desk, page.get_by_role("checkbox", name="Harbour View on Facebook"))
    keys.press("Space")
    rooms_day = rooms.days_from_now(7)
    tab_to(desk, page.locator("#date"))
    keys.type(rooms_day.strftime("%d %B %Y"))
    tab_to(desk, page.locator("#time"))
    keys.type("12:00")
    tab_to(desk, page.get_by_role("radio", name="No", exact=True))
    keys.press("Space")
    tab_to(desk, page.get_by_role("button", name="Send for approval"))
    keys.press("Enter")
    desk.sees("Sent for approval.", "The seal is back in the harbour.")


def test_j_and_k_go_from_finding_to_finding(visitor, living):
    desk = Desk(visitor, living, SCHOOL, "Priya Nair")
    rooms.new_post(desk, "Ring 07700 900142 or see https://bit.ly/seal", "Harbour View on Facebook")
    rooms.expect_finding(desk, "bit.ly")
    desk.page.get_by_role("radio", name="No", exact=True).evaluate("one => one.blur()")
    for number in ["1", "2"]:
        desk.page.keyboard.press("j")
        expect(desk.page.locator(f"#finding-{number}")).to_be_focused()
    desk.page.keyboard.press("k")
    expect(desk.page.locator("#finding-1")).to_be_focused()
