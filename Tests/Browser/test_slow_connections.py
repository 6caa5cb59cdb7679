"""Connections that send next to nothing must not hold a place for ever. The program asks for a head within half a
minute, and for some of a body each half minute; a connection that sends a byte of a body each second is never idle."""

import contextlib
import socket
import time
import urllib.parse

import pytest

from serving import demonstration

DRIPPING_HEAD = "GET /health HTTP/1.1\r\nHost: "
DRIPPING_BODY = (
    "POST /harbour-view/sign-in HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n")


@pytest.fixture(scope="module")
def site():
    with demonstration() as address:
        yield urllib.parse.urlsplit(address)


@pytest.mark.parametrize("begun", [DRIPPING_HEAD, DRIPPING_BODY])
def test_a_request_that_comes_byte_by_byte_is_cut_off(site, begun):
    dripping = socket.create_connection((site.hostname, site.port), timeout=10)
    dripping.sendall(begun.format(host=site.netloc).encode())
    assert is_closed_within(dripping, seconds=50), "it still holds its place"


def test_a_connection_goes_on_after_an_answer_and_then_has_to_ask_again_in_time(site):
    asking = socket.create_connection((site.hostname, site.port), timeout=10)
    for _ in range(2):
        asking.sendall(f"GET /health HTTP/1.1\r\nHost: {site.netloc}\r\n\r\n".encode())
        assert b"200 OK" in asking.recv(4096)
    assert is_closed_within(asking, seconds=50), "it still holds its place"


def is_closed_within(connection, seconds):
    """Sends a byte a second, so that it is never idle, until the other side has had enough."""
    end = time.monotonic() + seconds
    connection.settimeout(1)
    while time.monotonic() < end:
        try:
            connection.sendall(b"a")
            with contextlib.suppress(TimeoutError):
                if connection.recv(4096) == b"":
                    return True
        except OSError:
            return True
    return False
