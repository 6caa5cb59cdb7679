"""The first visit: set-up with the console's code, a pupil by hand, an account, and a post that knows the pupil; and
the set-up of a trust with its schools."""

import re

import pytest
from playwright.sync_api import expect

import codes
import rooms

PASSWORD = "otter lantern gravel Tuesday"


class Newcomer(rooms.Desk):
    """Someone who comes to an installation that nobody has set up."""

    def __init__(self, visitor, site, name, scripts):
        self.watched = visitor(site, "phone", scripts)
        self.page, self.site, self.scripts, self.width = self.watched.page, site, scripts, "phone"
        self.organisation, self.name = "quayside", name

    def fill(self, label, words):
        self.page.get_by_label(label, exact=True).fill(words)


BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


@BOTH
def test_from_the_console_to_the_first_post(visitor, installation, scripts):
    address, code = installation
    first = Newcomer(visitor, address, "Rosa Whitlock", scripts)
    begin(first, code)
    say_which_school(first)
    choose_policy(first)
    become_administrator(first)
    sign_in(first)
    link = invite(first, "Nell Garside", "Senior leader")
    colleague = Newcomer(visitor, address, "Nell Garside", scripts)
    first_sign_in(colleague, link)
    add_an_account(first)

    rooms.new_post(colleague, "Well done, Wilfred Okonjo! Wilfred won the cup.", "Quayside on Facebook")
    rooms.check(colleague)
    rooms.expect_finding(colleague, "No roll is known", "Needs release")
    add_a_pupil(first)
    rooms.write(colleague, "Well done, Wilfred Okonjo! Wilfred won the golden cup.")
    rooms.check(colleague)
    rooms.expect_finding(colleague, "Wilfred Okonjo", "Must change", "Policy 6.3(f)")
    rooms.expect_no_finding(colleague, "No roll is known")
    rooms.write(colleague, "Well done, Wilfred! He won the cup.")
    rooms.check(colleague)
    rooms.expect_no_finding(colleague, "Wilfred Okonjo")
    rooms.send(colleague)


@BOTH
def test_a_trust_names_its_schools(visitor, installation, scripts):
    """Each by its name, none twice, and one that should not be there is taken out again."""
    address, code = installation
    first = Newcomer(visitor, address, "Rosa Whitlock", scripts)
    begin(first, code)
    name_organisation(first, "Quayside Learning Trust", "A trust or federation of several schools")
    assert first.heading() == "Which schools belong to it?"
    first.judged()
    add_school(first, "")
    expect(first.page.locator(".error-summary")).to_contain_text("Enter the school’s name")
    add_school(first, "Quay Primary School")
    assert first.heading() == "One school so far"
    add_school(first, "Quay Primary School")
    expect(first.page.locator(".error-summary")).to_contain_text("There is a school of this name already")
    first.judged()
    for name in ["Quay High School", "Somebody Else’s School"]:
        add_school(first, name)
    assert first.heading() == "3 schools so far"
    first.press(re.compile("Take it out.*Somebody Else’s School"))
    assert first.heading() == "2 schools so far"
    first.follow("Continue: that is all of them")
    first.sees("Quay Primary School, Quay High School")
    first.judged()
    first.follow("Continue: the policy")
    choose_policy(first)
    become_administrator(first)
    sign_in(first)
    first.go("/schools").sees("Quay Primary School", "Quay High School")
    first.does_not_see("Somebody Else’s School", "Quayside Learning Trust School")
    first.judged()
    add_an_account(first, school="Quay High School")


def begin(new, code):
    new.page.goto(f"{new.site}/set-up")
    new.judged()
    new.fill("The one-time code", "not the code")
    new.press("Begin")
    expect(new.page.locator(".error-summary")).to_contain_text("That is not the code")
    new.judged()
    new.fill("The one-time code", code)
    new.press("Begin")
    new.judged()
    new.page.locator("main").get_by_role("link").last.click()
    new.judged()


