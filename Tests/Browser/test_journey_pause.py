"""Stop everything at once, and let it go on: what falls due meanwhile does not go out."""

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

SCHOOL = "noor-hill"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_nothing_goes_out_while_paused(visitor, living, scripts):
    text = f"The library stays open until five today{'' if scripts else ', as always'}."
    author = Desk(visitor, living, SCHOOL, "Yasmin Haque", scripts)
    rooms.new_post(author, text, "Noor Hill on Facebook", at=rooms.soon())
    post = rooms.send(author)
    approver = Desk(visitor, living, SCHOOL, "Nadia Karim", scripts)
    rooms.open_approval(approver, text.rstrip("."))
    rooms.approve(approver)

    moderator = Desk(visitor, living, SCHOOL, "Tariq Mahmud", scripts)
    moderator.go("/calendar").follow("Pause publishing")
    moderator.press("Pause publishing")
    expect(moderator.page.locator(".error-summary"), "paused without a reason").to_be_visible()
    moderator.page.get_by_label("Why?").fill("A bereavement in the school.")
    moderator.press("Pause publishing")
    assert moderator.heading() == "Publishing is paused"
    moderator.sees("“A bereavement in the school.”", "It is resumed by: headteacher")
    expect(moderator.page.get_by_role("button", name="Resume publishing")).to_have_count(0)

    author.go().sees("A bereavement in the school.")
    author.open(post).reloads_until(lambda page: rooms.state(author) != "Scheduled")
    assert rooms.state(author) == "Stopped"
    author.sees("Its time came while publishing was paused: A bereavement in the school.")
    expect(author.page.get_by_role("link", name="Publish it by hand")).to_have_count(0)

    head = Desk(visitor, living, SCHOOL, "Salim Aziz", scripts)
    head.go("/pause")
    head.page.get_by_label("Why may it go on?").fill("The family has asked us to go on.")
    head.press("Resume publishing")
    head.sees("Nothing is paused now.")
    author.go().does_not_see("A bereavement in the school.")
    author.open(post)
    assert rooms.state(author) == "Stopped", "what fell due while paused went on by itself"
