"""Returned with a note to a passage, answered, edited, sent again, and compared with what it was."""

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

SCHOOL = "st-aidans"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_returned_edited_and_sent_again(visitor, living, scripts):
    text = f"The choir sings on Friday{'' if scripts else ' evening'}. Bring a friend and a tin for the food bank."
    better = text.replace("Bring a friend", "The doors open at 18:00. Bring a friend")
    title = text.split(".")[0]
    author = Desk(visitor, living, SCHOOL, "Kit Fell", scripts)
    rooms.new_post(author, text, "St Aidan's on Facebook")
    post = rooms.send(author)

    approver = Desk(visitor, living, SCHOOL, "Hugh Benson", scripts)
    rooms.open_approval(approver, title)
    rooms.add_note(approver, "Bring a friend", "When do the doors open?")
    approver.unfold("Return it to its author")
    approver.press("Return with this reason")
    expect(approver.page.locator(".error-summary"), "a post went back without a reason").to_be_visible()
    rooms.send_back(approver, "Please say when the doors open.")

    author.go()
    author.sees("Returned to you")
    author.open(post)
    assert rooms.state(author) == "Returned to you"
    author.sees("“Please say when the doors open.”")
    author.follow("Change it and send it again")
    author.sees("“Please say when the doors open.”")
    rooms.write(author, better)
    rooms.send(author)

    rooms.open_approval(approver, title)
    approver.sees("What changed since revision 1")
    expect(approver.page.locator("section[aria-labelledby=changed] ins")).to_contain_text("The doors open at 18:00.")
    approver.follow("Compare revisions")
    expect(approver.page.locator(".diff ins")).to_contain_text("The doors open at 18:00.")
    expect(approver.page.locator(".diff")).to_contain_text("Bring a friend")
    rooms.open_approval(approver, title)
    rooms.approve(approver)
    author.open(post)
    assert rooms.state(author) == "Scheduled"
    rooms.expect_story(
        author, "sent revision 1", "wrote a note to “Bring a friend”", "returned revision 1",
        "Please say when the doors open.", "sent revision 2", "approved revision 2")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_author_answers_a_note(visitor, living, scripts):
    text = f"Year 4 baked a loaf{'' if scripts else ' today'} and ate it."
    author = Desk(visitor, living, SCHOOL, "Kit Fell", scripts)
    rooms.new_post(author, text, "St Aidan's on Facebook")
    post = rooms.send(author)
    approver = Desk(visitor, living, SCHOOL, "Hugh Benson", scripts)
    rooms.open_approval(approver, text.rstrip("."))
    rooms.add_note(approver, "a loaf", "Only one?")
    author.open(post.replace("/posts/", "/approvals/"))
    author.sees("“a loaf”", "Only one?")
    author.page.get_by_label("Your answer").fill("One, and a small one.")
    author.press("Answer")
    author.sees("One, and a small one.")
    rooms.open_approval(approver, text.rstrip("."))
    approver.sees("One, and a small one.")
