"""Authority to speak for the school: without it one proposes; a manager gives it until a day, and takes it back."""

import datetime
import re

import pytest

import rooms
from rooms import LONDON, Desk


def written(day):
    return f"{day.day} {day.strftime('%B %Y')}"


@pytest.mark.parametrize("width, scripts", [
    pytest.param("phone", True, id="on a phone"), pytest.param("desktop", False, id="without scripts"),
])
def test_a_manager_gives_it_until_a_day_and_takes_it_back(visitor, living, width, scripts):
    leader = Desk(visitor, living, "harbour-view", "Helen Osei", scripts, width)
    ruth = Desk(visitor, living, "harbour-view", "Ruth Calder", scripts, width)
    ruth.go("/me").sees("May I speak for the school?")
    leader.go("/policy/speaking").sees("Waits for training", "Ends soon")
    leader.judged()
    leader.follow("Give authority")
    leader.press("Give authority")
    leader.sees("Choose to whom")
    leader.judged()
    leader.page.get_by_label("To whom?").select_option(label="Ruth Calder")
    leader.page.get_by_role("textbox", name="Until, and including").fill("30 February 2027")
    leader.page.get_by_label("What do they speak about, and why?").fill("Keeping safe online <b>")
    leader.press("Give authority")
    leader.sees("Choose the last day, like this: 31 August 2027")
    until = datetime.datetime.now(LONDON) + datetime.timedelta(days=200)
    leader.page.get_by_role("textbox", name="Until, and including").fill(written(until))
    leader.press("Give authority")
    leader.sees(re.compile(f"Until {written(until)}. Given by Helen Osei"), "All 5 who write may speak for the school")
    ruth.go("/me").sees(f"Until {written(until)}", "I may")
    ruth.judged()
    ruth.go().sees(f"You may speak for the school until {written(until)}")
    given = leader.page.locator("main li", has_text="Ruth Calder").locator("small", has_text=f"Until {written(until)}")
    given.get_by_role("link", name=re.compile("^Take back")).click()
    leader.press("Take it back")
    leader.sees("Say why it is taken back")
    leader.page.get_by_label("Why?").fill("She asked for it")
    leader.judged()
    leader.press("Take it back")
    leader.sees("4 of the 5 who write may speak for the school")
    ruth.go("/me").sees("Once my training")


def test_without_it_a_post_waits_for_a_manager(visitor, living):
    ruth = Desk(visitor, living, "harbour-view", "Ruth Calder")
    rooms.new_post(ruth, "The quiet room has new beanbags. Come and try them.", "Harbour View on Facebook")
    rooms.check(ruth)
    rooms.expect_finding(ruth, "Ruth Calder may speak for the school only after the training", "Needs release")
    rooms.send(ruth)
    leader = Desk(visitor, living, "harbour-view", "Sanjay Mehta")
    leader.go("/approvals").follow(re.compile("The quiet room has new beanbags"))
    leader.sees(re.compile("Ruth Calder may speak for the school only after the training"), "Policy 4.4")
    leader.judged()
