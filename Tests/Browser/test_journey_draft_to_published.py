"""A post's whole way: written, held, corrected, released, approved, published by hand with proof, taken down again."""

import functools
import re
import types

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

SCHOOL = "harbour-view"
BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


@BOTH
def test_the_check_stands_beside_the_text(visitor, living, scripts):
    """With scripts it comes while one types; without, after the button. What is put right goes from the list."""
    desk = Desk(visitor, living, SCHOOL, "Priya Nair", scripts)
    rooms.new_post(desk, "Ring Priya on 07700 900142 to book.", "Harbour View on Facebook")
    rooms.check(desk)
    rooms.expect_finding(desk, "07700 900142", "Must change", "Policy 3.1(f)", "Leave it out")
    expect(desk.page.locator("mark", has_text="07700 900142").first, "the passage is not marked").to_be_visible()
    expect(desk.page.locator(".preview"), "the post's looks are not shown").to_contain_text("Ring Priya")
    rooms.finding(desk, "07700 900142").get_by_role("button", name="Use the school’s number").click()
    rooms.expect_no_finding(desk, "07700 900142")
    text = desk.page.get_by_role("textbox", name="What do you want to say?")
    expect(text).to_have_value("Ring Priya on 0191 496 0123 to book.")


@BOTH
def test_what_must_change_cannot_be_sent(visitor, living, scripts):
    desk = Desk(visitor, living, SCHOOL, "Priya Nair", scripts)
    rooms.new_post(desk, "Ring Priya on 07700 900142 to book.", "Harbour View on Facebook")
    rooms.check(desk)
    rooms.expect_finding(desk, "07700 900142")
    desk.press_anyway("Send for approval")
    expect(desk.page.locator(".error-summary")).to_contain_text("07700 900142")
    desk.page.locator(".error-summary a").first.click()
    rooms.expect_finding(desk, "07700 900142", "Must change")


@pytest.fixture(scope="session")
def approved(lasting_visitor, living):
    """A post with its author and its approver, once with scripts and once without; its time comes within minutes."""
    return functools.cache(lambda scripts: bring_to_approval(lasting_visitor, living, scripts))


def bring_to_approval(visitor, living, scripts):
    pupil = rooms.a_pupil(visitor, living, SCHOOL)
    text = (f"The breakwater film is ready{'' if scripts else ' at last'}: https://bit.ly/breakwater-film. "
            f"Our statue of {pupil}, who built it in 1843, is in it.")
    title = text.split(":")[0]

    author = Desk(visitor, living, SCHOOL, "Priya Nair", scripts)
    rooms.new_post(author, text, "Harbour View on Facebook")
    rooms.check(author)
    rooms.expect_finding(author, pupil, "Must change", "Policy 6.3(f)")
    rooms.expect_finding(author, "bit.ly", "Needs release", "Policy 6.3(g)")
    rooms.answer_finding(author, pupil, "It is not our pupil", "The engineer of 1843, not our learner.")
    rooms.plan(author, rooms.soon())
    post = rooms.send(author)
    assert rooms.state(author) == "Waiting for approval"

    approver = Desk(visitor, living, SCHOOL, "Sanjay Mehta", scripts)
    rooms.open_approval(approver, title)
    approver.sees(text)
    approver.sees(re.compile("You cannot approve until"))
    rooms.confirm(approver, pupil)
    rooms.release(approver, "bit.ly", "Our own film page. I watched it to the end.")
    rooms.approve(approver)
    return types.SimpleNamespace(author=author, approver=approver, address=post, text=text, pupil=pupil)


@BOTH
def test_what_is_held_is_released_and_approved(approved, scripts):
    post = approved(scripts)
    post.author.open(post.address)
    assert rooms.state(post.author) in ("Scheduled", "Ready to publish by hand")


@pytest.mark.late
@BOTH
def test_it_is_published_with_proof_and_taken_down_again(approved, scripts):
    story = approved(scripts)
    author, approver, post, text, pupil = story.author, story.approver, story.address, story.text, story.pupil
    author.open(post).reloads_until(lambda page: page.get_by_role("link", name="Publish it by hand").count() > 0)
    author.does_not_see("Published")
    author.follow("Publish it by hand")
    expect(author.page.get_by_label("Exactly as approved")).to_have_value(text)
    if scripts:
        author.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        author.press("Copy the words")
        author.sees("Copied")
        assert author.page.evaluate("navigator.clipboard.readText()") == text
    else:
        expect(author.page.get_by_role("button", name="Copy the words")).to_be_hidden()

    author.press("It is published")
    expect(author.page.locator(".error-summary")).to_contain_text("Paste the address of the post")
    approver.open(post)
    assert rooms.state(approver) == "Ready to publish by hand", "without proof it counts as published"
    address = "https://www.facebook.com/harbourviewschool/posts/1843"
    author.page.get_by_label("Address of the post").fill(address)
    author.press("It is published")
    author.page.wait_for_url(re.compile(r"/posts/\w+#placement"))
    assert rooms.state(author) == "Published"
    author.sees(text, address)

    approver.open(post).follow("Take down")
    approver.page.get_by_label("Why must it come down?").fill("The family of the engineer asks.")
    approver.press("Order the take-down")
    assert rooms.state(approver) == "To be taken down"
    author.open(post).follow("Show that it is gone")
    author.sees("“The family of the engineer asks.”")
    author.press("It is gone")
    expect(author.page.locator(".error-summary"), "gone without proof").to_be_visible()
    author.page.get_by_label("What does its address show now?").fill("This content is not available.")
    author.press("It is gone")
    assert rooms.state(author) == "Taken down"

    rooms.expect_story(
        author, "Priya Nair", "began the post", f"said that a finding is mistaken: “{pupil}", "sent revision 1",
        "Sanjay Mehta", "confirmed the author’s correction", "released a finding as senior leader",
        "I watched it to the end.", "approved revision 1", "examined it again at its time",
        "published it by hand", "ordered that it be taken down", "The family of the engineer asks.", "took it down")
    author.follow("Print", within="main")
    author.sees("Taken down", text, re.compile("Head of the record"))


@BOTH
def test_nobody_decides_on_their_own(visitor, living, scripts):
    """A senior leader approves posts and releases holds, but not what they wrote themselves."""
    desk = Desk(visitor, living, SCHOOL, "Sanjay Mehta", scripts)
    rooms.new_post(desk, "Our own film is ready: https://bit.ly/own-film", "Harbour View on Facebook")
    post = rooms.send(desk)
    desk.open(post.replace("/posts/", "/approvals/"))
    desk.sees("You wrote this one.")
    for button in ["Approve for", "Release this finding", "Return with this reason"]:
        expect(desk.page.get_by_role("button", name=button), f"the author is offered “{button}”").to_have_count(0)
