"""Six pictures from a phone to a real WordPress, and words to a real server of the AT Protocol, which takes no pictures: the
accounts are connected on their pages, the teacher says who is in each picture and sees who may not be shown, a colleague
answers for each, and at their time the posts go out by themselves. Then a parent says no, and what shows the child comes
down by itself."""

import json
import pathlib
import re
import urllib.request
from datetime import date

import pytest
from playwright.sync_api import expect

import codes
import rooms
from real_servers import real_server
from serving import new_installation
from test_journey_first_visit import (
    PASSWORD, Newcomer, become_administrator, begin, choose_policy, invite, say_which_school, sign_in)
from test_journey_import import settle

FILES = pathlib.Path(__file__).resolve().parents[1] / "Pictures"
ROLL = """ref,kind,given,family,form,consent
P1,pupil,Zofia,Kowalska,8B,yes
P2,pupil,Jamie,Thornton,8B,no
P3,pupil,Imogen,Achebe,8B,yes
"""
TEXT = "The boats went out at noon, and all came back by three."
SHORT = "New sails for the boats, sewn by Year 8."
SIX = ["quay.jpg", "boat.png", "shore.heic", "sail.webp", "quay.jpg", "boat.png"]


@pytest.fixture(scope="module")
def wordpress():
    with real_server("wordpress") as server:
        yield server


@pytest.fixture(scope="module")
def pds():
    with real_server("pds") as server:
        yield server


def test_six_pictures_go_out_by_themselves_and_come_down(visitor, wordpress, pds):
    with new_installation("--allow-inside", "127.0.0.1") as (address, code):
        office = Newcomer(visitor, address, "Rosa Whitlock", True)
        begin(office, code)
        say_which_school(office)
        choose_policy(office)
        become_administrator(office)
        sign_in(office)
        bring_roll(office)
        teacher, approver = staff(visitor, office)
        connect(office, "Our website", "Website", wordpress["address"], {
            "userName": "author", "secret": wordpress["author"]})
        connect(office, "Our Bluesky", "Bluesky", "school.test", {
            "server": pds["address"], "userName": pds["handle"], "secret": pds["password"]})
        six = written(teacher, "Our website", TEXT, SIX)
        rooms.new_post(teacher, SHORT)
        only(teacher, "Our Bluesky")
        one = rooms.save(teacher)
        for post, text in [(six, TEXT), (one, SHORT)]:
            send_soon(teacher, post)
            answered_for(approver, text)
        for post in [six, one]:
            teacher.open(post).reloads_until(lambda page: rooms.state(teacher) == "Published", 300)
            teacher.judged()
        there = on_wordpress(wordpress)
        assert len(there) == 6
        record = on_the_pds(pds, teacher)
        assert record["text"] == SHORT
        for picture in there:
            nothing_known(picture)
        a_parent_says_no(office, "Zofia K.")
        teacher.open(six).reloads_until(lambda page: rooms.state(teacher) == "Taken down", 180)
        assert on_wordpress(wordpress) is None
        assert on_the_pds(pds, teacher.open(one))["text"] == SHORT


def bring_roll(office):
    """The roll, and the consents, which are a step of their own."""
    for purpose in ["", "?purpose=consents"]:
        office.go("/people/import" + purpose)
        office.page.get_by_label(re.compile("^The file")).set_input_files(
            {"name": "roll.csv", "mimeType": "text/csv", "buffer": ROLL.encode()})
        office.press("Try the file")
        settle(office, "Reading the file")
        office.press(re.compile("^Bring in"))
        settle(office, "Saving")


def staff(visitor, office):
    """A teacher who writes, and a colleague who decides."""
    people = []
    for name, role in [("Nell Garside", "Author"), ("Otto Brandt", "Headteacher")]:
        link = invite(office, name, role)
        people.append(Newcomer(visitor, office.site, name, True))
        come_in(people[-1], link)
    head = people[1]
    head.go("/policy/speaking").follow("Give authority")
    head.page.get_by_label("To whom?").select_option(label="Nell Garside")
    head.page.get_by_role("textbox", name="Until, and including").fill(
        rooms.days_from_now(200).strftime("%-d %B %Y"))
    head.page.get_by_label("What do they speak about, and why?").fill("Sailing")
    head.press("Give authority")
    head.sees(re.compile("Given by Otto Brandt"))
    people[0].go("/consent/list").press(re.compile("^I have read version"))
    return people


def come_in(colleague, link):
    colleague.open(link)
    colleague.fill("New password", PASSWORD)
    colleague.fill("The same again", PASSWORD)
    colleague.press("Set password and sign in")
    if colleague.page.get_by_role("heading", name="Set up codes on your telephone").count():
        codes.set_up(colleague)


