"""A senior leader brings a list of training in from another system: what is no list, a trial with rows that are held back
and why, the change, and the same list again, which changes nothing. Then who put it on record."""

import datetime

import pytest
from playwright.sync_api import expect

from rooms import Desk

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


def bring(desk, text):
    desk.go("/policy/training/list")
    desk.page.get_by_label("The list").set_input_files(
        {"name": "training.csv", "mimeType": "text/csv", "buffer": text.encode()})
    desk.press("Try the list")


@BOTH
def test_a_list_of_training_is_tried_held_brought_in_and_brought_in_again(visitor, living, scripts):
    leader = Desk(visitor, living, "harbour-view", "Sanjay Mehta", scripts)
    leader.go("/policy/training")
    leader.judged()
    day = datetime.date.today() - datetime.timedelta(days=40 if scripts else 41)
    course = leader.page.locator("main").inner_text()
    course = next(line for line in course.splitlines() if "social media" in line or line == "Posting for the school")
    bring(leader, "one,two\n1,2\n")
    leader.sees("The first line must name the columns")
    leader.judged()
    number = "77" if scripts else "78"
    text = (
        "E-mail address,Course,Done on,Certificate,Score\n"
        f"priya.nair@harbour-view.example,{course},{day:%d/%m/%Y},{number},9\n"
        f"priya.nair@harbour-view.example,{course},31/02/2026,,9\n"
        f"nobody@harbour-view.example,{course},{day:%d/%m/%Y},,9\n"
        f"priya.nair@harbour-view.example,Juggling,{day:%d/%m/%Y},,9\n")
    bring(leader, text)
    assert leader.heading() == "1 would come on record"
    leader.sees("Held back", "Row 3", "There is no such day", "Row 4", "Row 5", "Columns that were not read: Score.")
    leader.judged()
    leader.press("Bring it in")
    bring(leader, text)
    assert leader.heading() == "Nothing would change"
    expect(leader.page.get_by_role("button", name="Bring it in")).to_have_count(0)
    leader.judged()
    leader.go("/policy/training")
    leader.page.get_by_role("link", name="Priya Nair").first.click()
    leader.sees(f"certificate {number}", "put on record by Sanjay Mehta")
    leader.judged()
