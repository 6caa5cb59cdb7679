"""A mistake on a post that is out: reported in one step from it, corrected and approved, or taken down; with advice."""

import re

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

SCHOOL = "harbour-view"


def out(desk, number):
    """The numbered post of hers that is published."""
    desk.go("/posts?state=published")
    links = desk.page.locator("main a[href*='/posts/']").filter(has_text=re.compile(r"\w{4}"))
    addresses = [a for a in links.evaluate_all("all => all.map(one => one.href)") if re.search(r"/posts/\w{16,}$", a)]
    desk.open(list(dict.fromkeys(addresses))[number])


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_it_is_reported_from_the_post_and_answered_with_advice(visitor, living, scripts):
    author = Desk(visitor, living, SCHOOL, "Priya Nair", scripts)
    out(author, 0)
    post = rooms.post_address(author)
    author.page.get_by_role("link", name="I made a mistake").first.click()
    author.judged()
    author.press("Report the mistake")
    expect(author.page.locator(".error-summary")).to_be_visible()
    author.page.get_by_label("I am not sure").check()
    author.page.get_by_label("What went wrong?").fill("The time is wrong.")
    author.press("Report the mistake")
    author.sees("Thank you for saying so.", "Reported by whoever wrote or keeps the post")
    author.judged()
    leader = Desk(visitor, living, SCHOOL, "Helen Osei", scripts)
    leader.open(post + "/mistake")
    leader.page.get_by_label("Your advice").first.fill("Correct it today.")
    leader.press("Give this advice")
    leader.sees("“Correct it today.”")
    author.open(post + "/mistake").sees("“Correct it today.”")


def test_a_post_that_is_out_is_corrected(visitor, living):
    author = Desk(visitor, living, SCHOOL, "Priya Nair")
    out(author, 1)
    post = rooms.post_address(author)
    author.follow("Correct it")
    author.sees("This post is out.")
    author.judged()
    rooms.write(author, "The fair is on Monday at noon. Everyone is welcome.")
    rooms.send(author)
    author.judged()
    approver = Desk(visitor, living, SCHOOL, "Sanjay Mehta")
    approver.open(post.replace("/posts/", "/approvals/"))
    approver.judged()
    approver.page.get_by_role("button", name="Approve the correction").click()
    approver.open(post).follow("Compare revisions")
    approver.sees("What changed")
    approver.open(post).reloads_until(lambda page: page.get_by_role("link", name="Publish it by hand").count() > 0)
    approver.follow("Publish it by hand")
    expect(approver.page.locator("h1")).to_contain_text("Correct it on")
    approver.judged()


def test_an_answer_is_checked_before_it_is_given(visitor, living):
    author = Desk(visitor, living, SCHOOL, "Sanjay Mehta")
    author.go("/accounts")
    author.page.locator("main a[href*='/accounts/']").filter(has_text=re.compile("Facebook")).first.click()
    author.follow("Answer somebody")
    author.page.get_by_label("A parent").check()
    author.page.get_by_label("What did they ask?").fill("When is the fair?")
    author.page.get_by_label("What would you answer?").fill("It is on Friday.")
    author.press("Check this answer")
    author.sees(re.compile("Nothing stands against it|Do not answer with this"))
    author.judged()


def test_an_answer_is_talked_over_before_it_is_given(visitor, living):
    def at_the_page(name):
        desk = Desk(visitor, living, SCHOOL, name)
        desk.go("/accounts")
        desk.page.locator("main a[href*='/accounts/']").filter(has_text=re.compile("Facebook")).first.click()
        desk.follow("Answer somebody")
        return desk

    author = at_the_page("Priya Nair")
    author.page.get_by_label("A pupil").check()
    author.page.get_by_label("What would you answer?").fill("Nobody has decided on the uniform yet.")
    author.page.get_by_label("It may be controversial").check()
    author.press("Check this answer")
    author.sees("Do not answer with this yet.")
    author.press("Ask for a second opinion")
    author.sees("Copy what they asked, so that a senior leader can judge the answer")
    author.judged()
    author.page.get_by_label("What did they ask?").fill("Will the uniform change?")
    author.press("Ask for a second opinion")
    author.sees("Waits for a senior leader")
    author.judged()
    leader = at_the_page("Sanjay Mehta")
    leader.page.get_by_label("What do you say of it?").first.fill("Say just that.")
    leader.judged()
    leader.press("It may go out")
    leader.sees("May go out", "“Say just that.”")
    author.page.reload()
    author.sees("May go out")
