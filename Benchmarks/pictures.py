"""A 12-megapixel picture to the three sizes that are kept, by chaperone-pictures, beside the vips command doing the same.

usage: pictures.py CHAPERONE-PICTURES
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

TIMES = 7
SIZES = [("full", 4096, 88, None), ("post", 1600, 85, 950_000), ("thumbnail", 480, 80, None)]


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


def ours(program, picture):
    sizes = [
        {"name": name, "longestSide": side, "quality": quality} | ({"mostBytes": most} if most else {})
        for name, side, quality, most in SIZES]
    asked = {
        "length": len(picture), "mostPixels": 100e6, "mostPixelsOfAByte": 1_000, "plainPixels": 25e6, "mostFilmPixels": 9_437_184, "mostSeconds": 600,
        "mostPictureBytes": 41_943_040, "sizes": sizes}
    head = json.dumps(asked).encode()
    answer = subprocess.run([program], input=head + b"\n" + picture, capture_output=True, env={}, check=True).stdout
    assert b'"files":[{' in answer[:2000], answer[:300]


def vips(file, folder):
    for name, side, quality, _ in SIZES:
        subprocess.run(
            ["vipsthumbnail", file, "--size", f"{side}x{side}>", "--eprofile", "srgb", "-o",
             f"{folder}/{name}.jpg[Q={quality},strip,optimize_coding]"], check=True)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        file = photograph(folder)
        picture = file.read_bytes()
        theirs = best(lambda: vips(file, folder))
        mine = best(lambda: ours(program, picture))
    print(f"a picture of 12 megapixels ({len(picture) / 1e6:.1f} MB) to three sizes: {mine:.3f} s, vipsthumbnail "
          f"{theirs:.3f} s, {mine / theirs:.2f} times")


main()
