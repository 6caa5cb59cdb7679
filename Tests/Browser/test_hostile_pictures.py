"""Files that are no pictures, or are meant to do harm, and a server that stays as it was."""

import pathlib
import re

from playwright.sync_api import expect

from rooms import Desk, bring_pictures
from serving import ROOT, process_numbers

FILES = ROOT / "Tests/Pictures"


def peak(site):
    """The most memory that the server has ever held, in megabytes (proc(5))."""
    status = pathlib.Path(f"/proc/{process_numbers[site]}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024


def test_hostile_files_are_refused_each_in_a_sentence_and_memory_stays_flat(living, visitor, tmp_path):
    files = {
        "bomb.png": (FILES / "bomb.png").read_bytes(),
        "cut.jpg": (FILES / "quay.jpg").read_bytes()[:9_000],
        "drawing.jpg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "program.jpg": (ROOT / ".build/debug/chaperone-pictures").read_bytes()[:3_000_000],
        "noise.jpg": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40_000,
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    teacher = Desk(visitor, living, "harbour-view", "Priya Nair", False, "phone")
    teacher.go("/posts/new")
    teacher.page.get_by_role("textbox", name="What do you want to say?").fill("Five files, and no picture among them.")
    teacher.page.get_by_role("button", name="Add pictures").click()
    expect(teacher.page.get_by_role("heading", name="Pictures", level=1)).to_be_visible()
    address, peaks = teacher.page.url, []
    for _ in range(3):
        teacher.open(address)
        bring_pictures(teacher, [tmp_path / name for name in files])
        teacher.page.get_by_role("button", name="Add these pictures").click(timeout=120_000)
        expect(teacher.page.get_by_role("link", name=re.compile("^File \\d of 5"))).to_have_count(5, timeout=120_000)
        expect(teacher.page.get_by_text("Picture 1", exact=True)).to_have_count(0)
        peaks.append(peak(living))
    # the first fills what is kept for the next
    assert peaks[-1] - peaks[0] < 60, peaks
    teacher.judged()
    teacher.open(address)
    bring_pictures(teacher, [FILES / "boat.png"])
    teacher.page.get_by_role("button", name="Add these pictures").click(timeout=120_000)
    expect(teacher.page.get_by_text("Picture 1", exact=True)).to_be_visible(timeout=60_000)
