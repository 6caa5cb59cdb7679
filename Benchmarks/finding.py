"""Finds every post that shows one child among 100,000 pictures: the page that lists them, beside the bare question that
sqlite3 is asked of the same file, and beside the same page among 1,000 pictures.

usage: finding.py PROGRAM [PICTURES]. It starts the demonstration in a new folder, copies one of its published posts many
times with four invented pictures each, and asks as the school's headteacher. In each picture two were chosen from the
roll and one name was typed; in some where the child was not chosen it is the child's own.
"""

import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

from pages import ORGANISATION, Visitor, hidden

PICTURES_OF_A_POST = 4
PEOPLE_IN_A_PICTURE = 2
PUPILS = 2_000
OF_THE_CHILD = 40
TYPED_OF_THE_CHILD = 8
TIMES = 15
BARE = """SELECT placement FROM placementPicture JOIN pictured ON pictured.picture = placementPicture.picture
    WHERE pictured.person = ?"""
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def best(work):
    """The shortest of some runs, in milliseconds: what else the machine does only makes them longer."""
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return min(took) * 1_000


class School:
    """The demonstration's file, which is filled while no program has it open."""

    def __init__(self, file: pathlib.Path) -> None:
        self.db = sqlite3.connect(file)
        self.db.execute("PRAGMA foreign_keys = OFF")
        self.random = random.Random(4)
        self.pattern, self.post, self.revision = self.db.execute(
            "SELECT p.id, p.post, p.revision FROM placement p JOIN placementState s ON s.placement = p.id "
            "WHERE s.until IS NULL AND s.state = 'published' LIMIT 1").fetchone()
        person = self.db.execute(
            "SELECT id FROM person WHERE kind = 'pupil' AND leftAt IS NULL LIMIT 1").fetchone()[0]
        self.called = " ".join(self.db.execute("SELECT given, family FROM person WHERE id = ?", (person,)).fetchone())
        self.child, self.others = person, [self.copy("person", person, ref=f"B{n}", number=f"B{n}")
                                           for n in range(PUPILS)]

    def name(self) -> str:
        return "".join(self.random.choices(ALPHABET, k=25)) + "0"

    @staticmethod
    def letters(name: str) -> str:
        """What is compared of an invented name."""
        return "".join(letter for letter in name.lower() if letter.isalnum())

    def copy(self, table: str, key: str, column: str = "id", **changes: object) -> str:
        """A copy of one row with some columns changed, under a name of its own."""
        cursor = self.db.execute(f'SELECT * FROM "{table}" WHERE {column} = ?', (key,))
        row = dict(zip([head[0] for head in cursor.description], cursor.fetchone()))
        fresh = self.name()
        if column == "id":
            row["id"] = fresh
        row.update(changes)
        self.db.execute(
            f'INSERT INTO "{table}" ({", ".join(row)}) VALUES ({", ".join("?" * len(row))})', list(row.values()))
        return fresh

    def fill(self, pictures: int) -> None:
        """So many pictures are there afterwards; the child is in the same few of them, whatever the number."""
        there = self.db.execute("SELECT count(*) FROM picture").fetchone()[0]
        shown = self.db.execute("SELECT count(*) FROM pictured WHERE person = ?", (self.child,)).fetchone()[0]
        typed = self.db.execute(
            "SELECT count(*) FROM picturedName WHERE letters = ?", (self.letters(self.called),)).fetchone()[0]
        state = dict(zip(["since", "by", "event"], self.db.execute(
            "SELECT since, by, event FROM placementState WHERE placement = ? AND until IS NULL",
            (self.pattern,)).fetchone()))
        user = self.db.execute("SELECT author FROM post WHERE id = ?", (self.post,)).fetchone()[0]
        while there < pictures:
            post = self.copy("post", self.post)
            revision = self.copy("revision", self.revision, post=post)
            placement = self.copy("placement", self.pattern, post=post, revision=revision)
            self.db.execute(
                "INSERT INTO placementState (placement, state, since, by, event) VALUES (?, 'published', ?, ?, ?)",
                (placement, state["since"], state["by"], state["event"]))
            for _ in range(PICTURES_OF_A_POST):
                picture = self.name()
                self.db.execute(
                    "INSERT INTO picture (id, post, kind, state, addedBy, addedAt, width, height, fingerprint, hadPosition) "
                    "VALUES (?, ?, 'photo', 'ready', ?, ?, 4000, 3000, ?, 0)",
                    (picture, post, user, state["since"], f"{self.random.getrandbits(64):016x}"))
                people = self.random.sample(self.others, PEOPLE_IN_A_PICTURE)
                if shown < OF_THE_CHILD:
                    people[0], shown = self.child, shown + 1
                name = f"Guest {self.random.randrange(50_000)}"
                if shown >= OF_THE_CHILD and typed < TYPED_OF_THE_CHILD:
                    name, typed = self.called, typed + 1
                self.db.execute(
                    "INSERT INTO picturedName (picture, name, letters) VALUES (?, ?, ?)",
                    (picture, name, self.letters(name)))
                for person in people:
                    self.db.execute("INSERT INTO pictured VALUES (?, ?)", (person, picture))
                self.db.execute("INSERT INTO placementPicture VALUES (?, ?)", (placement, picture))
                there += 1
        self.db.commit()
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def served(program: str, data: pathlib.Path, ask):
    """What `ask` measures of a server over this folder."""
    server = subprocess.Popen(
        [program, "demo", "--data", data, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        site = next(found[0] for line in server.stdout if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
        return ask(site)
    finally:
        server.terminate()
        server.wait()


def page_of(child: str):
    def ask(site: str) -> tuple[float, int]:
        visitor = Visitor(site)
        choice = visitor.get(ORGANISATION + "/who-will-you-be")
        head = re.search(r'name="user" value="([^"]+)"(?:(?!</button>).)*<span>[^<]*headteacher', choice, re.S)
        visitor.post(ORGANISATION + "/who-will-you-be", [*hidden(choice), ("user", head[1])])
        address = f"{ORGANISATION}/consent/people/{child}/pictures"
        entries = visitor.get(address).count("A post on ")
        return best(lambda: visitor.get(address)), entries
    return ask


def main() -> None:
    program, most = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with tempfile.TemporaryDirectory(prefix="chaperone-bench-") as name:
        data = pathlib.Path(name) / "data"
        served(program, data, lambda site: None)
        file = data / "organisations" / ORGANISATION.strip("/") / "record.sqlite"
        school, rows = School(file), []
        for pictures in (1_000, most):
            school.fill(pictures)
            bare = best(lambda: school.db.execute(BARE, (school.child,)).fetchall())
            page, entries = served(program, data, page_of(school.child))
            if entries == 0:
                raise SystemExit("The page lists no post.")
            rows.append((pictures, entries, page, bare))
        print("| pictures | posts listed | page | the bare question by sqlite3 | page beside that among 1,000 |")
        print("|---|---|---|---|---|")
        for pictures, entries, page, bare in rows:
            print(f"| {pictures:,} | {entries} | {page:.1f} ms | {bare:.2f} ms | {page / rows[0][2]:.2f} |")


if __name__ == "__main__":
    main()
