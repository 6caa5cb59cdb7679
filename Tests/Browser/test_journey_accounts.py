"""An account under each of the five policies: asked for, decided or told, opened, its log-in details in the vault, handed
over when its lead leaves, and closed."""

import dataclasses
import re

import pytest

from applying import NAME, choose, fill_points, fill_which, submit
from rooms import Desk
from serving import demonstration


@dataclasses.dataclass
class Paper:
    """Who does what by one policy, and what it refuses."""
    organisation: str
    asks: str
    second: str
    third: str
    admin: str
    # Who decides; None where its address is told instead.
    decides: str | None
    # Who may not decide, and sees no form for it.
    bystander: str
    opens: str
    # Who keeps log-in details, and what the page says of that.
    keeps: str
    kept_by: str
    # The points without which it is refused, by words of the page.
    missing: list[str]
    network: str = "Instagram"
    whose: str = "A department’s"
    sixth_form: bool = False
    # Whether leavers say that what is confidential stays so.
    leaver_says: bool = True
    # Whether it is refused when one member of staff is named.
    two_of_staff: bool = True


FIVE_POINTS = [
    "what the account is for", "whom the account is meant for", "how people will hear", "open or closed",
    "one member of staff is named"]
PAPERS = [
    Paper(
        "saltmarsh", "Leah Barrow", "Gill Sefton", "Marcus Adeyemi", "Raj Bhatt", "Marcus Adeyemi", "Gill Sefton",
        "Raj Bhatt", "Raj Bhatt", "administrator", FIVE_POINTS, whose="The school’s own", sixth_form=True),
    Paper(
        "wold-valley", "Beth Cropper", "Lyn Orton", "Claire Danvers", "Colin Ives", "Claire Danvers", "Lyn Orton",
        "Beth Cropper", "Beth Cropper", "the account’s lead", ["talked over with the headteacher"], leaver_says=False, two_of_staff=False),
    Paper(
        "st-aidans", "Kit Fell", "Joy Postlethwaite", "Hugh Benson", "Greg Holme", "Hugh Benson", "Joy Postlethwaite",
        "Greg Holme", "Greg Holme", "administrator", FIVE_POINTS),
    Paper(
        "harbour-view", "Priya Nair", "Tom Ashworth", "Sanjay Mehta", "Dean Lowe", None, "Sanjay Mehta", "Priya Nair",
        "Dean Lowe", "IT", ["no strong reason"], leaver_says=False, two_of_staff=False),
    Paper(
        "noor-hill", "Yasmin Haque", "Tariq Mahmud", "Nadia Karim", "Idris Farah", "Nadia Karim", "Tariq Mahmud",
        "Idris Farah", "Idris Farah", "administrator", FIVE_POINTS),
]
FIRST, OTHER = "lantern ferry cobble mast", "another kettle entirely here"


@pytest.fixture(scope="module")
def leaving():
    """A demonstration in which people leave for good."""
    with demonstration() as address:
        yield address


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.organisation)
def test_an_account_from_asking_to_closing(visitor, leaving, paper):
    def desk(name):
        return Desk(visitor, leaving, paper.organisation, name)

    asker = desk(paper.asks)
    application = asks(asker, paper)
    settles(desk, asker, application, paper)
    account = opens(desk(paper.opens), application, paper)
    lodges(desk, asker, account, paper)
    leaves(desk, paper)
    hands_over(desk, account, paper)
    closes(desk(paper.third), account)


def asks(asker, paper):
    """What is missing is named; then it is taken. Gives the application's address."""
    asker.go("/accounts/apply")
    fill_which(asker, paper.network, paper.whose, paper.sixth_form)
    choose(asker, "operators", paper.asks)
    if not paper.two_of_staff:
        choose(asker, "operators-2", paper.second)
    submit(asker)
    said = asker.text().lower()
    for word in paper.missing:
        assert word in said, f"nothing is said of “{word}”: {said}"
    asker.judged()
    fill_points(asker)
    choose(asker, "operators-2", paper.second)
    submit(asker)
    asker.sees(NAME)
    assert "/accounts/applications/" in asker.page.url, asker.text()
    asker.judged()
    return asker.page.url


def settles(desk, asker, application, paper):
    """Whoever the policy names decides, or is told; nobody else has the form."""
    if paper.decides is None:
        asker.press("Tell them, and keep it on record")
        asker.sees("Enter the address or handle that it will have")
        asker.page.locator("#address").fill("@orchard.diary")
        asker.press("Tell them, and keep it on record")
        asker.sees("It may be opened now.")
        return
    assert asker.open(application).page.get_by_role("button", name="Put the decision on record").count() == 0
    bystander = desk(paper.bystander).open(application)
    assert bystander.page.get_by_role("button", name="Put the decision on record").count() == 0
    decider = desk(paper.decides).open(application)
    decider.sees("Decide")
    decider.judged()
    decider.page.get_by_label("Approve it").check()
    decider.press("Put the decision on record")
    decider.sees("It may be opened now.")