def say_which_school(new):
    new.press("Continue")
    for missing in ["Enter the name of the school or trust", "Say whether it is one school or several"]:
        expect(new.page.locator(".error-summary")).to_contain_text(missing)
    new.judged()
    name_organisation(new, "Quayside School", "One school")


def name_organisation(new, name, schools):
    new.fill("Its name", name)
    new.fill("A short name for addresses", new.organisation)
    new.page.get_by_role("radio", name=schools).check()
    new.page.get_by_label("In which nation?").select_option("England")
    new.fill("The web address people will use", new.site)
    new.press("Continue")
    new.judged()


def add_school(new, name):
    new.fill("The school’s name", name)
    new.press("Add")


def choose_policy(new):
    new.press("Continue")
    expect(new.page.locator(".error-summary")).to_contain_text("Choose a policy")
    new.page.get_by_role("radio", name=re.compile("^The Link School")).check()
    new.press("Continue")
    new.judged()


def become_administrator(new):
    new.fill("Name", new.name)
    new.fill("E-mail address", "rosa@quayside.example")
    new.fill("Password", PASSWORD)
    new.fill("The same again", "something else")
    new.press("Finish")
    expect(new.page.locator(".error-summary")).to_contain_text("The two do not agree")
    new.judged()
    new.fill("Password", PASSWORD)
    new.fill("The same again", PASSWORD)
    new.press("Finish")
    new.judged()


def sign_in(new):
    """And a look into the rooms while nothing is in them, as far as an administrator may."""
    new.follow(re.compile("Sign in"))
    new.judged()
    new.fill("E-mail address", "rosa@quayside.example")
    new.fill("Password", "a wrong password")
    new.press("Sign in")
    expect(new.page.locator(".error-summary")).to_be_visible()
    new.fill("Password", PASSWORD)
    new.press("Sign in")
    codes.set_up(new)
    new.page.wait_for_url(f"{new.site}/{new.organisation}")
    new.judged()
    for empty in ["/to-do", "/people", "/accounts", "/users", "/settings", "/policy/versions"]:
        new.go(empty).judged()


def add_a_pupil(new):
    new.go("/people")
    new.sees("Every post is held until the roll is known")
    new.judged()
    new.go("/people/new-pupil")
    new.press("Add")
    expect(new.page.locator(".error-summary"), "a pupil without a name was added").to_be_visible()
    new.judged()
    new.fill("Reference", "P-1")
    new.fill("Given name", "Wilfred")
    new.fill("Family name", "Okonjo")
    new.fill("Form or class", "7A")
    new.press("Add")
    assert new.heading() == "Wilfred Okonjo"
    new.judged()


def invite(new, name, role):
    """Another person, by a one-time link that is handed over; nobody gives a role to themselves."""
    new.go("/users/new").judged()
    new.fill("Name", name)
    new.fill("E-mail address", name.split()[0].lower() + "@quayside.example")
    new.page.get_by_role("checkbox", name=re.compile("^" + role)).check()
    new.fill("Why", "Writes for the school")
    new.press("Add and make the link")
    new.judged()
    return new.page.locator(".ref-link").inner_text().strip()


def first_sign_in(colleague, link):
    colleague.open(link).judged()
    colleague.fill("New password", PASSWORD)
    colleague.fill("The same again", PASSWORD)
    colleague.press("Set password and sign in")
    colleague.page.wait_for_url(f"{colleague.site}/{colleague.organisation}")
    for empty in ["", "/posts", "/approvals", "/calendar", "/posts/new"]:
        colleague.go(empty).judged()


def add_an_account(new, school=None):
    new.go("/accounts/new")
    new.judged()
    new.fill("What you call it", "Quayside on Facebook")
    if school:
        new.page.get_by_label("school").select_option(school)
    new.page.get_by_label("Network").select_option("Facebook")
    new.fill("Its name or address there", "quaysideschool")
    new.press("Enter this account")
    new.go("/accounts").sees("Quayside on Facebook")
    new.judged()
