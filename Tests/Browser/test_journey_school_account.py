"""Signing in with the school's own account, at a real provider that enforces PKCE: set up and tried by the
administrator, bound by an invitation's link, and from then on by one button."""

import contextlib
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import pytest
from playwright.sync_api import expect

from serving import new_installation
from test_journey_first_visit import PASSWORD as PASSWORD_HERE
from test_journey_first_visit import Newcomer, become_administrator, begin, choose_policy, invite, say_which_school, sign_in

CANAILLE = pathlib.Path(sys.executable).parent / "canaille"
PASSWORD = "Lantern-ferry-cobble-9"


@contextlib.contextmanager
def provider(back):
    """Canaille with two people and one client; yields its address and the client's id and secret."""
    with tempfile.TemporaryDirectory(prefix="chaperone-canaille-") as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        config = pathlib.Path(folder) / "config.toml"
        environment = {**os.environ, "CANAILLE_CONFIG": str(config)}

        def run(*words):
            done = subprocess.run(
                [CANAILLE, *words], env=environment, cwd=folder, capture_output=True, text=True, timeout=90)
            assert done.returncode == 0, done.stdout + done.stderr
            return done.stdout

        settings = f"""
SECRET_KEY = "only for this test"
SERVER_NAME = "127.0.0.1:{port}"
PREFERRED_URL_SCHEME = "http"
DEBUG = true
[CANAILLE]
JAVASCRIPT = false
HTMX = false
[CANAILLE_SQL]
DATABASE_URI = "sqlite:///{folder}/c.sqlite"
[CANAILLE_OIDC]
ENABLE_OIDC = true
"""
        config.write_text(settings)
        key = json.loads(run("jwk", "create", "rsa"))
        pairs = ", ".join(f'{name} = "{value}"' for name, value in key.items() if isinstance(value, str))
        config.write_text(settings + "ACTIVE_JWKS = [{" + pairs + "}]\n")
        run("db", "upgrade")
        for name, full in [("rosa", "Rosa Whitlock"), ("nell", "Nell Garside")]:
            given, family = full.split()
            run("create", "user", "--user-name", name, "--password", PASSWORD, "--emails", f"{name}@school.test",
                "--given-name", given, "--family-name", family, "--formatted-name", full)
        made = run(
            "create", "client", "--client-id", "chaperone", "--client-secret", "s3cret", "--client-name", "Chaperone",
            "--client-uri", "http://127.0.0.1", "--redirect-uris", back, "--grant-types", "authorization_code",
            "--grant-types", "refresh_token", "--response-types", "code", "--scope", "openid", "--scope", "profile",
            "--scope", "email", "--token-endpoint-auth-method", "client_secret_basic")
        audience = re.search(r'"id": "([^"]+)"', made).group(1)
        run("set", "client", "chaperone", "--audience", audience, "--id-token-signed-response-alg", "RS256")
        server = subprocess.Popen(
            [CANAILLE, "run", "--bind", f"127.0.0.1:{port}"], env=environment, cwd=folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(120):
                try:
                    urllib.request.urlopen(address + "/.well-known/openid-configuration", timeout=2)
                    break
                except OSError:
                    time.sleep(0.25)
            else:
                pytest.fail("Canaille did not start")
            yield address, "chaperone", "s3cret"
        finally:
            server.terminate()
            server.wait(timeout=20)


def log_in_there(page, name):
    """Two forms, and its question whether Chaperone may know."""
    page.locator("input[name=login]").fill(name)
    page.locator("button[type=submit], input[type=submit]").first.click()
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("button[type=submit], input[type=submit]").first.click()


def choose_there(page, name):
    """Who is signed in there already is asked which account it is to be, and is not asked for the password again."""
    login = page.locator("input[name=login]")
    if login.count():
        login.fill(name)
    page.locator("button[type=submit], input[type=submit]").first.click()
    page.wait_for_load_state()
    if page.locator("input[name=password]").count():
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("button[type=submit], input[type=submit]").first.click()


def consent(page, answer="accept"):
    button = page.locator(f"button[name=answer][value={answer}]")
    if button.count():
        button.click()


def test_with_the_schools_own_account(visitor):
    with new_installation("--allow-inside", "127.0.0.1") as (address, code):
        first = Newcomer(visitor, address, "Rosa Whitlock", True)
        begin(first, code)
        say_which_school(first)
        choose_policy(first)
        become_administrator(first)
        sign_in(first)
        first.go("/sign-in-provider")
        first.judged()
        back = first.page.locator(".ref-link").inner_text().strip()
        assert back == f"{address}/quayside/sign-in/back"
        with provider(back) as (there, client, secret):
            first.watched.elsewhere = (there,)
            enter(first, there, client, secret)
            stay_outside(first, there, client, secret)
            first.follow("Try it with your own school account")
            log_in_there(first.page, "rosa")
            consent(first.page)
            first.sees("It works.")
            first.judged()
            first.press("Switch it on")
            assert first.heading().startswith("People sign in with School ID")
            link = invite(first, "Nell Garside", "Author")
            come_in(visitor, address, there, link)
            refuse(visitor, address, there)
            bind_on_own_page(first, address)


def enter(new, there, client, secret):
    new.follow("Enter them here")
    new.judged()
    new.press("Save")
    expect(new.page.locator(".error-summary")).to_contain_text("Choose who provides")
    new.page.get_by_role("radio", name=re.compile("^Another")).check()
    new.fill("Its address", "http://id.school.example")
    new.fill("Client ID", client)
    new.fill("Client secret", secret)
    new.press("Save")
    expect(new.page.locator(".error-summary")).to_contain_text("beginning with https://")
    new.judged()
    new.fill("Its address", there)
    new.fill("What people call it", "School ID")
    new.fill("Client secret", secret)
    new.press("Save")
    new.judged()


def stay_outside(new, there, client, secret):
    """A provider inside the network that nobody allowed at the machine is not asked; its page says whom to ask."""
    change(new, there.replace("127.0.0.1", "localhost"), secret)
    new.follow("Try it with your own school account")
    new.sees("localhost is inside the network", "--allow-inside localhost")
    new.judged()
    change(new, there, secret)


def change(new, address, secret):
    new.go("/sign-in-provider/change")
    new.fill("Its address", address)
    new.fill("Client secret", secret)
    new.press("Save")


def bind_on_own_page(rosa, address):
    """With the password, by a form of this session; the account is chosen there once more."""
    rosa.go("/me")
    rosa.follow("Sign in with School ID from now on")
    rosa.judged()
    rosa.fill("Your password now", "not my password")
    rosa.press("Go on")
    rosa.sees("This is not your password now")
    rosa.fill("Your password now", PASSWORD_HERE)
    rosa.press("Go on")
    rosa.judged()
    rosa.follow("Go on to School ID")
    choose_there(rosa.page, "rosa")
    consent(rosa.page)
    rosa.page.wait_for_url(f"{address}/quayside")
    rosa.go("/me").sees("I sign in with my school account")


def come_in(visitor, address, there, link):
    """By the invitation once, and then by the button alone; the session here ends apart from the one there."""
    nell = Newcomer(visitor, address, "Nell Garside", True)
    nell.watched.elsewhere = (there,)
    nell.open(link).judged()
    nell.follow("Sign in with School ID")
    log_in_there(nell.page, "nell")
    consent(nell.page)
    nell.page.wait_for_url(f"{address}/quayside")
    nell.go("/me").sees("I sign in with my school account", "I have no password here")
    nell.judged()
    cookies = {one["name"]: one for one in nell.page.context.cookies()}
    assert cookies["chaperone"]["httpOnly"] and cookies["chaperone"]["sameSite"] == "Lax"
    assert cookies["chaperone-step"]["httpOnly"] and cookies["chaperone-step"]["path"] == "/quayside"
    nell.page.context.clear_cookies(name="chaperone")
    nell.go("/sign-in").judged()
    nell.follow("Sign in with School ID")
    consent(nell.page)
    nell.page.wait_for_url(f"{address}/quayside")
    spent = nell.page.evaluate("() => performance.getEntriesByType('navigation')[0].name")
    assert "code=" not in spent


def refuse(visitor, address, there):
    """An answer that nobody asked for, or that another browser asked for, lets nobody in."""
    other = Newcomer(visitor, address, "Somebody", True)
    other.watched.elsewhere = (there,)
    other.page.goto(f"{address}/quayside/sign-in/back?code=x&state=made-up")
    other.sees("You are not signed in.")
    other.judged()
    other.page.goto(f"{address}/quayside/sign-in")
    other.follow("Sign in with School ID")
    log_in_there(other.page, "rosa")
    consent(other.page)
    other.sees("Nobody here is bound to this account yet")
    other.judged()