def opens(opener, application, paper):
    opener.open(application).follow("Put on record that it is open")
    opener.page.locator("#handle").fill("@orchard.diary")
    opener.press("Put on record that it is open")
    opener.sees("Say whether followers can comment")
    opener.page.get_by_label("No, comments are off").check()
    opener.page.get_by_label("No, tagging is off").check()
    opener.page.get_by_label("I have looked at them today").check()
    opener.page.locator("#loginEmail").fill(f"office@{paper.organisation}.example")
    opener.press("Put on record that it is open")
    opener.sees("In use", "Log-in details")
    opener.judged()
    return opener.page.url


def lodges(desk, asker, account, paper):
    """A weak password is refused; a look needs a reason, and is for those alone who keep them."""
    asker.open(account + "/login")
    asker.sees(re.compile("Kept by:.*" + re.escape(paper.kept_by)))
    asker.page.locator("#userName").fill("@orchard.diary")
    asker.page.locator("#password").fill("password1234")
    asker.press("Lodge them, encrypted")
    asker.sees(re.compile("harder to guess"))
    asker.page.locator("#userName").fill("@orchard.diary")
    asker.page.locator("#password").fill(FIRST)
    asker.press("Lodge them, encrypted")
    asker.sees("Sealed with the key")
    assert FIRST not in asker.page.content()
    asker.judged()
    other = desk(paper.second).open(account + "/login")
    other.sees("You do not see them here.")
    assert other.page.locator("#reason").count() == 0
    assert FIRST not in other.page.content()
    keeper = desk(paper.keeps).open(account + "/login")
    keeper.press("Show them")
    keeper.sees("Say why you need to see them")
    keeper.page.locator("#reason").fill("A new telephone")
    keeper.press("Show them")
    keeper.sees(FIRST, "This look is on record")
    keeper.judged()
    keeper.open(account).sees("A new telephone")


def leaves(desk, paper):
    """Where the policy has it, nobody is shut out before saying that what is confidential stays so."""
    admin = desk(paper.admin)
    admin.go("/users").follow(paper.asks)
    admin.follow(re.compile("Shut"))
    ending = admin.page.url
    admin.page.locator("#why").fill("Moves away")
    if paper.leaver_says:
        admin.press("Shut out")
        admin.sees(re.compile("has not said yet that what is confidential stays so"))
        admin.judged()
        admin.follow(re.compile("^Ask them first$"))
        admin.judged()
        admin.press("Go on")
        leaver = desk(paper.asks)
        leaver.follow(re.compile("What is confidential stays so"))
        leaver.judged()
        leaver.press("I will keep it confidential")
        admin.open(ending)
        admin.page.locator("#why").fill("Moves away")
    admin.press("Shut out")
    admin.sees(re.compile("shut out|Shut out|has left|ended", re.IGNORECASE))


def hands_over(desk, account, paper):
    """A new lead alone does not settle it, nor does the old password."""
    admin = desk(paper.admin).open(account)
    admin.sees("Handover due", re.compile("name a new lead and change its password"))
    admin.judged()
    admin.follow("Change people")
    choose(admin, "operators", paper.second)
    choose(admin, "operators-2", paper.third)
    admin.page.locator("#why").fill("The lead left")
    admin.press("Save who runs it")
    admin.sees("Handover due")
    keeper = desk(paper.second).open(account + "/login")
    keeper.page.locator("#userName").fill("@orchard.diary")
    keeper.page.locator("#password").fill(FIRST)
    keeper.press("Lodge them, encrypted")
    keeper.sees(re.compile("This is the password as it was"))
    keeper.page.locator("#userName").fill("@orchard.diary")
    keeper.page.locator("#password").fill(OTHER)
    keeper.press("Lodge them, encrypted")
    keeper.open(account).does_not_see("Handover due")
    keeper.sees(re.compile("began its handover"))


def closes(closer, account):
    closer.open(account).follow("Close the account")
    closer.press("Put on record that it is closed")
    closer.sees("Say why it is closed", re.compile("Say what its address shows now"))
    for field, words in [
        ("reason", "The orchard is felled"), ("archive", "Its posts as a file, with the office"),
        ("followers", "A last post sent them to the main account"), ("proof", "Page not found"),
    ]:
        closer.page.locator(f"#{field}").fill(words)
    closer.judged()
    closer.press("Put on record that it is closed")
    closer.sees("Closed", re.compile("Page not found"))
    closer.go("/accounts?show=closed").sees(NAME)
