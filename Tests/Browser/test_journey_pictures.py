"""A teacher adds pictures from a phone, says who is in them, sees who may not be shown, and sends them for approval."""

import pathlib
import re

import pytest
from playwright.sync_api import expect

from rooms import Desk, bring_pictures

FILES = pathlib.Path(__file__).resolve().parents[1] / "Pictures"


def teacher_of(site, visitor, scripts=False):
    return Desk(visitor, site, "harbour-view", "Priya Nair", scripts, "phone")


def begun(teacher, text):
    """A post with this text, and the page of its pictures."""
    teacher.go("/posts/new")
    teacher.page.get_by_role("textbox", name="What do you want to say?").fill(text)
    teacher.page.get_by_role("button", name="Add pictures").click()
    expect(teacher.page.get_by_role("heading", name="Pictures", level=1)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_pictures_go_up_from_a_phone(living, visitor, scripts):
    teacher = teacher_of(living, visitor, scripts)
    begun(teacher, f"The boats went out at noon {'with' if scripts else 'without'} a script.")
    files = [FILES / "quay.jpg", FILES / "boat.png", FILES / "shore.heic"]
    bring_pictures(teacher, files)
    if not scripts:
        teacher.page.get_by_role("button", name="Add these pictures").click()
    expect(teacher.page.get_by_text("Picture 3", exact=True)).to_be_visible(timeout=60_000)
    teacher.judged()


def test_what_is_no_picture_is_named_and_the_others_are_kept(living, visitor, tmp_path):
    teacher = teacher_of(living, visitor)
    begun(teacher, "One of these is no picture.")
    trick = tmp_path / "holiday.jpg"
    trick.write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    bring_pictures(teacher, [FILES / "boat.png", trick])
    teacher.page.get_by_role("button", name="Add these pictures").click()
    expect(teacher.page.get_by_role("link", name=re.compile("File 2 of 2"))).to_be_visible(timeout=60_000)
    expect(teacher.page.get_by_text("Picture 1", exact=True)).to_be_visible()
    expect(teacher.page.get_by_text("Picture 2", exact=True)).to_have_count(0)


def test_nothing_goes_up_before_somebody_says_whose_it_is(living, visitor):
    teacher = teacher_of(living, visitor, True)
    begun(teacher, "Whose may it be?")
    teacher.page.locator("input[type=file]").set_input_files([FILES / "boat.png"])
    expect(teacher.page.get_by_text("Say above whose they are")).to_be_visible()
    teacher.page.get_by_label(re.compile("^Somebody else’s")).check()
    expect(teacher.page.get_by_text("Picture 1", exact=True)).to_be_visible(timeout=60_000)
    teacher.page.get_by_role("link", name="Say who is in it").click()
    expect(teacher.page.locator("input[name=source]:checked")).to_have_value("other")


def test_who_is_in_it_and_who_may_not_be_shown(living, visitor):
    teacher = teacher_of(living, visitor)
    begun(teacher, "The regatta was fun.")
    bring_pictures(teacher, [FILES / "quay.jpg"])
    teacher.page.get_by_role("button", name="Add these pictures").click()
    teacher.page.get_by_role("link", name="Say who is in it").click()
    expect(teacher.page.get_by_text("Its file said where it was taken")).to_be_visible(timeout=60_000)
    teacher.page.locator("select[name=class]").select_option(index=1)
    teacher.page.get_by_role("button", name="Show names").click()
    listed = teacher.page.locator(".people-choices label")
    assert listed.count() > 3
    teacher.judged()
    teacher.page.get_by_label("These people").check()
    listed.filter(has_not_text="May not be shown").first.locator("input").check()
    teacher.page.get_by_role("textbox", name="What does it show?").fill("Children on the quay, seen from the water")
    teacher.page.get_by_label("All four are true of picture 1").check()
    teacher.page.get_by_role("button", name="Save", exact=True).last.click()
    expect(teacher.page.locator(".error-summary")).to_contain_text("Say whether it shows somebody’s home")
    teacher.judged()
    teacher.page.get_by_label("Does it show somebody’s home?").select_option(label="No")
    teacher.page.get_by_role("button", name="Save", exact=True).last.click()
    expect(teacher.page.get_by_text("Children on the quay, seen from the water").first).to_be_visible()
    expect(teacher.page.get_by_role("heading", name="The picture is ready", level=1)).to_be_visible()
    teacher.page.get_by_role("link", name="Back to the post").click()
    expect(teacher.page.locator(".pics img")).to_have_count(1)
    teacher.judged()


def test_a_picture_that_must_not_exist(living, visitor):
    teacher = teacher_of(living, visitor)
    begun(teacher, "This one will go.")
    bring_pictures(teacher, [FILES / "gull.gif"])
    teacher.page.get_by_role("button", name="Add these pictures").click()
    expect(teacher.page.get_by_text("Picture 1", exact=True)).to_be_visible(timeout=60_000)
    source = teacher.page.locator("img.drawn").first.get_attribute("src")
    teacher.page.get_by_role("link", name="Say who is in it").click()
    teacher.page.get_by_role("link", name="This picture must not exist").click()
    teacher.sees("Picture 1 of 1")
    teacher.judged()
    teacher.page.get_by_role("button", name="No: destroy it now").click()
    teacher.sees("The picture is destroyed, in every size.")
    expect(teacher.page.locator(".pics img")).to_have_count(0)
    teacher.judged()
    answer = teacher.page.request.get(living + source, max_redirects=0)
    assert answer.status == 404


def test_a_film_goes_up_and_plays(living, visitor):
    teacher = teacher_of(living, visitor)
    begun(teacher, "The regatta, filmed from the slipway.")
    bring_pictures(teacher, [FILES / "regatta.mov"])
    teacher.page.get_by_role("button", name="Add these pictures").click()
    expect(teacher.page.get_by_text("Film, 0:03")).to_be_visible(timeout=60_000)
    teacher.judged()
    teacher.page.get_by_role("link", name="Say who is in it").click()
    expect(teacher.page.get_by_role("heading", name="Film 1 of 1")).to_be_visible()
    film = teacher.page.locator("video")
    expect(film).to_have_attribute("preload", "none")
    source = film.get_attribute("src")
    part = teacher.page.request.get(living + source, headers={"Range": "bytes=0-99"})
    assert part.status == 206 and len(part.body()) == 100
    whole = int(part.headers["content-range"].split("/")[1])
    rest = teacher.page.request.get(living + source, headers={"Range": "bytes=100-"})
    assert rest.status == 206 and len(rest.body()) == whole - 100
    every = part.body() + rest.body()
    assert every == teacher.page.request.get(living + source).body()
    for secret in (b"Pilchard", b"50.1526", b"QX99817"):
        assert secret not in every
    assert part.headers["cache-control"] == "no-store"
    assert teacher.page.request.get(living + source, headers={"Range": "bytes=99999999-"}).status == 416
    # it lies on its side in the file, and stands upright on the page
    poster = teacher.page.evaluate(
        "async (src) => { const i = new Image(); i.src = src; await i.decode(); return [i.naturalWidth, i.naturalHeight]; }",
        film.get_attribute("poster"))
    assert poster == [96, 160]
    teacher.page.get_by_label("Nobody can be recognised").check()
    teacher.page.get_by_role("textbox", name="What does it show?").fill("Boats in a race, filmed from the slipway")
    for line in teacher.page.locator("input[name=judged]").all():
        line.check()
    teacher.page.get_by_role("button", name="Save", exact=True).last.click()
    expect(teacher.page.get_by_text("Boats in a race, filmed from the slipway").first).to_be_visible()
    teacher.judged()
