"""Asking for an account, as a person fills in its form."""

import re

NAME = "Orchard diary"


def fill_which(asker, network, whose, sixth_form=False):
    page = asker.page
    page.locator("#name").fill(NAME)
    page.locator("#network").select_option(label=network)
    page.locator("#type").select_option(label=whose)
    page.get_by_label("It is the sixth form’s").set_checked(sixth_form)


def fill_points(asker):
    page = asker.page
    for field, words in [
        ("talk", "On 3 November: one account, looked at every week"),
        ("reason", "Families who live far away cannot come to our exhibitions"),
        ("aim", "Show families what grows in our orchard"), ("audience", "Families"),
        ("promotion", "The newsletter and the website"),
    ]:
        if page.locator(f"#{field}").count():
            page.locator(f"#{field}").fill(words)
    page.get_by_label("Open to everyone").check()


def choose(asker, field, name):
    """Chooses somebody of a list, whose lines go on with what they are to the school."""
    list_ = asker.page.locator(f"#{field}")
    value = list_.locator("option", has_text=re.compile("^" + re.escape(name))).first.get_attribute("value")
    list_.select_option(value)


def submit(desk):
    desk.page.locator("main form button[type=submit]").first.click()


def apply(asker, network, whose, people, sixth_form=False):
    """Sends a whole application, with all that any of the policies asks. The address it comes to."""
    asker.go("/accounts/apply")
    fill_which(asker, network, whose, sixth_form)
    fill_points(asker)
    for place, name in enumerate(people):
        choose(asker, "operators" if place == 0 else f"operators-{place + 1}", name)
    submit(asker)
    return asker.page.url


def decide(decider, application, answer, reason=""):
    decider.open(application)
    decider.page.get_by_label(answer).check()
    decider.page.locator("#reason").fill(reason)
    decider.press("Put the decision on record")


def refused(desk, *words):
    """The page says so at its top, with the section, and nothing is kept."""
    summary = desk.page.locator(".error-summary")
    for one in words:
        assert one in " ".join(summary.inner_text().split()), f"“{one}” is not said: {summary.inner_text()}"
    desk.judged()
