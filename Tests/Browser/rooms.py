"""What a person does in each room, by the words on the page. Nothing here waits for a time, only for what is shown."""

import datetime
import re
import time
import zoneinfo

from playwright.sync_api import expect

from people import ROLL_KEEPERS, become

LONDON = zoneinfo.ZoneInfo("Europe/London")


def soon(at_least=40):
    """The next whole minute that is at least so many seconds away, in London."""
    later = datetime.datetime.now(LONDON) + datetime.timedelta(seconds=at_least + 60)
    return later.replace(second=0, microsecond=0)


def days_from_now(days, hour=12):
    return (datetime.datetime.now(LONDON) + datetime.timedelta(days=days)).replace(
        hour=hour, minute=0, second=0, microsecond=0)


class Desk:
    """One person of the demonstration at work in a window, with scripts or without."""

    def __init__(self, visitor, site, organisation, name, scripts=True, width="phone"):
        self.watched = visitor(site, width, scripts)
        self.page, self.width = self.watched.page, width
        self.site, self.organisation, self.name, self.scripts = site, organisation, name, scripts
        become(self.page, site, organisation, name)

    def go(self, path=""):
        answer = self.page.goto(f"{self.site}/{self.organisation}{path}")
        assert answer.ok, f"{self.name} sees {answer.status} at {path}: {self.heading()}"
        return self

    def open(self, url):
        answer = self.page.goto(url)
        assert answer.ok, f"{self.name} sees {answer.status} at {url}: {self.heading()}"
        return self

    def heading(self):
        return self.page.locator("h1").inner_text()

    def press(self, name, within="main"):
        self.page.locator(within).get_by_role("button", name=name).click()

    def press_anyway(self, name):
        """Presses a button that looks as if it could not be pressed: it can, and says why not."""
        self.page.locator("main").get_by_role("button", name=name).click(force=True)

    def fill(self, label, text):
        self.page.get_by_label(label, exact=True).fill(text)

    def follow(self, name, within="main"):
        self.page.locator(within).get_by_role("link", name=name).first.click()

    def sees(self, *words):
        for one in words:
            expect(self.page.locator("main").get_by_text(one).filter(visible=True).first).to_be_visible()

    def does_not_see(self, *words):
        for one in words:
            expect(self.page.locator("main").get_by_text(one).filter(visible=True)).to_have_count(0)

    def unfold(self, summary):
        """Opens a folded part, unless it is open."""
        part = self.page.locator("details", has=self.page.locator("summary", has_text=summary)).first
        if part.get_attribute("open") is None:
            part.locator("summary").first.click()

    def reloads_until(self, shown, seconds=120):
        """Looks at the page again and again, as a person would, until something is there."""
        end = time.monotonic() + seconds
        while not shown(self.page):
            assert time.monotonic() < end, f"{self.name} waited in vain at {self.page.url}: " + self.text()
            self.page.reload()

    def text(self):
        return self.page.locator("main").inner_text()

    def judged(self):
        """Nothing may be wrong with the open page. Without scripts axe cannot look either."""
        faults = self.watched.judged() if self.scripts else self.watched.heading_faults() + self.watched.too_wide()
        self.watched.resize(self.width)
        assert not faults, "\n".join(faults)


# Writing a post


def bring_pictures(desk, files, whose="The school’s own"):
    """These files chosen on the page of a post's pictures, and one choice for all of them: whose they are. Nothing is
    chosen before somebody chooses."""
    desk.unfold("Add pictures")
    expect(desk.page.locator("input[name=source]:checked")).to_have_count(0)
    desk.page.get_by_label(re.compile(f"^{whose}")).check()
    desk.page.locator("input[type=file]").set_input_files(files)


def write(desk, text):
    desk.page.get_by_role("textbox", name="What do you want to say?").fill(text)


def new_post(desk, text, *accounts, at=None):
    """A post with its accounts and its time, harming nobody's privacy."""
    desk.go("/posts/new")
    write(desk, text)
    for account in accounts:
        choose_account(desk, account)
    plan(desk, at or days_from_now(7))
    desk.page.get_by_label("No", exact=True).check()


def choose_account(desk, name):
    desk.page.get_by_role("group", name="Accounts").get_by_role("checkbox", name=re.compile("^" + name)).check()


def plan(desk, when):
    desk.page.locator("#date").fill(when.strftime("%Y-%m-%d"))
    desk.page.locator("#time").fill(when.strftime("%H:%M"))


def check(desk):
    """Without scripts one asks for the check; with scripts it comes by itself, and nothing is pressed."""
    if not desk.scripts:
        desk.press("Check this text")


def findings(desk):
    """What the check shows: for each finding its tag, what it cites, and its sentence."""
    return desk.page.locator("#found-body .finding").evaluate_all("""all => all.map(one => ({
        tag: one.querySelector('.tag').textContent.trim(),
        cites: one.querySelector('.clause, .ours').textContent.trim(),
        says: one.querySelector('h4').textContent.trim(),
    }))""")


