"""One post with six pictures, from a phone: at its time it goes by itself to a real WordPress, to a server that answers as a
real Mastodon and to a real server of the AT Protocol, each with as many pictures as it takes, and by a person's hand, with
proof, to a network on which the school publishes itself. Then a parent says no: what shows the child stands on one page, comes
down by itself where it went by itself, and is asked of a person, by a time, where one put it."""

import re

import pytest
from playwright.sync_api import expect

import going_out
import rooms
from real_servers import real_server
from serving import new_installation
from test_journey_first_visit import (
    Newcomer, become_administrator, begin, choose_policy, say_which_school, sign_in)

TEXT = "The boats went out at noon, and all came back by three."
BY_ITSELF = ["Our website", "Our Mastodon", "Our Bluesky"]
ADDRESS = "https://www.facebook.com/quaysideschool/posts/7"


@pytest.fixture(scope="module")
def wordpress():
    with real_server("wordpress") as server:
        yield server


@pytest.fixture(scope="module")
def mastodon():
    with real_server("mastodon") as server:
        yield server


@pytest.fixture(scope="module")
def pds():
    with real_server("pds") as server:
        yield server


def test_one_post_goes_out_everywhere_and_comes_down(visitor, wordpress, mastodon, pds):
    with new_installation("--allow-inside", "127.0.0.1") as (address, code):
        office = Newcomer(visitor, address, "Rosa Whitlock", True)
        begin(office, code)
        say_which_school(office)
        choose_policy(office)
        become_administrator(office)
        sign_in(office)
        going_out.bring_roll(office)
        teacher, approver = going_out.staff(visitor, office)
        accounts(office, wordpress, mastodon, pds)

        post = going_out.written(teacher, TEXT)
        teacher.open(post + "/edit")
        rooms.plan(teacher, rooms.soon(60))
        teacher.press_anyway("Send for approval")
        teacher.sees("Our Mastodon takes at most 4 pictures in a post", "Our Bluesky takes at most 4 pictures in a post")
        for account in ["Our Mastodon", "Our Bluesky"]:
            going_out.four_of_six(teacher, account)
        rooms.plan(teacher, rooms.soon(20))
        rooms.send(teacher)
        going_out.answered_for(approver, TEXT)

        out = {**{name: "Published" for name in BY_ITSELF}, "Our Facebook": "Ready to publish by hand"}
        teacher.open(post).reloads_until(lambda page: going_out.states(teacher) == out, 300)
        teacher.judged()
        where = [(going_out.on_wordpress, wordpress, 6), (going_out.on_mastodon, mastodon, 4),
                 (going_out.on_the_pds, pds, 4)]
        pictures = [look(server) for look, server, _ in where]
        for found, (_, _, most) in zip(pictures, where):
            going_out.shown(found, most)
        going_out.by_hand(teacher, ADDRESS)
        assert set(going_out.states(teacher).values()) == {"Published"}
        teacher.judged()

        going_out.a_parent_says_no(office, "Zofia K.")
        office.sees(*[f"A post on {name}" for name in [*BY_ITSELF, "Our Facebook"]])
        down = {**{name: "Taken down" for name in BY_ITSELF}, "Our Facebook": "To be taken down"}
        teacher.open(post).reloads_until(lambda page: going_out.states(teacher) == down, 240)
        for found, (look, server, _) in zip(pictures, where):
            assert look(server) == []
            for _, there in found:
                assert going_out.gone(there), f"{there} still shows the child"
        taken_down_by_hand(teacher)
        assert set(going_out.states(teacher.open(post)).values()) == {"Taken down"}
        teacher.judged()


def accounts(office, wordpress, mastodon, pds):
    """Three that are joined to their networks, and one on which a person publishes."""
    going_out.connect(office, "Our website", "Website", wordpress["address"], {
        "server": wordpress["address"], "userName": "author", "secret": wordpress["author"]})
    going_out.connect(office, "Our Mastodon", "Mastodon", mastodon["handle"], {"server": mastodon["address"]})
    going_out.connect(office, "Our Bluesky", "Bluesky", "school.test", {
        "server": pds["address"], "userName": pds["handle"], "secret": pds["password"]})
    going_out.enter(office, "Our Facebook", "Facebook", "quaysideschool")


def taken_down_by_hand(teacher):
    """A task with its time, and only what shows that it is gone settles it."""
    teacher.go()
    task = teacher.page.locator("main li, main tr, main article", has_text="Take down “The boats went out").first
    expect(task).to_contain_text("Our Facebook")
    expect(task).to_contain_text(re.compile(r"\bby \d\d:\d\d"))
    teacher.follow(re.compile("^Take down “The boats went out"))
    assert teacher.heading().startswith("Show that it is gone from ")
    teacher.sees("“Somebody in a picture may no longer be shown here”")
    teacher.judged()
    teacher.press("It is gone")
    teacher.sees("There is a problem")
    teacher.judged()
    teacher.page.get_by_label("What does its address show now?").fill("This content is not available")
    going_out.screenshot(teacher)
    teacher.press("It is gone")
