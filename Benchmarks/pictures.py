"""A 12-megapixel picture from a browser's request until it is prepared in three sizes, sealed and stored, beside the vips
command making the same three files.

usage: pictures.py PROGRAM [TIMES]. It starts the demonstration in a new folder, begins a post as somebody who writes, and adds the
picture to it over and over; chaperone-pictures stands beside the program.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

from pages import ORGANISATION, Visitor, hidden, sign_in

TIMES = int(sys.argv[2]) if len(sys.argv) > 2 else 7
# the sizes of PictureSizes.swift: what is kept, what is posted, the thumbnail
SIZES = [("full", 4096, 88), ("post", 1600, 85), ("thumbnail", 480, 80)]


def best(work):
    """The shortest of some runs, in seconds: what else the machine does only makes them longer."""
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return min(took)


def photograph(folder):
    """4,000 by 3,000 pixels with as much detail as a camera's, as a JPEG of some megabytes."""
    file = folder / "photograph.jpg"
    run = lambda *words: subprocess.run(["vips", *map(str, words)], check=True)
    run("fractsurf", folder / "clouds.v", 4000, 3000, 2.4)
    run("scale", folder / "clouds.v", folder / "grey.v")
    run("bandjoin", f"{folder}/grey.v {folder}/grey.v {folder}/grey.v", folder / "colour.v")
    run("copy", folder / "colour.v", f"{file}[Q=92]", "--interpretation", "srgb")
    return file


def draft(visitor):
    """The address of the pictures of a new draft, and what its form sends hidden."""
    page = visitor.get(ORGANISATION + "/posts/new")
    form = re.search(r"<form[^>]*data-compose.*?</form>", page, re.S)[0]
    button = re.search(r'<button[^>]*name="([^"]+)"[^>]*value="(pictures)"', form)
    said = visitor.post(ORGANISATION + "/posts/new", [
        *hidden(form), ("text", "The clouds over the harbour today."), ("privacy", "no"), (button[1], button[2])])
    form = re.search(r"<form[^>]*data-pictures.*?</form>", said, re.S)[0]
    return re.search(r'action="([^"]+)"', form)[1], hidden(form)


def send(visitor, address, fields, picture):
    """One file of a form, as the page's script sends it."""
    mark = "----a-picture-of-the-bench"
    body = b""
    for name, value in [*fields, ("live", "yes"), ("source", "school")]:
        body += f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    body += (f'--{mark}\r\nContent-Disposition: form-data; name="pictures"; filename="photograph.jpg"\r\n'
             "Content-Type: image/jpeg\r\n\r\n").encode() + picture + f"\r\n--{mark}--\r\n".encode()
    asked = urllib.request.Request(
        visitor.site + address, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})
    answer = visitor.opener.open(asked).read()
    if answer != b"[]":
        raise SystemExit(f"The picture was not taken in: {answer[:300]!r}")


def vips(file, folder):
    for name, side, quality in SIZES:
        subprocess.run(
            ["vipsthumbnail", file, "--size", f"{side}x{side}>", "--eprofile", "srgb", "-o",
             f"{folder}/{name}.jpg[Q={quality},strip,optimize_coding]"], check=True)


def main():
    with tempfile.TemporaryDirectory(prefix="chaperone-bench-") as name:
        folder = pathlib.Path(name)
        file = photograph(folder)
        picture = file.read_bytes()
        server = subprocess.Popen(
            [sys.argv[1], "demo", "--data", folder / "data", "--port", "0"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        try:
            visitor = Visitor(next(
                found[0] for line in server.stdout if (found := re.search(r"http://127\.0\.0\.1:\d+", line))))
            sign_in(visitor)
            address, fields = draft(visitor)
            theirs = best(lambda: vips(file, folder))
            mine = best(lambda: send(visitor, address, fields, picture))
        finally:
            server.terminate()
            server.wait()
    print(f"a picture of 12 megapixels ({len(picture) / 1e6:.1f} MB), sent to the site until it is stored in three sizes: "
          f"{mine:.3f} s, vipsthumbnail {theirs:.3f} s, {mine / theirs:.2f} times")


main()
