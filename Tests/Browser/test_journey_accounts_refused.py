"""What each policy refuses on the way to an account, each with its section, and a rejection that says why."""

import datetime
import re

import pytest

from applying import NAME, apply, decide, fill_points, fill_which, refused, submit
from rooms import LONDON, Desk
from serving import demonstration


@pytest.fixture(scope="module")
def asking():
    """A demonstration in which people ask for accounts."""
    with demonstration() as address:
        yield address


READ_AND_TRAINED = [
    pytest.param(
        "saltmarsh", "Leah Barrow", "Gill Sefton", "Siân Morris", "Marcus Adeyemi", "Raj Bhatt", "Policy 3.2",
        id="saltmarsh"),
    pytest.param(
        "st-aidans", "Kit Fell", "Joy Postlethwaite", "Anna Tyson", "Hugh Benson", "Mary Kirkbride",
        "Policy Process for creating new accounts", id="st-aidans"),
    pytest.param(
        "noor-hill", "Yasmin Haque", "Tariq Mahmud", "Ruqayya Sultan", "Nadia Karim", "Salim Aziz",
        "Policy Process for creating new accounts", id="noor-hill"),
]


@pytest.mark.parametrize("organisation, asks, second, unready, decides, trains, section", READ_AND_TRAINED)
def test_whoever_runs_an_account_has_read_the_policy_and_is_trained(
    visitor, asking, organisation, asks, second, unready, decides, trains, section):
    is_trust = organisation == "saltmarsh"
    asker = Desk(visitor, asking, organisation, asks)
    application = apply(
        asker, "Instagram", "The school’s own" if is_trust else "A department’s", [asks, second, unready], is_trust)
    asker.sees(NAME, "Not ready")
    decider = Desk(visitor, asking, organisation, decides)
    decide(decider, application, "Approve it")
    refused(
        decider, f"{unready} has not said that they have read the policy.", f"{unready} has no training on record.",
        f"{section}, read and trained.")
    reads(Desk(visitor, asking, organisation, unready))
    decide(decider, application, "Approve it")
    refused(decider, f"{unready} has no training on record.", f"{section}, read and trained.")
    assert "has not said" not in decider.page.locator(".error-summary").inner_text()
    puts_training_on_record(Desk(visitor, asking, organisation, trains), unready)
    decide(decider, application, "Approve it")
    decider.sees("It may be opened now.")
    decider.judged()


def reads(reader):
    reader.go("/policy").follow("Read it and say so")
    reader.page.get_by_label("I have read it and will keep to it").check()
    reader.press("Put it on record")
    reader.sees("It stands on record.")


def puts_training_on_record(leader, name):
    today = datetime.datetime.now(LONDON)
    leader.go("/policy/training/records/new")
    leader.page.get_by_role("textbox", name="When was it done?").fill(f"{today.day} {today.strftime('%B %Y')}")
    leader.page.get_by_label(name).check()
    leader.press("Put it on record")
    leader.sees(name)


REJECTED = [
    pytest.param("saltmarsh", "Leah Barrow", "Gill Sefton", "Marcus Adeyemi", id="saltmarsh"),
    pytest.param("wold-valley", "Beth Cropper", "Lyn Orton", "Claire Danvers", id="wold-valley"),
    pytest.param("st-aidans", "Kit Fell", "Joy Postlethwaite", "Hugh Benson", id="st-aidans"),
    pytest.param("noor-hill", "Yasmin Haque", "Tariq Mahmud", "Nadia Karim", id="noor-hill"),
]


@pytest.mark.parametrize("organisation, asks, second, decides", REJECTED)
def test_a_rejection_reaches_whoever_asked_with_its_reason(visitor, asking, organisation, asks, second, decides):
    is_trust = organisation == "saltmarsh"
    asker = Desk(visitor, asking, organisation, asks)
    application = apply(
        asker, "X", "The school’s own" if is_trust else "A department’s", [asks, second], is_trust)
    decider = Desk(visitor, asking, organisation, decides)
    decide(decider, application, "Reject it")
    refused(decider, "Say why; whoever asked is told")
    decide(decider, application, "Reject it", "The main account <b>does</b> this already")
    decider.sees("It was rejected.")
    asker.go().sees(f"Your account “{NAME}” is rejected: The main account <b>does</b> this already")
    asker.judged()
    asker.follow(re.compile(f"Your account “{NAME}” is rejected"))
    asker.sees("Rejected", "It was rejected.", re.compile("The main account <b>does</b> this already"))
    assert asker.page.get_by_role("link", name="Put on record that it is open").count() == 0
    asker.judged()


