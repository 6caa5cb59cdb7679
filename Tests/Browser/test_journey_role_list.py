"""An administrator of a school whose sign-in carries no groups brings roles in: what is no list, a trial with rows that are
held back and why, the change, the same list again, and a role that the next list has no longer, which ends where it is
ticked. Then the role as its holder's page shows it."""

import pytest
from playwright.sync_api import expect

from rooms import Desk
from test_journey_invitations import ADMINISTRATOR

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


def invite(desk, name, email):
    desk.go("/users/new")
    desk.page.get_by_label("Name", exact=True).fill(name)
    desk.page.get_by_label("E-mail address").fill(email)
    desk.page.get_by_role("checkbox", name="Member").check()
    desk.page.get_by_label("Why").fill("Staff")
    desk.press("Add and make the link")


def paste(desk, text):
    desk.go("/users").follow("Bring in roles")
    desk.page.get_by_label("Or paste it here").fill(text)
    desk.press("Try the list")


@BOTH
@pytest.mark.parametrize("organisation", ADMINISTRATOR)
def test_roles_come_from_a_list_and_end_where_they_are_ticked(visitor, living, organisation, scripts):
    desk = Desk(visitor, living, organisation, ADMINISTRATOR[organisation], scripts)
    mark = f"{organisation[0]}{int(scripts)}"
    email, name = f"lena.{mark}@school.example", f"Lena Rolls{mark}"
    invite(desk, name, email)
    desk.go("/sign-in-provider").follow("Bring in roles")
    desk.judged()
    desk.press("Try the list")
    desk.sees("Choose a file, or paste the list")
    desk.page.get_by_label("The list").set_input_files(
        {"name": "roles.csv", "mimeType": "text/csv", "buffer": b"one,two\n1,2\n"})
    desk.press("Try the list")
    desk.sees("The first line must name the columns")
    desk.judged()

    mine = f"{ADMINISTRATOR[organisation].lower().replace(' ', '.')}@{organisation}.example"
    text = (
        "E-mail address\tRole\tSchool\tUntil\tRoom\n"
        f"{email}\tWriter, Approver\t\t31/07/2099\t9\n"
        f"nobody@school.example\tauthor\t\t\t9\n"
        f"{email}\tJuggler\t\t\t9\n"
        f"{mine}\theadteacher\t\t\t9\n")
    paste(desk, text)
    assert desk.heading() == "2 roles would be given"
    desk.sees("Row 3", "Nobody who signs in has this address", "Row 4", "This is no role here", "Row 5",
              "This is you, and nobody gives a role to themselves", "Columns that were not read: Room.")
    desk.judged()
    desk.press("Give 2 roles")
    paste(desk, f"Email,Role,Until\n{email},author,31/07/2099\n")
    desk.sees("Which roles of people whom the list names end?")
    box = desk.page.get_by_role("checkbox", name=f"{name}: moderator")
    expect(box).not_to_be_checked()
    desk.judged()
    desk.press("End those that are ticked")
    desk.sees("Tick what ends, or leave everything as it is")
    box.check()
    desk.press("End those that are ticked")
    paste(desk, f"Email,Role,Until\n{email},author,31/07/2099\n")
    expect(desk.page.get_by_role("checkbox", name=name)).to_have_count(0)

    desk.go("/users")
    desk.page.get_by_label("Find by part of a name").fill(name)
    desk.press("Find")
    desk.page.get_by_role("link", name=name).click()
    desk.sees("Author", "By the list of roles of")
    desk.does_not_see("Moderator, ")