def answers(desk):
    """The findings in short, each once: `Must change: Policy 3.5`."""
    return sorted({f"{one['tag']}: {one['cites']}" for one in findings(desk)})


def finding(desk, words):
    return desk.page.locator("#found-body .finding", has_text=words)


def expect_finding(desk, words, *also):
    """A finding with these words stands beside the text."""
    show_all_findings(desk)
    one = finding(desk, words)
    expect(one.first, f"no finding says “{words}”").to_be_visible()
    for more in also:
        expect(one.filter(has_text=more).first, f"the finding “{words}” does not say “{more}”").to_be_visible()


def expect_no_finding(desk, words):
    expect(finding(desk, words), f"a finding still says “{words}”").to_have_count(0)


def show_all_findings(desk):
    fold = desk.page.get_by_role("checkbox", name=re.compile("^Show"))
    if fold.count():
        fold.check()


def answer_finding(desk, words, kind, says):
    """Answers a finding with a correction of fact."""
    show_all_findings(desk)
    box = finding(desk, words).locator("details.answering")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    box.get_by_label(kind).check()
    box.get_by_role("textbox").fill(says)
    box.get_by_role("button", name="Give this answer").click()
    expect(finding(desk, words).locator(".answered")).to_contain_text(says)


def save(desk):
    desk.press("Save draft")
    desk.page.wait_for_url(re.compile(r"/posts/\w+/edit"))
    return post_address(desk)


def send(desk):
    """Sends it for approval; the post's own address."""
    desk.press_anyway("Send for approval")
    desk.page.wait_for_url(re.compile(r"\?sent=yes"))
    desk.sees("Sent for approval.")
    return post_address(desk)


def post_address(desk):
    return re.match(r".*/posts/\w{16,}", desk.page.url).group(0)


# Deciding


def open_approval(desk, title):
    """From the list of what waits, as one finds it."""
    desk.go("/approvals").follow(title)
    expect(desk.page.locator("h1")).to_contain_text(title)


def release(desk, words, reason):
    held = desk.page.locator(".release", has_text=words)
    held.get_by_label("Why is it safe to release?").fill(reason)
    held.get_by_role("button", name="Release this finding").click()
    expect(desk.page.locator(".release.is-clear", has_text=words)).to_contain_text(reason)


def confirm(desk, words):
    offered = desk.page.locator(".release", has_text=words)
    offered.get_by_role("button", name="Yes, that is so").click()
    expect(desk.page.locator(".release.is-clear", has_text=words)).to_contain_text("Confirmed")


def approve(desk):
    desk.press("Approve for")
    desk.page.wait_for_url(re.compile(r"/approvals\?approved="))


def add_note(desk, passage, says):
    desk.unfold("Add a note")
    desk.page.get_by_label("Which passage?").fill(passage)
    desk.page.get_by_label("Your note").fill(says)
    desk.press("Add the note")
    desk.sees(says)


def send_back(desk, why):
    desk.unfold("Return it to its author")
    desk.page.get_by_label("Why does it go back?").fill(why)
    desk.press("Return with this reason")
    desk.page.wait_for_url(re.compile(r"/approvals\?returned="))


# A post and its story


def state(desk):
    """The post's state, as its tag says."""
    return desk.page.locator(".compose-status .tag").inner_text().strip()


def story(desk):
    """The lines of the story from the record, oldest first."""
    return [" ".join(line.split()) for line in desk.page.locator("section[aria-labelledby=story] li").all_inner_texts()]


def expect_story(desk, *parts):
    """These stand in the story, in this order."""
    told = " | ".join(story(desk))
    at = 0
    for part in parts:
        found = told.find(part, at)
        assert found >= 0, f"the story does not tell “{part}” in its place: {told}"
        at = found + len(part)


# People


_pupils = {}


def a_pupil(visitor, site, organisation):
    """The full name of one pupil, looked up on the roll by its keeper; a name that is no ordinary word."""
    if (site, organisation) not in _pupils:
        keeper = Desk(visitor, site, organisation, ROLL_KEEPERS[organisation], width="desktop")
        _pupils[site, organisation] = _look_up(keeper, ["Underwood", "Okafor", "Chowdhury", "Jennings", "Hussain"])
    return _pupils[site, organisation]


def _look_up(keeper, family_names):
    for family in family_names:
        find_on_roll(keeper, family)
        for link in keeper.page.locator("main th a").evaluate_all("all => all.map(one => one.href)"):
            name = keeper.open(link).heading()
            if re.fullmatch(r"[A-Z][a-z]{4,} " + family, name):
                return name
    raise AssertionError(f"no pupil on the roll of {keeper.organisation} has one of these family names")


def find_on_roll(keeper, words):
    keeper.go("/people?kind=pupil")
    keeper.page.get_by_label("Find by name or reference").fill(words)
    with keeper.page.expect_navigation():
        keeper.press("Find")