def test_a_third_network_a_faculty_and_a_second_set_are_refused(visitor, asking):
    """LLT has one set of accounts a school, on two networks, and none of faculties."""
    asker = Desk(visitor, asking, "saltmarsh", "Leah Barrow")
    people = ["Leah Barrow", "Gill Sefton"]
    for network, whose, says in [
        ("TikTok", "The school’s own", "TikTok is not among the networks on which a school may have an account."),
        ("X", "The school’s own", "There is an account on X already: Saltmarsh High on X."),
    ]:
        apply(asker, network, whose, people)
        refused(asker, says, "Policy 3.2, which accounts.")
    apply(asker, "X", "A department’s", people)
    refused(asker, "This is a department’s account, and the policy has none of these.", "Policy 3.2, faculties.")
    asker.go("/accounts?show=asked").does_not_see(re.compile("TikTok"))


def test_comments_stay_off_where_the_school_speaks_one_way(visitor, asking):
    asker = Desk(visitor, asking, "saltmarsh", "Leah Barrow")
    application = apply(asker, "Instagram", "The school’s own", ["Leah Barrow", "Gill Sefton"], sixth_form=True)
    decide(Desk(visitor, asking, "saltmarsh", "Marcus Adeyemi"), application, "Approve it")
    opener = Desk(visitor, asking, "saltmarsh", "Raj Bhatt").open(application)
    opener.follow("Put on record that it is open")
    settings(opener, comments="Yes, comments are on")
    opener.press("Put on record that it is open")
    says = "Comments are on, and this account speaks one way only."
    refused(opener, says, "Policy 3.10, one way.")
    settings(opener, comments="No, comments are off")
    opener.press("Put on record that it is open")
    opener.sees("In use")
    lead = asker.open(opener.page.url + "/settings")
    lead.page.get_by_label("Yes, comments are on").check()
    lead.press("Save the settings")
    refused(lead, says, "Policy 3.10, one way.")


def settings(opener, comments):
    opener.page.locator("#handle").fill("@orchard.diary")
    opener.page.get_by_label(comments).check()
    opener.page.get_by_label("No, tagging is off").check()
    opener.page.get_by_label("I have looked at them today").check()


def test_a_personal_account_is_refused_and_a_second_one_warned_of(visitor, asking):
    """LINK keeps accounts wholly apart from anybody's own, and would have one a network."""
    asker = Desk(visitor, asking, "harbour-view", "Priya Nair")
    asker.go("/accounts/apply")
    fill_which(asker, "TikTok", "The school’s own")
    fill_points(asker)
    asker.page.get_by_label("Yes, somebody has it already for themselves").check()
    submit(asker)
    refused(
        asker, "This is somebody’s personal account, and the school’s must be wholly apart from it.",
        "Policy 6.3(a), an account of its own.")
    apply(asker, "Instagram", "The school’s own", ["Priya Nair", "Tom Ashworth"])
    asker.sees(
        "There is an account on Instagram already: Harbour View on Instagram.",
        re.compile(r"Policy 6\.2"), "Tell them, and keep it on record")
    asker.judged()


def test_a_department_and_friends_of_the_school_are_welcome_where_the_policy_has_them(visitor, asking):
    for organisation, asks, second in [
        ("st-aidans", "Kit Fell", "Joy Postlethwaite"), ("noor-hill", "Yasmin Haque", "Tariq Mahmud"),
    ]:
        asker = Desk(visitor, asking, organisation, asks)
        for whose in ["A department’s", "Friends of the school"]:
            application = apply(asker, "TikTok", whose, [asks, second])
            assert "/accounts/applications/" in application, asker.text()
