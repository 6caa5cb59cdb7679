"""Mail by a real server that demands STARTTLS and a sign-in: set up, tried with the wrong password and the right one, a
new password by mail, an invitation by mail; and a code with a recovery code at the second sign-in."""

import re

from playwright.sync_api import expect

from mail_sink import server, set_mail_up  # noqa: F401, a fixture
from serving import new_installation
from test_journey_first_visit import (
    PASSWORD, Newcomer, become_administrator, begin, choose_policy, say_which_school, sign_in)


def test_mail_goes_out_and_brings_people_in(visitor, server):
    allowed = ["--mail-authorities", str(server.certificate), "--allow-inside", "127.0.0.1"]
    with new_installation(*allowed) as (address, code):
        first = Newcomer(visitor, address, "Rosa Whitlock", True)
        begin(first, code)
        say_which_school(first)
        choose_policy(first)
        become_administrator(first)
        sign_in(first)
        set_mail_up(first, server)
        invite_by_mail(first, server)
        forget(visitor, address, first, server)
        assert len({mail["Message-ID"] for _, mail in server.mails}) == len(server.mails)


def invite_by_mail(first, server):
    first.go("/users/new")
    first.fill("Name", "Nell Garside")
    first.fill("E-mail address", "nell@quayside.example")
    first.page.get_by_role("checkbox", name=re.compile("^Author")).check()
    first.fill("Why", "Writes for the school")
    first.press("Add and make the link")
    assert first.heading() == "A link for Nell Garside is on its way"
    first.judged()
    assert f"{first.site}/quayside/new-password/" in server.waits_for(2)
    first.go("/mail").sees("Sent")
    first.judged()
    first.go("/me/mail").judged()
    first.page.get_by_role("radio", name=re.compile("^Once a day")).check()
    first.press("Save")
    first.sees("Once a day")


def forget(visitor, address, first, server):
    """By mail to a new password; then the code, which a recovery code stands in for."""
    lost = Newcomer(visitor, address, "Rosa Whitlock", True)
    lost.go("/sign-in")
    lost.follow("I have forgotten my password")
    lost.judged()
    for who in ["nobody@quayside.example", "rosa@quayside.example"]:
        lost.go("/sign-in/forgotten")
        lost.fill("E-mail address", who)
        lost.press("Send me a link")
        lost.sees("If somebody here has this address, a link is on its way.")
    text = server.waits_for(3)
    lost.open(re.search(r"http\S+/new-password/\S+", text).group(0))
    lost.fill("New password", PASSWORD + " again")
    lost.fill("The same again", PASSWORD + " again")
    lost.press("Set password and sign in")
    assert lost.heading() == "Enter your code"
    lost.judged()
    lost.fill("Code", "000000")
    lost.press("Sign in")
    expect(lost.page.locator(".error-summary")).to_contain_text("That is not the code of this minute")
    lost.judged()
    lost.fill("Code", first.recovery[0])
    lost.press("Sign in")
    lost.page.wait_for_url(f"{address}/quayside")
    lost.go("/me").sees("9 recovery codes are left")
    lost.judged()
