"""Stop everything at once, and let it go on: what falls due meanwhile does not go out."""

import functools
import types

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

# A school for each, so that the one may be paused beside the other: who writes, approves, pauses and resumes, and on
# which account.
NOOR_HILL = ("noor-hill", "Yasmin Haque", "Nadia Karim", "Tariq Mahmud", "Salim Aziz", "Noor Hill on Facebook")
ST_AIDANS = ("st-aidans", "Kit Fell", "Hugh Benson", "Joy Postlethwaite", "Mary Kirkbride", "St Aidan's on Facebook")
BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


@pytest.fixture(scope="session")
def paused(lasting_visitor, living):
    """A post, its author and its headteacher, in a school that is paused before its time comes."""
    return functools.cache(lambda scripts: pause(lasting_visitor, living, scripts))


def pause(visitor, living, scripts):
    school, writer, leader, office, head, account = NOOR_HILL if scripts else ST_AIDANS
    text = "The library stays open until five today."
    author = Desk(visitor, living, school, writer, scripts)
    rooms.new_post(author, text, account, at=rooms.soon())
    post = rooms.send(author)
    approver = Desk(visitor, living, school, leader, scripts)
    rooms.open_approval(approver, text.rstrip("."))
    rooms.approve(approver)

    moderator = Desk(visitor, living, school, office, scripts)
    moderator.go("/calendar").follow("Pause publishing")
    moderator.press("Pause publishing")
    expect(moderator.page.locator(".error-summary"), "paused without a reason").to_be_visible()
    moderator.page.get_by_label("Why?").fill("A bereavement in the school.")
    moderator.press("Pause publishing")
    assert moderator.heading() == "Publishing is paused"
    return types.SimpleNamespace(
        author=author, address=post, moderator=moderator, head=Desk(visitor, living, school, head, scripts))


@BOTH
def test_a_pause_is_told_and_only_the_head_ends_it(paused, scripts):
    story = paused(scripts)
    story.moderator.go("/pause")
    story.moderator.sees("“A bereavement in the school.”", "It is resumed by: headteacher")
    expect(story.moderator.page.get_by_role("button", name="Resume publishing")).to_have_count(0)
    story.author.go().sees("Publishing is paused.", "A bereavement in the school.")


@pytest.mark.late
@BOTH
def test_what_falls_due_while_paused_does_not_go_out(paused, scripts):
    story = paused(scripts)
    author, head, post = story.author, story.head, story.address
    author.open(post).reloads_until(lambda page: rooms.state(author) != "Scheduled")
    assert rooms.state(author) == "Stopped"
    author.sees("Its time came while publishing was paused: A bereavement in the school.")
    expect(author.page.get_by_role("link", name="Publish it by hand")).to_have_count(0)

    head.go("/pause")
    head.page.get_by_label("Why may it go on?").fill("The family has asked us to go on.")
    head.press("Resume publishing")
    head.sees("Nothing is paused now.")
    author.go().does_not_see("Publishing is paused.")
    author.open(post)
    assert rooms.state(author) == "Stopped", "what fell due while paused went on by itself"
