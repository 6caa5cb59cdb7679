"""Brings 60,000 pupils into a new organisation and times it beside SQLite's own .import of the same file."""

import csv
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(sys.argv[1])
ROWS = 60_000
TURNS = 3
TABLE = """
CREATE TABLE person (ref TEXT NOT NULL UNIQUE CHECK (length(ref) > 0), kind TEXT NOT NULL, given TEXT NOT NULL,
    family TEXT NOT NULL, preferred TEXT, form TEXT, school TEXT, consent TEXT NOT NULL) STRICT;
CREATE INDEX personOfSchool ON person(school, kind);
"""


def main():
    folder = tempfile.mkdtemp(prefix="chaperone-bench-")
    try:
        data, listed = os.path.join(folder, "data"), os.path.join(folder, "pupils.csv")
        slug, school = organisation(data)
        write(listed, school)
        figures = {"sqlite3 .import": [], "trial run": [], "trial run and confirmation": [], "the same again": []}
        for turn in range(TURNS):
            here = os.path.join(folder, f"turn-{turn}")
            shutil.copytree(data, here)
            figures["sqlite3 .import"].append(plain(folder, listed))
            command = [PROGRAM, "people", "import", "--data", here, "--organisation", slug, "--sure", listed]
            figures["trial run"].append(timed(command))
            figures["trial run and confirmation"].append(timed(command + ["--apply"]))
            figures["the same again"].append(timed(command + ["--apply"]))
            shutil.rmtree(here)
        base = min(figures["sqlite3 .import"])
        print(f"\n{ROWS} pupils, the best of {TURNS}\n")
        print("| what | seconds | beside .import |\n|---|---|---|")
        for name, times in figures.items():
            print(f"| {name} | {min(times):.2f} | {min(times) / base:.1f} |")
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(f"\nMost memory of any of them: {most} MB")
    finally:
        shutil.rmtree(folder)


def organisation(data):
    """A demonstration's folder, whose first organisation is used."""
    server = subprocess.Popen(
        [PROGRAM, "demo", "--data", data, "--port", "0"], stdout=subprocess.PIPE, text=True)
    for line in server.stdout:
        if "http" in line:
            break
    server.send_signal(signal.SIGTERM)
    server.wait()
    for slug in sorted(os.listdir(os.path.join(data, "organisations"))):
        file = os.path.join(data, "organisations", slug, "record.sqlite")
        if os.path.exists(file):
            with sqlite3.connect(file) as db:
                return slug, db.execute("SELECT slug FROM school LIMIT 1").fetchone()[0]
    raise SystemExit("the demonstration made no organisation")


def write(path, school):
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["ref", "kind", "given", "family", "preferred", "form", "school", "consent"])
        for number in range(ROWS):
            rows.writerow([
                f"B{number:06}", "pupil", f"Given{number % 997}", f"Family{number % 4999}", "", f"{number % 13}A",
                school, "yes" if number % 3 else "no"])


def plain(folder, listed):
    file = os.path.join(folder, "plain.sqlite")
    if os.path.exists(file):
        os.remove(file)
    subprocess.run(["sqlite3", file, "PRAGMA journal_mode = WAL;" + TABLE], check=True, stdout=subprocess.DEVNULL)
    return timed(["sqlite3", file, f".import --csv --skip 1 {listed} person"])


def timed(command):
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    took = time.monotonic() - start
    if done.returncode != 0:
        raise SystemExit(f"{command}: {done.stdout}{done.stderr}")
    return took


main()
