"""Worried about a child: from any page the safeguarding lead is asked to come at once, with the page and no names."""

import re

import pytest
from playwright.sync_api import expect

from rooms import Desk


@pytest.mark.parametrize("width, scripts", [
    pytest.param("phone", True, id="on a phone"), pytest.param("desktop", False, id="without scripts"),
])
def test_the_safeguarding_lead_is_told_from_a_post(visitor, living, width, scripts):
    teacher = Desk(visitor, living, "st-aidans", "Kit Fell", scripts, width)
    teacher.go("/posts?state=published").page.locator("main .list a").first.click()
    post = teacher.page.url
    teacher.page.get_by_role("link", name="Tell the DSL").filter(visible=True).first.click()
    teacher.sees(re.compile("They also see from which page you came: A post"), "Call 999.")
    teacher.judged()
    teacher.press("Tell them now")
    teacher.sees("Choose what it is about", re.compile("They also see from which page you came: A post"))
    teacher.judged()
    teacher.page.get_by_label("What a child or a colleague does online").check()
    teacher.press("Tell them now")
    teacher.sees("They have been told.")
    teacher.judged()
    lead = Desk(visitor, living, "st-aidans", "Anna Tyson", scripts, width)
    lead.sees("Somebody needs to speak with you at once")
    expect(lead.page.locator("main .ledger li, main li").first).to_contain_text("Somebody needs to speak with you at once")
    lead.follow(re.compile("^Kit Fell is worried about a child"))
    lead.sees("What a child or a colleague does online", "Speak with them at once, in person or by telephone.")
    lead.judged()
    expect(lead.page.locator("main").get_by_role("link", name="A post")).to_have_attribute(
        "href", re.compile(re.escape(post.removeprefix(living).split("?")[0])))
    lead.press("Put on record that we have spoken")
    lead.sees("Anna Tyson has spoken with them.")
    lead.judged()


def test_a_concern_is_nobody_elses(visitor, living):
    teacher = Desk(visitor, living, "st-aidans", "Kit Fell")
    teacher.go("/tell-the-dsl").page.get_by_label("Something I did online, or was drawn into").check()
    teacher.press("Tell them now")
    lead = Desk(visitor, living, "st-aidans", "Anna Tyson")
    lead.follow(re.compile("^Kit Fell is worried about a child"))
    head = Desk(visitor, living, "st-aidans", "Mary Kirkbride")
    assert head.page.goto(lead.page.url).status == 404
    head.go().does_not_see("Somebody needs to speak with you at once")
