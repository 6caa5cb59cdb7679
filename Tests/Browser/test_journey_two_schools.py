"""One post to the accounts of two schools of a trust: held at both, and each school answers for itself alone."""

import re

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

TRUST = "saltmarsh"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_release_at_one_school_is_none_at_the_other(visitor, living, scripts):
    post, title = send_to_both(visitor, living, "The estuary film is ready" + ("" if scripts else " at last"), scripts)
    high = Desk(visitor, living, TRUST, "Marcus Adeyemi", scripts)
    rooms.open_approval(high, title)
    high.sees(re.compile("You cannot approve until"))
    rooms.release(high, "bit.ly", "Our own film page. I watched it to the end.")
    high.judged()
    high.press_anyway(re.compile("^Approve for"))
    high.page.wait_for_url(re.compile(r"/approvals\?approved="))
    author = Desk(visitor, living, TRUST, "Carol Tarleton", scripts).open(post)
    assert places(author) == {"Saltmarsh High on X": "Scheduled", "Dunlin Primary on X": "Waiting for approval"}
    author.judged()

    primary = Desk(visitor, living, TRUST, "Neil Fazakerley", scripts)
    rooms.open_approval(primary, title)
    primary.sees(re.compile("You cannot approve until"))
    rooms.release(primary, "bit.ly", "It is meant for our families too.")
    rooms.approve(primary)
    assert places(author.open(post)) == {"Saltmarsh High on X": "Scheduled", "Dunlin Primary on X": "Scheduled"}
    rooms.expect_story(
        author, "sent revision 1", "Marcus Adeyemi", "Our own film page. I watched it to the end.",
        "Neil Fazakerley", "It is meant for our families too.")


def test_what_waits_at_the_other_school_holds_nobody_up_here(visitor, living):
    _, title = send_to_both(visitor, living, "The dunes film is ready", scripts=True)
    high = Desk(visitor, living, TRUST, "Marcus Adeyemi")
    rooms.open_approval(high, title)
    rooms.release(high, "bit.ly", "Our own film page. I watched it to the end.")
    expect(high.page.get_by_role("button", name=re.compile("^Approve for"))).to_be_enabled()


def send_to_both(visitor, living, title, scripts):
    author = Desk(visitor, living, TRUST, "Carol Tarleton", scripts)
    rooms.new_post(author, f"{title}: https://bit.ly/estuary-film", "Saltmarsh High on X", "Dunlin Primary on X")
    rooms.check(author)
    rooms.expect_finding(author, "bit.ly", "Needs release", "Policy Appendix, fit for any audience")
    return rooms.send(author), title


def places(desk):
    """Each account with its state, as the post's page shows them."""
    return dict(desk.page.locator("main .panel.exact > .row").evaluate_all(
        "all => all.map(one => [one.querySelector('b').innerText, one.querySelector('.tag').innerText.trim()])"))
