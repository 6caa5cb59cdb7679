"""Not sure: a colleague is asked, answers, and approves nothing by it."""

import re

import pytest

import rooms
from rooms import Desk

SCHOOL = "harbour-view"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_second_opinion(visitor, living, scripts):
    text = f"The gulls have voted{'' if scripts else ' again'}: chips on Friday."
    author = Desk(visitor, living, SCHOOL, "Priya Nair", scripts)
    rooms.new_post(author, text, "Harbour View on Facebook")
    author.press("Ask for a second opinion")
    author.page.wait_for_url(re.compile("/second-opinion"))
    author.sees(text)
    author.judged()
    colleagues = author.page.locator("select[name=who]")
    colleagues.select_option(colleagues.locator("option", has_text="Tom Ashworth").get_attribute("value"))
    author.page.locator("textarea[name=question]").fill("Will families smile?")
    author.press("Ask")
    post = rooms.post_address(author)

    colleague = Desk(visitor, living, SCHOOL, "Tom Ashworth", scripts)
    colleague.sees(re.compile("second opinion"))
    colleague.open(post + "/second-opinion")
    colleague.sees("“Will families smile?”")
    colleague.judged()
    colleague.page.locator("textarea[name=says]").fill("They will, and so will the gulls.")
    colleague.press("Answer")

    author.open(post + "/second-opinion").sees("They will, and so will the gulls.")
    author.open(post)
    assert rooms.state(author) == "Draft", "an opinion has moved the post"
    rooms.expect_story(author, "asked Tom Ashworth for a second opinion", "gave a second opinion")
