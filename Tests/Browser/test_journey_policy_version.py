"""A policy version brought in from a file, with an error in it first; approved, put in force, and felt by an author."""

import pathlib
import re

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

POLICIES = pathlib.Path(__file__).resolve().parents[2] / "Policies"
# The paper leaves pupils' names to data protection; the new version says what may be written of a pupil.
PLACE = "      - control: publishing.personal-data\n"
ADDED = PLACE + "      - control: publishing.pupil-names\n        with: { allowed: [first-name, initials] }\n"


# Who keeps the policy of which school, who writes there, on which account, and the section that is to be cited.
SALTMARSH_HIGH = (
    "saltmarsh", "LLT", "Joan Whitby", "Saltmarsh High School alone", "Leah Barrow", "Saltmarsh High on X",
    "Policy 3.5, data protection")
DUNLIN = (
    "saltmarsh", "LLT", "Neil Fazakerley", "Dunlin Primary Academy alone", "Owen Pritchard", "Dunlin Primary on X",
    "Policy 3.5, data protection")
NOOR_HILL = (
    "noor-hill", "DHL", "Salim Aziz", None, "Yasmin Haque", "Noor Hill on Facebook",
    "Policy Legal considerations, data protection")


@pytest.mark.parametrize("place, scripts", [
    pytest.param(SALTMARSH_HIGH, True, id="of a trust, with scripts"),
    pytest.param(DUNLIN, False, id="of a trust, without scripts"),
    pytest.param(NOOR_HILL, True, id="of one school"),
])
def test_the_headteacher(visitor, living, tmp_path, place, scripts):
    organisation, key, head, school, writer, account, section = place
    pupil = rooms.a_pupil(visitor, living, organisation)
    author = Desk(visitor, living, organisation, writer, scripts)
    rooms.new_post(author, f"{pupil} won the reading prize.", account)
    rooms.check(author)
    rooms.expect_finding(author, pupil, "Advice")

    keeper = Desk(visitor, living, organisation, head, scripts)
    file = tmp_path / f"{key}.yaml"
    bring_in(keeper, school, file, policy(key).replace("publishing.pupil-names", "publishing.pupil-name"))
    is_told_of_the_error(keeper, file)
    bring_in(keeper, school, file, policy(key))
    keeper.sees("The file can be taken", "Nothing is stored yet.", re.compile("What it would change"))
    keeper.judged()
    keeper.press("Add it as a draft")
    expect_state(keeper, "Draft")
    version = keeper.page.url
    put_approval_on_record(keeper)
    expect_state(keeper, "Approved")
    rooms.new_post(author, f"{pupil} won the writing prize.", account)
    rooms.check(author)
    rooms.expect_finding(author, pupil, "Advice")

    put_in_force(keeper)
    expect_state(keeper, "In force")
    keeper.sees("Added as a draft", "Its approval was put on record", "Put in force", "“Adopted by the governors.”")
    keeper.judged()
    keeper.go("/policy/versions").sees("In force", *([] if school else ["Replaced"]))
    rooms.new_post(author, f"{pupil} won the chess prize.", account)
    rooms.check(author)
    rooms.expect_finding(author, pupil, "Must change", section)
    assert author.open(version).page.get_by_role("link", name="Put it in force").count() == 0


def policy(key):
    text = (POLICIES / f"{key}.yaml").read_text()
    assert text.count(PLACE) == 1
    return text.replace(PLACE, ADDED)


def bring_in(keeper, school, file, text):
    file.write_text(text)
    keeper.go("/policy/versions").follow("Bring in a new version")
    keeper.page.get_by_role("radio", name="A file on this machine").check()
    if school:
        keeper.page.get_by_label("For whom is it?").select_option(school)
    keeper.page.get_by_label("The file, if it is one").set_input_files(file)
    keeper.press("Check it")


def is_told_of_the_error(keeper, file):
    """Where it is, what is wrong and what to do; and nothing is stored."""
    line = file.read_text().split("publishing.pupil-name\n")[0].count("\n") + 1
    summary = keeper.page.locator(".error-summary")
    expect(summary).to_contain_text(re.compile(rf"Line {line}, column \d+: There is no control .*publishing.pupil-name"))
    keeper.sees(re.compile("Did you mean .*publishing.pupil-names"), "Nothing was stored.")
    summary.locator("a").first.click()
    expect(keeper.page.locator("#fault-1")).to_be_in_viewport()
    keeper.judged()
    versions = keeper.go("/policy/versions").page.locator("main .tag", has_text="Draft")
    expect(versions, "a file with an error was stored").to_have_count(0)


def put_approval_on_record(keeper):
    keeper.follow("Put its approval on record")
    keeper.judged()
    keeper.press("Put the approval on record")
    expect(keeper.page.locator(".error-summary")).to_contain_text("Choose who approved it")
    keeper.judged()
    keeper.page.get_by_role("radio", name="Governing body").check()
    keeper.page.get_by_role("textbox", name="On which day?").fill(rooms.days_from_now(-2).strftime("%Y-%m-%d"))
    keeper.page.get_by_label("The minute’s reference").fill("7b")
    keeper.page.get_by_role("checkbox", name=re.compile("^Yes, it was approved")).check()
    keeper.press("Put the approval on record")


def put_in_force(keeper):
    keeper.follow("Put it in force")
    keeper.judged()
    keeper.press("Put it in force")
    expect(keeper.page.locator(".error-summary")).to_contain_text("Say why it comes into force")
    keeper.judged()
    keeper.page.get_by_role("radio", name="Now").check()
    keeper.page.get_by_label("Why?").fill("Adopted by the governors.")
    keeper.page.get_by_role("checkbox", name=re.compile("^Yes, it shall hold")).check()
    keeper.press("Put it in force")


def expect_state(keeper, state):
    expect(keeper.page.locator("h2#state .tag")).to_have_text(state)
