"""A picture that must not exist stands in another post too, saved again and smaller: it waits until a person has looked, is
not taken in anew, and the safeguarding lead lets in what only looks like it."""

import pathlib
import re

from playwright.sync_api import expect

import rooms
from rooms import Desk

SCHOOL = "harbour-view"
FILES = pathlib.Path(__file__).resolve().parents[1] / "Pictures"


def with_picture(desk, text, file):
    """A draft with this picture, and its address."""
    desk.go("/posts/new")
    rooms.write(desk, text)
    desk.press("Add pictures")
    added(desk, file)
    expect(desk.page.get_by_text("Picture 1", exact=True)).to_be_visible(timeout=60_000)
    return rooms.post_address(desk)


def added(desk, file):
    rooms.bring_pictures(desk, [FILES / file])
    if not desk.scripts:
        desk.press("Add these pictures")


def test_what_looks_like_a_picture_that_must_not_exist(living, visitor):
    other = Desk(visitor, living, SCHOOL, "Tom Ashworth")
    alike = with_picture(other, "Bunting over the slipway.", "bunting-small.png")
    teacher = Desk(visitor, living, SCHOOL, "Priya Nair", scripts=False)
    post = with_picture(teacher, "Bunting at the quay.", "bunting.jpg")
    teacher.follow("Say who is in it")
    teacher.follow("This picture must not exist")
    teacher.press("No: destroy it now")
    teacher.sees("The picture is destroyed, in every size.")

    # whoever brought it sees that it waits, and decides nothing
    other.open(alike)
    other.sees("A picture waits.")
    other.judged()
    other.follow("Is it another?")
    expect(other.page.get_by_role("button", name=re.compile("^It is another picture"))).to_have_count(0)
    other.judged()

    # another, who approves posts, has it among their tasks, looks, and says so
    leader = Desk(visitor, living, SCHOOL, "Sanjay Mehta")
    leader.follow(re.compile("Look at a picture in .*Bunting over the slipway"))
    leader.page.wait_for_url(alike + "/likeness")
    picture = leader.page.locator("main img")
    expect(picture).to_be_hidden()
    leader.unfold("Look at it")
    expect(picture).to_be_visible()
    leader.judged()
    leader.press("It is another picture: it may go out")
    leader.page.wait_for_url(alike)
    leader.does_not_see("A picture waits.")

    # neither the file nor its likes are taken in again
    for file in ("bunting.jpg", "bunting-small.png"):
        teacher.open(post + "/pictures")
        added(teacher, file)
        expect(teacher.page.locator(".error-summary")).to_contain_text("so it was not kept")
    teacher.judged()

    lead = Desk(visitor, living, SCHOOL, "Ruth Calder", scripts=False)
    lead.go("/consent")
    lead.follow("Pictures not let in")
    section = lead.page.locator("main section", has_text="Priya Nair").first
    lead.judged()
    section.get_by_role("button", name="Let in what looks like it").click()
    lead.sees(re.compile("is let in since"))
    lead.judged()

    teacher.open(post + "/pictures")
    added(teacher, "bunting-small.png")
    expect(teacher.page.get_by_text("Picture 1", exact=True)).to_be_visible(timeout=60_000)
    added(teacher, "bunting.jpg")
    expect(teacher.page.locator(".error-summary")).to_contain_text("so it was not kept")
