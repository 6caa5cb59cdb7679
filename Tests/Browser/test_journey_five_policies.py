"""The same draft under each of the five policies: five different answers, each with the policy's own sections."""

import pytest

from rooms import Desk, a_pupil, answers, check, expect_finding, new_post

DRAFT = (
    "{pupil} won the reading prize. Book a seat at https://bit.ly/prize-giving or ring 07700 900142. "
    "Vote Labour on Thursday!")

# Who writes, on which account.
TEACHERS = {
    "harbour-view": ("Priya Nair", "Harbour View on Facebook"),
    "saltmarsh": ("Leah Barrow", "Saltmarsh High on X"),
    "wold-valley": ("Beth Cropper", "Hazel Bank on Facebook"),
    "st-aidans": ("Kit Fell", "St Aidan's on Facebook"),
    "noor-hill": ("Yasmin Haque", "Noor Hill on Facebook"),
}

# A pupil's full name, a private telephone number, a shortened link, a party.
ANSWERS = {
    "harbour-view": [
        "Must change: Policy 3.1(f)", "Must change: Policy 6.3(f)", "Needs release: Ours, by law",
        "Needs release: Policy 6.3(g)"],
    "saltmarsh": [
        "Advice: Ours, good practice", "Must change: Policy 3.5, data protection", "Needs release: Ours, by law",
        "Needs release: Policy Appendix, fit for any audience"],
    "wold-valley": [
        "Must change: Policy 8.11, no look of the school", "Must change: Policy 8.4, identity",
        "Must change: Policy 8.7", "Needs release: Policy 8.12, fitting content"],
    "st-aidans": [
        "Advice: Ours, good practice", "Must change: Policy Legal considerations, data protection",
        "Needs release: Ours, by law",
        "Needs release: Ours, good practice"],
    "noor-hill": [
        "Advice: Ours, good practice", "Must change: Policy Legal considerations, data protection",
        "Needs release: Ours, by law",
        "Needs release: Policy Appendix, fit for any audience"],
}


def test_the_five_answers_differ():
    assert len({tuple(answer) for answer in ANSWERS.values()}) == 5


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("organisation", TEACHERS)
def test_the_same_draft_under_the_policy_of(visitor, living, organisation, scripts):
    name, account = TEACHERS[organisation]
    pupil = a_pupil(visitor, living, organisation)
    desk = Desk(visitor, living, organisation, name, scripts)
    new_post(desk, DRAFT.format(pupil=pupil), account)
    check(desk)
    expect_finding(desk, "07700 900142")
    assert answers(desk) == ANSWERS[organisation]
