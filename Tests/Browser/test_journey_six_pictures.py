"""Six pictures from a phone, one with a child who may not be shown: named with the reason, taken out, sent, judged picture
by picture by whoever approves, and published at its time by a person."""

import io
import pathlib
import re
import shutil
import zipfile

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

SCHOOL = "harbour-view"
FILES = pathlib.Path(__file__).resolve().parents[1] / "Pictures"


def described(desk, number, people=None):
    """Says who is in the picture that is open, what it shows, and answers for it."""
    if people:
        desk.page.get_by_label("These people").check()
        people.locator("input").check()
        home = desk.page.get_by_label("Does it show somebody’s home?")
        if home.count():
            home.select_option(label="No")
    else:
        desk.page.get_by_label("Nobody can be recognised").check()
    desk.page.get_by_role("textbox", name="What does it show?").fill(f"The quay at noon, view {number}")
    for line in desk.page.locator("input[name=judged]").all():
        line.check()


@pytest.mark.late
def test_six_pictures_and_a_child_who_may_not_be_shown(visitor, living, tmp_path):
    teacher = Desk(visitor, living, SCHOOL, "Priya Nair", scripts=False)
    rooms.new_post(teacher, "Six views of the quay at noon.", "Harbour View on Facebook", at=rooms.soon(150))
    teacher.press("Add pictures")
    kinds = ["quay.jpg", "boat.png", "shore.heic"]
    files = []
    for number in range(6):
        kind = kinds[number % 3]
        files.append(shutil.copy(FILES / kind, tmp_path / f"{number}-{kind}"))
    rooms.bring_pictures(teacher, files)
    teacher.press("Add these pictures")
    expect(teacher.page.get_by_text("Picture 6", exact=True)).to_be_visible(timeout=90_000)
    teacher.judged()
    teacher.page.get_by_role("link", name=re.compile("^Say who is in")).first.click()

    # the first shows a child who may not be shown: the page says who and why
    refused = None
    classes = teacher.page.locator("select[name=class] option").count()
    for at in range(1, classes):
        teacher.page.locator("select[name=class]").select_option(index=at)
        teacher.page.locator(".find-people button").click()
        refused = teacher.page.locator(".people-choices label", has_text="May not be shown:")
        if refused.count():
            break
    assert refused.count(), "no class of the demonstration has a child who may not be shown"
    name = refused.first.locator("span").first.inner_text().split(",")[0]
    described(teacher, 1, refused.first)
    teacher.press("Save, and go to the next")
    # nobody signs that all is true of it, and who is in it is saved
    expect(teacher.page.locator(".error-summary")).to_contain_text("may not be shown")
    teacher.judged()
    expect(teacher.page.get_by_label("All four are true of picture 1")).to_have_count(0)
    for line in teacher.page.locator("input[name=judged]").all():
        line.uncheck()
    teacher.press("Save, and go to the next")
    expect(teacher.page.get_by_role("button", name="The same people as picture 1")).to_be_visible()
    for number in range(2, 7):
        if number == 3:
            teacher.page.get_by_role("button", name="Nobody, as in picture 2").click()
            expect(teacher.page.get_by_label("Nobody can be recognised")).to_be_checked()
        described(teacher, number)
        teacher.page.locator("button[value=next], button[value=save].btn:not(.hidden-visually)").first.click()
    post = rooms.post_address(teacher)
    teacher.open(post + "/edit")
    teacher.press_anyway("Send for approval")
    expect(teacher.page.locator(".error-summary"), "a child who may not be shown is sent").to_be_visible()
    teacher.judged()

    # taken out, it can be sent
    teacher.open(post + "/pictures")
    teacher.sees(re.compile(re.escape(name.split()[0])))
    teacher.page.locator("main a[href*='/pictures/']").first.click()
    teacher.press("Take it out of the post")
    teacher.open(post + "/edit")
    expect(teacher.page.locator("section[aria-labelledby=pictures] .pics img")).to_have_count(5)
    # four of the five go to this account
    teacher.unfold("Another text, time or pictures for one account")
    own = teacher.page.locator("details.own-texts details", has_text="Harbour View on Facebook")
    own.locator("summary").click()
    own.get_by_role("group", name="Its pictures").get_by_role("checkbox").last.uncheck()
    teacher.judged()
    rooms.plan(teacher, rooms.soon(120))
    rooms.send(teacher)

    # whoever approves ticks each picture
    approver = Desk(visitor, living, SCHOOL, "Sanjay Mehta", scripts=False)
    approver.open(post.replace("/posts/", "/approvals/"))
    approver.judged()
    expect(approver.page.locator("input[name=judged]"), "its pictures are not asked about one by one").to_have_count(5)
    for line in approver.page.locator("input[name=judged]").all():
        line.check()
    approver.page.get_by_role("button", name=re.compile("^Approve")).click(force=True)
    approver.sees(re.compile("^Approved: “Six views"), re.compile("A person publishes it"))
    approver.judged()
    teacher.open(post).reloads_until(
        lambda page: page.get_by_role("link", name="Publish it by hand").count() > 0, seconds=240)
    teacher.follow("Publish it by hand")
    expect(teacher.page.locator("main img")).to_have_count(4)
    expect(teacher.page.get_by_label("Its description")).to_have_count(4)
    teacher.judged()
    saved = teacher.page.request.get(
        living + teacher.page.get_by_role("link", name="Save all 4 pictures in one file").get_attribute("href"))
    assert len(zipfile.ZipFile(io.BytesIO(saved.body())).namelist()) == 4
    teacher.page.get_by_label("Address of the post").fill("https://www.facebook.com/harbourviewschool/posts/6")
    teacher.press("It is published")
    teacher.page.wait_for_url(re.compile(r"/posts/\w+#placement"))
    assert rooms.state(teacher) == "Published"
    teacher.sees(re.compile("With pictures 1, 2, 3 and 4 of 5"))
    expect(teacher.page.locator(".pics img"), "what is out is not shown with its pictures").to_have_count(5)
    teacher.judged()
