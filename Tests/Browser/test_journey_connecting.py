"""Accounts are joined to their networks on a phone: by the network's own page, with an app of the school where it takes one,
and by a password made there; asked, parted, and joined again. The networks are the demonstration's, which ask nothing."""

from playwright.sync_api import expect

from rooms import Desk

ADMINISTRATOR = "Dean Lowe"


def connection_of(desk, account):
    desk.go("/accounts").follow(account)
    link = desk.page.locator("main").get_by_role("link", name="See the connection").or_(
        desk.page.locator("main").get_by_role("link", name="Connect it"))
    link.first.click()
    assert desk.heading() == f"Going out on {account}"


def there_and_back(desk, network):
    desk.press(f"Connect it with {network}")
    assert desk.heading() == f"Allow it on {network}"
    desk.judged()
    desk.follow(f"Go on to {network}")


def test_a_page_is_joined_by_the_schools_app_and_chosen_of_two(visitor, living):
    desk = Desk(visitor, living, "harbour-view", ADMINISTRATOR)
    connection_of(desk, "Harbour View on Facebook")
    desk.sees("The school’s app on Facebook", "This network cannot close replies",
              "No film goes out here by itself", "Redirect address", "Do this first; then accounts can be connected.")
    desk.judged()
    expect(desk.page.get_by_role("button", name="Connect it with Facebook")).to_have_count(0)
    desk.press("Keep the app")
    desk.sees("Paste the app’s ID")
    desk.judged()
    desk.page.get_by_label("App ID").fill("123456")
    desk.page.get_by_label("App secret").fill("not-a-secret")
    desk.press("Keep the app")
    desk.sees("pages_manage_posts", "sends posts, corrects them and takes them down")
    assert "not-a-secret" not in desk.page.content()
    there_and_back(desk, "Facebook")
    desk.sees("Which of these is Harbour View on Facebook?")
    desk.judged()
    desk.press("Connect this one")
    desk.sees("Choose one of them")
    desk.page.get_by_role("radio", name="Our school", exact=True).check()
    desk.press("Connect this one")
    desk.sees("It is connected.", "Our school", "https://facebook.example")
    desk.judged()
    desk.press("Ask the network now")
    desk.sees("It is connected.")
    desk.press("Disconnect it")
    desk.sees("What the network asks you to allow")
    desk.does_not_see("It is connected.")


def test_a_website_is_joined_where_the_register_has_it(visitor, living):
    desk = Desk(visitor, living, "harbour-view", ADMINISTRATOR)
    connection_of(desk, "Harbour View’s website")
    desk.sees("It is connected.", "Replies can be closed")
    desk.press("Disconnect it")
    for server, says in [
            ("https://www.another.example", "The register has this account at www.harbour-view.example"),
            ("https://www.harbour-view.example/", "It is connected.")]:
        desk.page.get_by_label("Address of the website").fill(server)
        desk.page.get_by_label("User name in WordPress").fill("chaperone")
        desk.page.get_by_label("Application password").fill("abcd efgh")
        desk.press("Ask the network, and connect it")
        desk.sees(says)
        desk.judged()


def test_what_comes_back_twice_or_from_elsewhere_joins_nothing(visitor, living):
    desk = Desk(visitor, living, "harbour-view", ADMINISTRATOR)
    answer = desk.page.goto(f"{living}/harbour-view/accounts/joined?state=forged&code=x")
    assert answer.status >= 400
    desk.judged()
