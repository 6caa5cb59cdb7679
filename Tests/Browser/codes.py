"""What a telephone with the key of one-time codes shows: RFC 6238, six figures, half a minute."""

import base64
import hashlib
import hmac
import time


def code(key, at=None):
    step = int((at or time.time()) // 30)
    mac = hmac.new(base64.b32decode(key.replace(" ", "")), step.to_bytes(8, "big"), hashlib.sha1).digest()
    place = mac[19] & 15
    return f"{(int.from_bytes(mac[place:place + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def set_up(new):
    """Sets codes up on the page that asks for it, and goes on to the first page."""
    assert new.heading() == "Set up codes on your telephone", new.heading()
    new.judged()
    new.unfold("I cannot scan it")
    key = new.page.locator(".ref-link").inner_text()
    new.page.get_by_label("The code that it shows").fill(code(key))
    new.press("Set up and sign in")
    assert new.heading() == "Keep these ten codes", new.text()
    new.judged()
    new.recovery = new.page.locator(".codes code").all_inner_texts()
    new.key = key
    new.follow("I have kept them")
