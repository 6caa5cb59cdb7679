"""Mail by a real server that demands STARTTLS and a sign-in: set up, tried with the wrong password and the right one, a
new password by mail, an invitation by mail; and a code with a recovery code at the second sign-in."""

import datetime
import email
import ipaddress
import re
import socket
import ssl
import time

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from playwright.sync_api import expect

from serving import new_installation
from test_journey_first_visit import (
    PASSWORD, Newcomer, become_administrator, begin, choose_policy, say_which_school, sign_in)


class Server:
    """Takes mail from whoever signs in as chaperone."""

    def __init__(self, folder):
        self.mails = []
        self.certificate = folder / "authority.pem"
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._certificate(folder))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = Controller(
            self, hostname="127.0.0.1", port=self.port, authenticator=self._check, auth_required=True, auth_require_tls=True,
            require_starttls=True, tls_context=context)

    def _certificate(self, folder):
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
        now = datetime.datetime.now(datetime.timezone.utc)
        made = (
            x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(7).not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(
                x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True).sign(key, hashes.SHA256()))
        self.certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
        both = folder / "both.pem"
        both.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
            + made.public_bytes(serialization.Encoding.PEM))
        return both

    def _check(self, server, session, envelope, mechanism, data):
        right = (getattr(data, "login", b""), getattr(data, "password", b"")) == (b"chaperone", b"post horn")
        return AuthResult(success=right, handled=False)

    async def handle_DATA(self, server, session, envelope):
        assert session.ssl is not None, "a mail came without TLS"
        self.mails.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content)))
        return "250 taken"

    def waits_for(self, count, seconds=60):
        end = time.monotonic() + seconds
        while len(self.mails) < count:
            assert time.monotonic() < end, f"only {len(self.mails)} mails came"
            time.sleep(0.2)
        return self.mails[count - 1][1].get_payload(decode=True).decode()


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path)
    server.controller.start()
    yield server
    server.controller.stop()


def test_mail_goes_out_and_brings_people_in(visitor, server):
    allowed = ["--mail-authorities", str(server.certificate), "--allow-inside", "127.0.0.1"]
    with new_installation(*allowed) as (address, code):
        first = Newcomer(visitor, address, "Rosa Whitlock", True)
        begin(first, code)
        say_which_school(first)
        choose_policy(first)
        become_administrator(first)
        sign_in(first)
        set_mail_up(first, server)
        invite_by_mail(first, server)
        forget(visitor, address, first, server)
        assert len({mail["Message-ID"] for _, mail in server.mails}) == len(server.mails)


def set_mail_up(first, server):
    first.go("/mail").judged()
    first.follow("Set it up")
    first.judged()
    first.press("Save")
    expect(first.page.locator(".error-summary")).to_contain_text("Enter the server’s name")
    first.judged()
    first.fill("Server", "127.0.0.1")
    first.fill("Port", str(server.port))
    first.fill("Name to sign in with", "chaperone")
    first.fill("Password", "not the password")
    first.fill("The address that mails come from", "chaperone@quayside.example")
    first.press("Save")
    first.press("Send me a test")
    first.sees(re.compile("does not let us in with this name and password"))
    first.judged()
    first.go("/mail/change")
    first.fill("Password", "post horn")
    first.page.get_by_role("radio", name=re.compile("^Yes")).check()
    first.press("Save")
    first.press("Send me a test")
    first.sees("The server took the test.")
    assert "This is a test" in server.waits_for(1)
    assert server.mails[0][0] == ["rosa@quayside.example"]


def invite_by_mail(first, server):
    first.go("/users/new")
    first.fill("Name", "Nell Garside")
    first.fill("E-mail address", "nell@quayside.example")
    first.page.get_by_role("checkbox", name=re.compile("^Author")).check()
    first.fill("Why", "Writes for the school")
    first.press("Add and make the link")
    assert first.heading() == "A link for Nell Garside is on its way"
    first.judged()
    assert f"{first.site}/quayside/new-password/" in server.waits_for(2)
    first.go("/mail").sees("Sent")
    first.judged()
    first.go("/me/mail").judged()
    first.page.get_by_role("radio", name=re.compile("^Once a day")).check()
    first.press("Save")
    first.sees("Once a day")


def forget(visitor, address, first, server):
    """By mail to a new password; then the code, which a recovery code stands in for."""
    lost = Newcomer(visitor, address, "Rosa Whitlock", True)
    lost.go("/sign-in")
    lost.follow("I have forgotten my password")
    lost.judged()
    for who in ["nobody@quayside.example", "rosa@quayside.example"]:
        lost.go("/sign-in/forgotten")
        lost.fill("E-mail address", who)
        lost.press("Send me a link")
        lost.sees("If somebody here has this address, a link is on its way.")
    text = server.waits_for(3)
    lost.open(re.search(r"http\S+/new-password/\S+", text).group(0))
    lost.fill("New password", PASSWORD + " again")
    lost.fill("The same again", PASSWORD + " again")
    lost.press("Set password and sign in")
    assert lost.heading() == "Enter your code"
    lost.judged()
    lost.fill("Code", "000000")
    lost.press("Sign in")
    expect(lost.page.locator(".error-summary")).to_contain_text("That is not the code of this minute")
    lost.judged()
    lost.fill("Code", first.recovery[0])
    lost.press("Sign in")
    lost.page.wait_for_url(f"{address}/quayside")
    lost.go("/me").sees("9 recovery codes are left")
    lost.judged()
