"""Two people are asked for at a look at log-in details: going back to one takes another; and tabs on a phone."""

from rooms import Desk


def test_a_second_person_answers_whether_one_may_look_alone(visitor, living):
    asker = Desk(visitor, living, "wold-valley", "Colin Ives", width="desktop")
    asker.go("/settings/millbrook").sees("asks that one person alone may look at log-in details")
    asker.follow("See it and answer")
    asker.sees("It waits for another.", "Who may confirm it", "Dev Saini")
    assert asker.page.get_by_role("button", name="Confirm: one person is enough").count() == 0
    asker.judged()
    other = Desk(visitor, living, "wold-valley", "Claire Danvers")
    other.go().does_not_see("May one person alone look at log-in details again?")
    answer = other.page.goto(asker.page.url)
    assert answer.status == 404, "the headteacher of another school sees it"
    second = Desk(visitor, living, "wold-valley", "Dev Saini")
    second.go().follow("May one person alone look at log-in details again?")
    second.sees("It waits for you.")
    second.press("Decline it")
    second.sees("Say why it is not to be")
    second.judged()
    second.page.get_by_role("textbox", name="Why?").fill("We are three in half term now")
    second.press("Decline it")
    second.sees("Dev Saini declined it")
    asker.go().sees("Dev Saini declines that one person looks alone: We are three in half term now")
    asker.go("/settings/millbrook").does_not_see("asks that one person alone")
    asker.press("Save")
    asker.sees("Saved.")


def test_tabs_stand_in_one_row_on_a_phone_and_follow_the_keyboard(visitor, living):
    reader = Desk(visitor, living, "wold-valley", "Dev Saini")
    reader.go("/policy/training")
    row = reader.page.locator("ul.tabs").first
    assert row.bounding_box()["height"] < 80, "the tabs take more than one row"
    assert row.evaluate("row => row.scrollLeft") > 0, "the open tab is not in sight"
    first, last = row.get_by_role("link").first, row.get_by_role("link").last
    first.focus()
    seen = "(tab) => { const a = tab.getBoundingClientRect(); return a.left >= 0 && a.right <= innerWidth + 1; }"
    for _ in range(row.get_by_role("link").count() - 1):
        reader.page.keyboard.press("Tab")
        assert reader.page.evaluate(f"({seen})(document.activeElement)"), "the focus is out of sight"
    assert last.evaluate("tab => tab === document.activeElement")
    reader.judged()
