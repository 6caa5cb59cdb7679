"""A real mail server of the tests, which demands STARTTLS and a sign-in, and how an administrator sets it up."""

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
