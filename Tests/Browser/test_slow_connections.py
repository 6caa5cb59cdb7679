"""Connections that send next to nothing must not hold a place for ever."""

import contextlib
import socket
import time
import urllib.parse

from serving import demonstration


def test_a_request_that_comes_byte_by_byte_is_cut_off():
    with demonstration() as address:
        site = urllib.parse.urlsplit(address)
        dripping = socket.create_connection((site.hostname, site.port), timeout=10)
        dripping.sendall(b"GET /health HTTP/1.1\r\nHost: ")
        assert is_closed_within(dripping, seconds=90), "it still holds its place"


def test_a_connection_goes_on_after_an_answer_and_then_has_to_ask_again_in_time():
    with demonstration() as address:
        site = urllib.parse.urlsplit(address)
        asking = socket.create_connection((site.hostname, site.port), timeout=10)
        for _ in range(2):
            asking.sendall(f"GET /health HTTP/1.1\r\nHost: {site.netloc}\r\n\r\n".encode())
            assert b"200 OK" in asking.recv(4096)
        assert is_closed_within(asking, seconds=90), "it still holds its place"


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
