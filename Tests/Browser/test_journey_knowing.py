"""Knowing the policy: read it, read the guidance on safeguarding, be trained; and the register that says who has."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from rooms import LONDON, Desk


@pytest.mark.parametrize("scripts, width", [
    pytest.param(True, "phone", id="on a phone"), pytest.param(False, "desktop", id="without scripts"),
])
def test_the_safeguarding_lead_reads_both(visitor, living, scripts, width):
    # Each run has a reader of its own: what one has read stands.
    reader = Desk(visitor, living, "harbour-view", "Ruth Calder" if scripts else "Ama Boakye", scripts, width)
    reader.go("/policy")
    if reader.page.get_by_role("link", name="Read it and say so").count():
        reader.follow("Read it and say so")
        reader.press("Put it on record")
        reader.sees("Tick the box when you have read it")
        reader.page.get_by_label("I have read it and will keep to it").check()
        reader.judged()
        reader.press("Put it on record")
        reader.sees("It stands on record.")
    reader.go("/policy/safeguarding").sees("What our policy says of it")
    if reader.page.get_by_label("I have read it and will keep to it").count():
        reader.press("Put it on record")
        reader.sees("Tick the box when you have read it")
        reader.page.get_by_label("I have read it and will keep to it").check()
        reader.press("Put it on record")
    reader.sees("You have read it.")
    reader.judged()


def test_a_leader_puts_training_on_record(visitor, living):
    leader = Desk(visitor, living, "noor-hill", "Salim Aziz")
    leader.go("/policy/training?state=not")
    name = leader.page.locator("#people ~ table tbody th, section table tbody th").first.inner_text()
    trainee = Desk(visitor, living, "noor-hill", name)
    trainee.go().sees("Do your training on social media")
    leader.go("/policy/training/records/new")
    leader.page.get_by_role("textbox", name="When was it done?").fill("30 February 2026")
    leader.press("Put it on record")
    leader.sees("Write the day like this: 24 November 2026")
    today = datetime.datetime.now(LONDON)
    leader.page.get_by_role("textbox", name="When was it done?").fill(f"{today.day} {today.strftime('%B %Y')}")
    leader.press("Put it on record")
    leader.sees("Choose who has done it")
    leader.page.get_by_label(name).check()
    leader.judged()
    leader.press("Put it on record")
    leader.follow(name)
    leader.sees("Posting for the school", re.compile("Until"))
    leader.follow("Certificate")
    leader.sees(re.compile(f"has on record that {name} has done"))
    leader.judged()
    trainee.go().does_not_see("Do your training on social media")
    trainee.go("/me/training").sees("Posting for the school")


def test_a_session_is_arranged_and_called_off(visitor, living):
    leader = Desk(visitor, living, "saltmarsh", "Joan Whitby", scripts=False, width="desktop")
    leader.go("/policy/training").follow("Arrange a session")
    leader.press("Put it on the register")
    leader.sees("Write the day like this: 24 November 2026")
    leader.page.get_by_label("What it is called").fill("Kind words online <b>")
    leader.page.get_by_role("textbox", name="The day").fill("1 March 2027")
    leader.page.get_by_label("Pupils").check()
    leader.press("Put it on the register")
    leader.sees("Kind words online <b>", "It is a briefing, so nobody is put on record by name.")
    leader.follow("Call it off")
    leader.page.get_by_label("Why?").fill("Snow")
    leader.press("Call it off")
    leader.sees("Called off")
    leader.judged()


def test_a_platform_where_parents_post_asks_that_they_are_told(visitor, living):
    leader = Desk(visitor, living, "noor-hill", "Salim Aziz")
    leader.go("/policy/learning-platforms").follow("Add a platform")
    leader.page.get_by_label("What it is called").fill("Class Story")
    leader.page.get_by_label("Parents can post or comment there").check()
    leader.press("Add it")
    leader.sees("Say what is acceptable there: it is what parents are told")
    leader.page.get_by_label("What is acceptable there").fill("Write as you would speak in the playground.")
    leader.press("Add it")
    leader.sees("Parents to be told", "Nobody is on record as told yet.")
    leader.judged()
    leader.follow("Put telling on record")
    leader.press("Put it on record")
    leader.sees("Choose who was told")
    leader.page.get_by_label("All families").check()
    leader.page.get_by_label("How", exact=True).select_option("letter")
    leader.press("Put it on record")
    leader.sees("Parents told", re.compile("All families, by letter"))


def test_anyone_reads_the_page_for_families(visitor, living):
    leader = Desk(visitor, living, "noor-hill", "Salim Aziz")
    leader.page.context.clear_cookies()
    leader.go("/for-families").sees("Which accounts are ours", "Policy Personal use")
    expect(leader.page.locator("main")).not_to_contain_text("Salim")
    leader.judged()
