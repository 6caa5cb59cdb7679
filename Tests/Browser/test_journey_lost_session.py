"""A session that ends while one writes: what was typed is kept, and is there again after signing in."""

import pytest
from playwright.sync_api import expect

import rooms
from rooms import Desk

SCHOOL = "harbour-view"


def sign_in_again(desk):
    desk.follow("Choose a person of the demonstration")
    desk.press(desk.name)
    desk.page.wait_for_url(f"{desk.site}/{SCHOOL}")


def test_a_new_post_outlives_the_session(visitor, living):
    desk = Desk(visitor, living, SCHOOL, "Priya Nair")
    desk.go("/posts/new")
    desk.page.context.clear_cookies()
    rooms.write(desk, "The tide table is ready.")
    expect(desk.page.locator("#status")).to_contain_text("You are signed out. Your text is kept")
    desk.page.locator("#status").get_by_role("link", name="sign in again").click()
    sign_in_again(desk)
    desk.go("/posts/new")
    expect(desk.page.locator("#text")).to_have_value("The tide table is ready.")
    desk.sees("Your text from before is back.")


def test_a_change_to_a_draft_outlives_the_session(visitor, living):
    desk = Desk(visitor, living, SCHOOL, "Priya Nair")
    rooms.new_post(desk, "The tide table.", "Harbour View on Facebook")
    draft = rooms.save(desk) + "/edit"
    desk.open(draft)
    desk.page.context.clear_cookies()
    rooms.write(desk, "The tide table for spring.")
    expect(desk.page.locator("#status")).to_contain_text("You are signed out. Your text is kept")
    desk.page.locator("#status").get_by_role("link", name="sign in again").click()
    sign_in_again(desk)
    desk.open(draft)
    expect(desk.page.locator("#text")).to_have_value("The tide table for spring.")
    rooms.save(desk)
    desk.open(draft)
    expect(desk.page.locator("#text")).to_have_value("The tide table for spring.")