def connect(office, name, network, server, fields):
    """An account with its connection, which the network is asked about before anything is kept."""
    office.go("/accounts/new")
    office.fill("What you call it", name)
    office.page.get_by_label("Network").select_option(network)
    office.fill("Its name or address there", server)
    office.press("Enter this account")
    office.go("/accounts").follow(name)
    office.follow("Connect it")
    office.judged()
    for field, words in {"server": server, **fields}.items():
        office.page.locator(f"[name={field}]").fill(words)
    office.press(re.compile("onnect it$"))
    if network == "Bluesky":
        # nobody but this server says that the account is of the school's handle, so a person does
        office.judged()
        office.page.get_by_role("radio", name=re.compile("^@" + re.escape(server))).check()
        office.press("Connect this one")
    office.sees("It is connected.")
    office.judged()


def written(teacher, account, text, names):
    """A draft with pictures: who is in each is said, and the child who may not be shown is taken out again."""
    rooms.new_post(teacher, text)
    only(teacher, account)
    teacher.press("Add pictures")
    rooms.bring_pictures(teacher, [FILES / name for name in names])
    expect(teacher.page.get_by_text(f"Picture {len(names)}", exact=True)).to_be_visible(timeout=90_000)
    teacher.judged()
    teacher.page.get_by_role("link", name=re.compile("^Say who is in (them|it)$")).click()
    for number in range(1, len(names) + 1):
        if number == 1:
            first_picture(teacher)
        else:
            teacher.page.get_by_label("Nobody can be recognised").check()
        teacher.page.get_by_role("textbox", name="What does it show?").fill(f"The boats, picture {number}")
        for line in teacher.page.locator("input[name=judged]").all():
            line.check()
        teacher.page.locator("button.btn", has_text="Save").first.click()
    teacher.page.get_by_role("link", name="Back to the post").click()
    expect(teacher.page.locator(".pics img")).to_have_count(len(names))
    return rooms.save(teacher)


def only(teacher, account):
    """A draft goes to every account of the school until its author says otherwise."""
    for box in teacher.page.get_by_role("group", name="Accounts").get_by_role("checkbox").all():
        box.uncheck()
    rooms.choose_account(teacher, account)


def send_soon(teacher, post):
    """Opens the draft again, and sends it for one of the next minutes."""
    teacher.open(post + "/edit")
    rooms.plan(teacher, rooms.soon(20))
    rooms.send(teacher)


def first_picture(teacher):
    """The class is shown with who may not be pictured, and why."""
    teacher.page.locator("select[name=class]").select_option(label="8B")
    teacher.page.locator(".find-people button").click()
    expect(teacher.page.locator(".people-choices label", has_text="Jamie")).to_contain_text("May not be shown")
    teacher.judged()
    teacher.page.get_by_label("These people").check()
    for name in ["Zofia", "Jamie"]:
        teacher.page.locator(".people-choices label", has_text=name).locator("input").check()
    teacher.page.locator(".find-people button").click()
    chosen = teacher.page.get_by_role("group", name="In the picture", exact=True)
    expect(chosen).to_contain_text("May not be shown")
    chosen.locator("label", has_text="Jamie").locator("input").uncheck()


def answered_for(approver, text):
    """Each picture is answered for before the post is approved."""
    rooms.open_approval(approver, text[:20])
    approver.judged()
    for box in approver.page.locator("input[name=judged]").all():
        box.check()
    rooms.approve(approver)


def on_wordpress(server):
    """The bytes of the pictures of the post as WordPress shows it; nothing when it is not there."""
    posts = json.load(urllib.request.urlopen(server["address"] + "/?rest_route=/wp/v2/posts&search=boats"))
    if not posts:
        return None
    body = posts[0]["content"]["rendered"]
    assert [f"The boats, picture {n}" in body for n in range(1, 7)] == [True] * 6, body
    return [urllib.request.urlopen(each).read() for each in re.findall(r'<img[^>]+src="([^"]+)"', body)]


def on_the_pds(server, teacher):
    """The record of the post whose page is open."""
    key = re.search(r"bsky\.app/profile/[^/]+/post/(\w+)", teacher.page.content())[1]
    ask = f"repo={server['handle']}&collection=app.bsky.feed.post&rkey={key}"
    return json.load(urllib.request.urlopen(f"{server['address']}/xrpc/com.atproto.repo.getRecord?{ask}"))["value"]


def nothing_known(picture):
    """No position, no owner, no thumbnail within: nothing of what the file said before it came here."""
    for known in [b"Exif", b"Pilchard", b"QX99817", b"Photoshop", b"xpacket"]:
        assert known not in picture, known


def a_parent_says_no(office, name):
    """By word of mouth, typed by the office."""
    office.go("/consent").follow(name)
    office.follow("Type an answer")
    office.judged()
    office.page.get_by_role("group", name="Who gave this answer?").get_by_role("radio").first.check()
    office.page.get_by_role("radio", name="No, nowhere").check()
    office.page.get_by_role("radio", name="By word of mouth").check()
    office.fill("On which day did they say it?", date.today().strftime("%-d %B %Y"))
    office.press("Save")
    office.go("/consent").follow(name)
    office.follow("Everything that shows")
    office.judged()
