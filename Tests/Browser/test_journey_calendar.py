"""A headteacher keeps the school's calendar on a phone: by hand, from a file, and out to another program; then looks for
people, and for who owes what."""

import datetime
import re
import urllib.request

import pytest

from rooms import Desk

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
HERE = "/schools/harbour-view/calendar"


def calendar_file(*events):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for uid, title, first, more in events:
        lines += ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", f"DTSTART;VALUE=DATE:{first}", *more, "END:VEVENT"]
    text = "\r\n".join([*lines, "END:VCALENDAR", ""])
    return {"name": "school.ics", "mimeType": "text/calendar", "buffer": text.encode()}


def unfolded(body):
    return body.replace("\r\n ", "").split("\r\n")


def fits(desk):
    """Nothing is wrong with the open page on a phone or a desk, in light or dark."""
    if not desk.scripts:
        return desk.judged()
    assert desk.watched.judged("everything") == []
    desk.watched.resize("phone")


@BOTH
def test_a_calendar_is_kept_brought_in_and_taken_along(visitor, living, scripts):
    year = datetime.date.today().year + (3 if scripts else 5)
    mark = "with" if scripts else "without"
    head = Desk(visitor, living, "harbour-view", "Helen Osei", scripts)
    head.go(HERE)
    assert "school days in" in head.heading()
    head.sees("Autumn term", "INSET: safeguarding", "Christmas Day")
    fits(head)

    head.follow("Add days")
    head.press("Add them")
    head.sees("There is a problem")
    fits(head)
    head.page.get_by_label("A closure").check()
    head.page.get_by_label("What it is called").fill(f"Flood {mark}")
    head.page.get_by_role("textbox", name="First day").fill(f"12 March {year}")
    head.press("Add them")
    head.sees(f"Flood {mark}")
    fits(head)
    head.page.locator("main li", has_text=f"Flood {mark}").get_by_role("link").click()
    fits(head)
    head.follow("Take it out")
    head.page.get_by_label("Why?").fill("The water went")
    head.press("Take it out")
    assert not head.page.get_by_text(f"Flood {mark}").count()

    head.go(HERE + "/file")
    head.page.get_by_label("The calendar file").set_input_files(
        {"name": "school.ics", "mimeType": "text/calendar", "buffer": b"<html>Sign in</html>"})
    head.press("Try the file")
    head.sees("This is no calendar file")
    fits(head)
    head.page.get_by_label("The calendar file").set_input_files(calendar_file(
        (f"a-{mark}", f"INSET day {mark}", f"{year}0108", []),
        (f"b-{mark}", f"Staff training day {mark}", f"{year}0109", ["RRULE:FREQ=WEEKLY"]),
        (f"c-{mark}", "Summer fair", f"{year}0612", [])))
    head.press("Try the file")
    assert head.heading() == "1 entry to bring in"
    head.sees(f"INSET day {mark}", "It repeats (line 12). Enter its days by hand")
    fits(head)
    head.press("Bring them in")
    head.go(f"{HERE}?year={year - 1}").sees(f"INSET day {mark}")

    head.press("Make" if not head.page.get_by_role("button", name="Make a new address").count() else "Make a new address")
    address = head.page.locator(".ref-link").inner_text()
    fits(head)
    url = re.sub(r"^https?://[^/]+", living, address if address.startswith("http") else living + address)
    body = urllib.request.urlopen(url).read().decode()
    lines = unfolded(body)
    assert lines[0] == "BEGIN:VCALENDAR" and f"SUMMARY:INSET day {mark}" in lines
    assert all(len(line.encode()) <= 75 for line in body.split("\r\n"))
    head.page.get_by_role("button", name=re.compile("End it")).first.click()
    assert head.page.request.get(url).status == 404

    head.go("/bank-holidays").sees("Good Friday")
    fits(head)


@BOTH
def test_people_are_found_with_what_is_on_record_and_what_they_owe(visitor, living, scripts):
    head = Desk(visitor, living, "harbour-view", "Helen Osei", scripts)
    head.go("/people")
    name = head.page.locator("table tbody th").first.inner_text()
    head.page.get_by_label("Find by name or reference").fill(name.split()[0][1:])
    head.press("Find")
    head.sees(name)
    head.page.get_by_role("link", name=name, exact=True).first.click()
    head.sees("In class", "Parent")
    fits(head)
    head.page.locator("dl.facts a").last.click()
    head.sees("people.")
    fits(head)
    head.go("/people/parents")
    parent = head.page.locator("table tbody th").first.inner_text()
    head.page.get_by_label("Find by part of a name or e-mail address").fill(parent[1:6])
    head.press("Find")
    head.sees(parent)
    assert parent.split()[-1] not in head.page.url
    fits(head)

    head.go("/users")
    head.page.get_by_label("Find by part of a name or e-mail address").fill("riya")
    head.press("Find")
    head.sees("One found.")
    fits(head)
    head.follow("Priya Nair")
    head.sees("What they owe", "What they have read", "Training")
    fits(head)
