"""Consent on a phone: a parent asks for a link, answers without signing in, and takes it back by the same form; the office
types a paper answer; the list grows, and whoever posts says that they have read it."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from mail_sink import server, set_mail_up  # noqa: F401, a fixture
from people import ROLL_KEEPERS
from rooms import Desk
from serving import new_installation
from test_journey_first_visit import (
    Newcomer, become_administrator, begin, choose_policy, say_which_school, sign_in)
from test_journey_import import settle

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])

ROLL = """ref,kind,given,family,form,parent,parent_email
P1,pupil,Zofia,Kowalska,8B,Anna Kowalska,anna@family.example
"""


def test_a_parent_answers_by_a_link_and_takes_it_back(visitor, server):
    allowed = ["--mail-authorities", str(server.certificate), "--allow-inside", "127.0.0.1"]
    with new_installation(*allowed) as (address, code):
        office = Newcomer(visitor, address, "Rosa Whitlock", True)
        begin(office, code)
        say_which_school(office)
        choose_policy(office)
        become_administrator(office)
        sign_in(office)
        set_mail_up(office, server)
        bring_roll(office)
        parent = Newcomer(visitor, address, "Anna Kowalska", False)
        for who in ["nobody@family.example", "anna@family.example"]:
            parent.go("/pictures").judged()
            parent.fill("Your e-mail address", who)
            parent.press("Send me a link")
            assert parent.heading() == "Look in your e-mail"
            parent.judged()
        answer(parent, link(server), {"School website": "Yes", "Social media": "Yes"})
        office.go("/consent").sees("Zofia K.")
        office.follow("Zofia K.")
        office.sees("Only the website and social media")
        office.judged()
        before = len(server.mails)
        first = link(server)
        in_polish(parent)
        server.waits_for(before + 1)
        take_back(parent, link(server), first)
        office.page.reload()
        office.sees("No pictures")
        office.go("/consent/list").sees("Zofia K.", "Anything, anywhere")
        office.judged()


def in_polish(parent):
    """A family asks in its language, and the mail comes in it."""
    parent.go("/pictures").judged()
    parent.page.get_by_role("navigation", name="Language").get_by_role("link", name="العربية").click()
    assert parent.page.locator("html").get_attribute("dir") == "rtl"
    parent.judged()
    parent.page.get_by_role("navigation").get_by_role("link", name="Polski").click()
    assert parent.page.locator("html").get_attribute("lang") == "pl"
    parent.press("Proszę o link")
    expect(parent.page.locator(".error-summary")).to_contain_text("Proszę wpisać adres e-mail")
    parent.judged()
    parent.fill("Państwa adres e-mail", "anna@family.example")
    parent.press("Proszę o link")
    assert parent.heading() == "Proszę sprawdzić pocztę e-mail"
    parent.judged()


def take_back(parent, url, old):
    """Taking back is one press, without a name; the link is dead then, and so was the one before."""
    assert url != old
    parent.page.goto(old)
    assert parent.heading() == "This link does not work any more"
    parent.open(url + "?in=pl")
    parent.judged()
    parent.press("Odmawiam we wszystkich punktach")
    assert parent.heading() == "Dziękujemy. Odpowiedź została zapisana."
    parent.judged()


def bring_roll(office):
    office.go("/people/import")
    office.page.get_by_label("The file, or all files of one export").set_input_files(
        {"name": "roll.csv", "mimeType": "text/csv", "buffer": ROLL.encode()})
    office.press("Try the file")
    settle(office, "Reading the file")
    office.press(re.compile("^Bring in"))
    settle(office, "Saving")


def link(server):
    for _ in range(300):
        for to, mail in reversed(server.mails):
            found = re.search(r"http\S+/pictures/[a-z0-9]{20,}", mail.get_payload(decode=True).decode())
            if to == ["anna@family.example"] and found:
                return found.group(0)
        server.waits_for(len(server.mails) + 1)
    raise AssertionError("no link came")


def answer(parent, url, yes):
    parent.open(url)
    parent.judged()
    parent.open(url + "?in=ur")
    assert parent.page.locator("html").get_attribute("dir") == "rtl"
    parent.judged()
    parent.open(url)
    parent.sees("Z. K., Year 8")
    parent.press("Send my answer")
    expect(parent.page.locator(".error-summary")).to_contain_text("answer yes or no")
    parent.judged()
    for place in ["School website", "Social media", "Newspapers and television", "Displays inside school"]:
        group = parent.page.get_by_role("group", name=place)
        group.get_by_role("radio", name=yes.get(place, "No")).check()
    parent.fill("Your name", "Anna Kowalska")
    parent.press("Send my answer")
    assert parent.heading() == "Thank you. Your answer is saved."
    parent.judged()
    parent.page.goto(url)
    assert parent.heading() == "This link does not work any more"


@BOTH
def test_a_paper_answer_changes_the_list_and_is_acknowledged(visitor, living, scripts):
    head = Desk(visitor, living, "harbour-view", "Helen Osei", scripts)
    head.go("/consent").judged()
    head.page.get_by_role("navigation", name="Classes").get_by_role("link").first.click()
    head.follow(re.compile("^Type answers of"))
    head.judged()
    head.press("Save these answers")
    expect(head.page.locator(".error-summary")).to_contain_text("Fill in at least one answer")
    # one of whom a no changes the list, also when this is done a second time
    row = head.page.locator("tbody tr:not(.is-wrong)", has_text=re.compile("Yes, everywhere|Did not object")).first
    name = row.locator("th").evaluate("cell => cell.childNodes[1].textContent.trim()")
    expect(row.get_by_role("combobox")).to_have_count(0)
    row.get_by_label("Some", exact=True).check()
    expect(row.get_by_role("combobox")).to_have_count(5)
    row.get_by_label(re.compile(": The website$|: Website$", re.I)).select_option("no")
    # all that is missing at once, each with the child's name
    head.press("Save these answers")
    for says in [f"{name}: Answer yes or no for each of the four places", f"{name}: Choose who signed",
                 "Write the day on which they answered"]:
        expect(head.page.locator(".error-summary")).to_contain_text(says)
    head.judged()
    row = head.page.locator("tbody tr.is-wrong")
    for answer in row.get_by_role("combobox").all()[0:4]:
        answer.select_option("no")
    row.get_by_label(re.compile(": who signed$")).select_option("form")
    head.fill("On which day did they answer?", date.today().strftime("%-d %B %Y"))
    head.fill("Which edition of the form did they sign?", "2025-09")
    head.press("Save these answers")
    if head.page.get_by_role("checkbox", name=re.compile("^Yes, put it on file")).count():
        head.judged()
        head.page.get_by_role("checkbox", name=re.compile("^Yes, put it on file")).check()
        head.press("Save these answers")
    head.go("/consent/list").sees(re.compile("Version"))
    head.judged()
    if head.page.get_by_role("button", name=re.compile("^I have read version")).count():
        head.press(re.compile("^I have read version"))
    head.sees("You have read this version")
    author = Desk(visitor, living, "harbour-view", "Tom Ashworth", scripts)
    author.go().follow("Read who must not be pictured, and say so")
    author.judged()
    author.press(re.compile("^I have read version"))
    author.sees("You have read this version")
    author.judged()


@BOTH
def test_a_visitor_objects_and_a_parent_is_mended(visitor, living, scripts):
    head = Desk(visitor, living, "harbour-view", "Helen Osei", scripts)
    head.go("/consent").follow("The list", within="body")
    head.follow("Add a visitor who objects", within="body")
    head.judged()
    head.press("Put on the list")
    expect(head.page.locator(".error-summary")).to_contain_text("Say by what colleagues know them")
    head.judged()
    family = "Whitlock" if scripts else "Sandford"
    head.fill("Given name", "Rosa")
    head.fill("Family name", family)
    head.fill("By what do colleagues know them?", "Grandmother, reads with Year 2")
    head.press("Put on the list")
    head.sees(f"Rosa {family}", "Visitor: Grandmother, reads with Year 2")
    head.judged()
    head.page.get_by_role("link", name=re.compile(f"Take off the list.*Rosa {family}")).click()
    head.judged()
    head.fill("Why?", "She told the office")
    head.press("Take off the list")
    expect(head.page.get_by_text(f"Rosa {family}")).to_have_count(0)


def test_the_office_mends_a_parent_and_types_a_late_answer(visitor, living):
    office = Desk(visitor, living, "harbour-view", ROLL_KEEPERS["harbour-view"])
    office.go("/consent")
    office.page.locator("tbody th a").first.click()
    office.follow("Change who answers for them")
    office.judged()
    field = office.page.get_by_label("Their name").last
    field.fill("Ines Marsh")
    office.page.get_by_label("E-mail address").last.fill("no address")
    office.press("Save")
    expect(office.page.locator(".error-summary")).to_contain_text("Enter an e-mail address")
    office.judged()
    office.page.get_by_label("E-mail address").last.fill("ines@family.example")
    office.press("Save")
    office.sees(re.compile("Ines Marsh"))
    for day, says in [("20 November 2026", "No, nowhere"), ("1 September 2026", "Yes, everywhere")]:
        office.follow("Type an answer")
        office.judged()
        office.page.get_by_role("radio", name="Ines Marsh").check()
        office.page.get_by_role("radio", name=says).check()
        office.fill("On which day did they say it?", day)
        office.press("Save")
    expect(office.page.locator(".error-summary")).to_contain_text("They said something later")
    office.judged()
    office.page.get_by_role("checkbox", name=re.compile("^Yes, put it on file")).check()
    office.press("Save")
    office.sees("No")
    office.judged()
