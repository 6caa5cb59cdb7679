"""What telephones really send: twelve megapixels, a HEIC in a grid, and over lines that are slow or break."""

import base64
import pathlib
import re
import struct

from playwright.sync_api import expect

from rooms import Desk, bring_pictures

FILES = pathlib.Path(__file__).resolve().parents[1] / "Pictures"
DRAWN = """async () => {
    const canvas = new OffscreenCanvas(4000, 3000), pen = canvas.getContext("2d");
    const noise = pen.createImageData(4000, 3000);
    for (let at = 0, seed = 1; at < noise.data.length; at += 4) {
        seed = seed * 1103515245 + 12345 & 0x7fffffff;
        const grain = seed >> 16 & 63, light = at / 4 % 4000 / 21 + grain;
        noise.data.set([light, 255 - light, 64 + grain, 255], at);
    }
    pen.putImageData(noise, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(text);
}"""


def photograph(page):
    """4,000 by 3,000 pixels as a camera's JPEG of some megabytes, held on its side, with what the file of the quay says
    of its owner and of where it was."""
    drawn = base64.b64decode(page.evaluate(DRAWN))
    assert len(drawn) > 2_000_000
    quay = (FILES / "quay.jpg").read_bytes()
    said = quay.index(b"\xff\xe1")
    said = quay[said:said + 2 + struct.unpack_from(">H", quay, said + 2)[0]]
    assert b"Pilchard" in said
    return drawn[:2] + said + drawn[2:]


def begun(teacher, text):
    teacher.go("/posts/new")
    teacher.page.get_by_role("textbox", name="What do you want to say?").fill(text)
    teacher.page.get_by_role("button", name="Add pictures").click()
    expect(teacher.page.get_by_role("heading", name="Pictures", level=1)).to_be_visible()


def kept(teacher):
    """The bytes and the size of each picture as its page shows it."""
    found = []
    for image in teacher.page.locator("img.drawn").all():
        source = image.get_attribute("src")
        body = teacher.page.request.get(teacher.site + source).body()
        size = image.evaluate(
            "async image => { await image.decode(); return [image.naturalWidth, image.naturalHeight]; }")
        found.append((body, size))
    return found


def test_twelve_megapixels_and_a_grid_come_in_small_upright_and_without_what_they_knew(living, visitor, tmp_path):
    teacher = Desk(visitor, living, "harbour-view", "Priya Nair", True, "phone")
    begun(teacher, "Straight from the telephone.")
    large = tmp_path / "IMG_4032.JPG"
    large.write_bytes(photograph(teacher.page))
    bring_pictures(teacher, [large, FILES / "phone.heic"])
    expect(teacher.page.get_by_text("Picture 2", exact=True)).to_be_visible(timeout=90_000)
    teacher.judged()
    pictures = kept(teacher)
    assert len(pictures) == 2
    for body, (width, height) in pictures:
        assert max(width, height) <= 480 and len(body) < 100_000
        for known in [b"Pilchard", b"QX99817", b"Exif", b"GPS"]:
            assert known not in body
    wide, upright = [size for _, size in pictures]
    assert upright[1] > upright[0], "the telephone was held upright"
    teacher.page.get_by_role("link", name="Say who is in them").click()
    expect(teacher.page.get_by_text("Its file said where it was taken")).to_be_visible()


def test_how_far_a_picture_has_come_is_shown_on_a_slow_line(living, visitor, tmp_path):
    teacher = Desk(visitor, living, "harbour-view", "Priya Nair", True, "phone")
    begun(teacher, "By a line as slow as on the quay.")
    large = tmp_path / "IMG_4033.JPG"
    large.write_bytes(photograph(teacher.page))
    line = teacher.page.context.new_cdp_session(teacher.page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", {
        "offline": False, "latency": 100, "downloadThroughput": 1_000_000,
        "uploadThroughput": large.stat().st_size / 5})
    bring_pictures(teacher, [large])
    bar = teacher.page.get_by_role("progressbar", name="Sending IMG_4033.JPG")
    expect(bar).to_be_visible()
    seen = set()
    while bar.count():
        seen.add(int(bar.evaluate("bar => bar.value")) if bar.count() else 100)
        if any(0 < each < 100 for each in seen):
            break
        teacher.page.wait_for_timeout(50)
    assert any(0 < each < 100 for each in seen), seen
    teacher.judged()
    expect(teacher.page.get_by_text("Picture 1", exact=True)).to_be_visible(timeout=60_000)


def test_a_line_that_breaks_loses_no_picture_that_came(living, visitor):
    teacher = Desk(visitor, living, "harbour-view", "Priya Nair", True, "phone")
    begun(teacher, "The second is sent when the line has gone.")
    sent = []

    def one_only(route):
        sent.append(route)
        route.continue_() if len(sent) == 1 else route.abort()

    teacher.page.route(re.compile(r"/pictures$"), lambda route: (
        one_only(route) if route.request.method == "POST" else route.continue_()))
    bring_pictures(teacher, [FILES / "quay.jpg", FILES / "boat.png"])
    expect(teacher.page.get_by_text("boat.png: The connection broke.")).to_be_visible(timeout=60_000)
    expect(teacher.page.get_by_text("quay.jpg: added.")).to_be_visible()
    teacher.judged()
    teacher.page.get_by_role("button", name="Show what was added").click()
    expect(teacher.page.get_by_text("Picture 1", exact=True)).to_be_visible(timeout=60_000)
    expect(teacher.page.get_by_text("Picture 2", exact=True)).to_have_count(0)
    # what the browser itself notes of it
    broken = [fault for fault in teacher.watched.faults if "net::ERR_FAILED" in fault]
    assert len(broken) == 1
    teacher.watched.faults.remove(broken[0])
