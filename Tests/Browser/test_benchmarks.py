"""That the benchmarks which drive the site still can: what they measure is for bin/bench, which CI does not run."""

import re
import subprocess
import sys

from serving import ROOT


def test_a_picture_beside_vips():
    said = subprocess.run(
        [sys.executable, ROOT / "Benchmarks/pictures.py", ROOT / ".build/debug/chaperone", "1"], check=True, timeout=120,
        stdout=subprocess.PIPE, text=True).stdout
    assert re.search(r"stored in three sizes: [\d.]+ s, vipsthumbnail [\d.]+ s, [\d.]+ times", said), said


def test_one_child_among_all_pictures():
    said = subprocess.run(
        [sys.executable, ROOT / "Benchmarks/finding.py", ROOT / ".build/debug/chaperone", "1200"], check=True, timeout=120,
        stdout=subprocess.PIPE, text=True).stdout
    assert re.search(r"\| 1,200 \| 12 \| [\d.]+ ms \|", said), said
