"""Steps of the journey of one post that goes out by itself to three servers and by hand to a fourth network, and looks at what
is on each server then."""

import json
import pathlib
import re
import urllib.error
import urllib.request
from datetime import date

from playwright.sync_api import expect

import codes
import rooms
from test_journey_first_visit import PASSWORD, Newcomer, invite
from test_journey_import import settle

FILES = pathlib.Path(__file__).resolve().parents[1] / "Pictures"
ROLL = """ref,kind,given,family,form,consent
P1,pupil,Zofia,Kowalska,8B,yes
P2,pupil,Jamie,Thornton,8B,no
P3,pupil,Imogen,Achebe,8B,yes
"""
SIX = ["quay.jpg", "boat.png", "shore.heic", "sail.webp", "quay.jpg", "boat.png"]


def said(number):
    return f"The boats, picture {number}"


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


def enter(office, name, network, handle):
    """An account on the register."""
    office.go("/accounts/new")
    office.fill("What you call it", name)
    office.page.get_by_label("Network").select_option(network)
    office.fill("Its name or address there", handle)
    office.press("Enter this account")


def connect(office, name, network, handle, fields):
    """An account with its connection, which the network is asked about before anything is kept."""
    enter(office, name, network, handle)
    office.go("/accounts").follow(name)
    office.follow("Connect it")
    office.judged()
    for field, words in fields.items():
        office.page.locator(f"[name={field}]").fill(words)
    office.press(re.compile("onnect it( with .*)?$"))
    if network == "Mastodon":
        # its own page asks, and sends back
        office.watched.elsewhere = (fields["server"],)
        office.follow("Go on to Mastodon")
        office.page.get_by_role("link", name="Authorise").click()
    if network == "Bluesky":
        # nobody but this server says that the account is of the school's handle, so a person does
        office.judged()
        office.page.get_by_role("radio", name=re.compile("^@" + re.escape(handle))).check()
        office.press("Connect this one")
    office.sees("It is connected.")
    office.judged()


def written(teacher, text):
    """A draft with six pictures: who is in each is said, and the child who may not be shown is taken out again."""
    rooms.new_post(teacher, text)
    for box in teacher.page.get_by_role("group", name="Accounts").get_by_role("checkbox").all():
        box.check()
    teacher.press("Add pictures")
    rooms.bring_pictures(teacher, [FILES / name for name in SIX])
    expect(teacher.page.get_by_text("Picture 6", exact=True)).to_be_visible(timeout=90_000)
    teacher.judged()
    teacher.page.get_by_role("link", name="Say who is in them").click()
    for number in range(1, 7):
        if number == 1:
            first_picture(teacher)
        else:
            teacher.page.get_by_label("Nobody can be recognised").check()
        teacher.page.get_by_role("textbox", name="What does it show?").fill(said(number))
        for line in teacher.page.locator("input[name=judged]").all():
            line.check()
        teacher.page.locator("button.btn", has_text="Save").first.click()
    teacher.page.get_by_role("link", name="Back to the post").click()
    expect(teacher.page.locator(".pics img")).to_have_count(6)
    return rooms.save(teacher)


def four_of_six(teacher, account):
    """The first four pictures go there, and the last two do not."""
    teacher.unfold("Another text, time or pictures for one account")
    own = teacher.page.locator("details.own-texts details", has=teacher.page.locator("summary", has_text=account))
    if own.get_attribute("open") is None:
        own.locator("summary").click()
    boxes = own.get_by_role("group", name="Its pictures").get_by_role("checkbox")
    expect(boxes).to_have_count(6)
    for place in [4, 5]:
        boxes.nth(place).uncheck()


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
    teacher.page.get_by_label("Does it show somebody’s home?").select_option(label="No")
    chosen.locator("label", has_text="Jamie").locator("input").uncheck()


def send_soon(teacher, post):
    """Opens the draft again, and sends it for one of the next minutes."""
    teacher.open(post + "/edit")
    rooms.plan(teacher, rooms.soon(20))
    rooms.send(teacher)


def answered_for(approver, text):
    """Each picture is answered for before the post is approved."""
    rooms.open_approval(approver, text[:20])
    approver.judged()
    for box in approver.page.locator("input[name=judged]").all():
        box.check()
    rooms.approve(approver)


def states(desk):
    """What has become of the open post on each of its accounts."""
    return {
        panel.locator("b").first.inner_text(): panel.locator(".tag").first.inner_text().strip()
        for panel in desk.page.locator(".panel[id^=placement-]").all()}


def by_hand(teacher, address):
    """Published by a person, with the address and a screenshot as the proof."""
    teacher.follow("Publish it by hand")
    expect(teacher.page.locator("main img")).to_have_count(6)
    teacher.judged()
    teacher.press("It is published")
    expect(teacher.page.locator(".error-summary"), "published without a proof").to_be_visible()
    teacher.page.get_by_label("Address of the post").fill(address)
    screenshot(teacher)
    teacher.press("It is published")
    teacher.page.wait_for_url(re.compile(r"/posts/\w+#placement"))


def screenshot(desk):
    desk.page.locator("input[type=file]").set_input_files(
        {"name": "there.png", "mimeType": "image/png", "buffer": desk.page.screenshot()})


def asked(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read()


def gone(address):
    try:
        asked(address)
    except urllib.error.HTTPError as refusal:
        return refusal.code in (400, 404, 410)
    return False


def on_wordpress(server):
    """The pictures of the post as WordPress shows it, with what each is said to show; none when it is not there."""
    posts = json.loads(asked(server["address"] + "/?rest_route=/wp/v2/posts&search=boats"))
    if not posts:
        return []
    images = re.findall(r"<img[^>]*>", posts[0]["content"]["rendered"])
    return [(re.search(r'alt="([^"]*)"', each)[1], re.search(r'src="([^"]+)"', each)[1]) for each in images]


def on_mastodon(server):
    """The same of the last post there."""
    me = f"{server['address']}/api/v1/accounts/verify_credentials"
    signed = {"Authorization": f"Bearer {server['token']}"}
    with urllib.request.urlopen(urllib.request.Request(me, headers=signed)) as answer:
        number = json.load(answer)["id"]
    theirs = urllib.request.Request(f"{server['address']}/api/v1/accounts/{number}/statuses", headers=signed)
    with urllib.request.urlopen(theirs) as answer:
        posts = json.load(answer)
    return [(each["description"], each["url"]) for each in posts[0]["media_attachments"]] if posts else []


def on_the_pds(server):
    """The same of the last record there."""
    ask = f"repo={server['handle']}&collection=app.bsky.feed.post"
    records = json.loads(asked(f"{server['address']}/xrpc/com.atproto.repo.listRecords?{ask}"))["records"]
    blob = f"{server['address']}/xrpc/com.atproto.sync.getBlob?did={server['handle']}&cid="
    images = records[-1]["value"]["embed"]["images"] if records else []
    return [(each["alt"], blob + each["image"]["ref"]["$link"]) for each in images]


def shown(pictures, most):
    """So many pictures, each with its description, and nothing of what its file said before it came here: no position, no
    owner, no thumbnail within."""
    assert [alt for alt, _ in pictures] == [said(number) for number in range(1, most + 1)]
    for _, address in pictures:
        picture = asked(address)
        assert len(picture) > 1_000
        for known in [b"Exif", b"Pilchard", b"QX99817", b"Photoshop", b"xpacket"]:
            assert known not in picture, f"{address} says {known}"


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
