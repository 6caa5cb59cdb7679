"""Two people on one draft: each sees the other's change before anything is overwritten."""

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

SCHOOL = "harbour-view"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_two_people_on_one_draft(visitor, living, scripts):
    one = Desk(visitor, living, SCHOOL, "Priya Nair", scripts)
    rooms.new_post(one, "The band plays at noon.", "Harbour View on Facebook")
    draft = rooms.save(one) + "/edit"
    other = Desk(visitor, living, SCHOOL, "Tom Ashworth", scripts)
    other.open(draft)
    one.open(draft)
    rooms.write(other, "The band plays at one o'clock.")
    rooms.save(other)

    rooms.write(one, "The band plays at noon, in the hall.")
    one.press("Save draft")
    expect(one.page.locator("h1")).to_have_text("Two of you wrote at once")
    one.sees("Tom Ashworth saved this draft", "The band plays at one o'clock.", "The band plays at noon, in the hall.")
    one.judged()
    other.open(draft)
    expect(other.page.locator("#text"), "the other's change was overwritten").to_have_value(
        "The band plays at one o'clock.")
    one.page.get_by_label("The text to keep").fill("The band plays at one o'clock, in the hall.")
    one.press("Save this text")
    other.open(draft)
    expect(other.page.locator("#text")).to_have_value("The band plays at one o'clock, in the hall.")


def test_who_types_is_told_that_the_other_saved(visitor, living):
    """With scripts one need not press anything to learn it, and what one typed stays."""
    one = Desk(visitor, living, SCHOOL, "Priya Nair")
    rooms.new_post(one, "The choir sings at noon.", "Harbour View on Facebook")
    draft = rooms.save(one) + "/edit"
    other = Desk(visitor, living, SCHOOL, "Tom Ashworth")
    other.open(draft)
    one.open(draft)
    rooms.write(other, "The choir sings at two.")
    rooms.save(other)
    rooms.write(one, "The choir sings at noon, outside.")
    expect(one.page.locator("#status")).to_contain_text("Tom Ashworth saved this draft")
    expect(one.page.locator("#text")).to_have_value("The choir sings at noon, outside.")
