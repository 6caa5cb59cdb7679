"""The reference of `bin/bench`: pyahocorasick finds the same exact full names in the same lower-cased texts.

Prints one `name value` pair a line: seconds to build the automaton, seconds a text.
"""

import sys
import time
from pathlib import Path

import ahocorasick

ROUNDS = 7


def main(folder: Path) -> None:
    names = (folder / "names.txt").read_text(encoding="utf-8").splitlines()
    start = time.perf_counter()
    automaton = ahocorasick.Automaton()
    for number, name in enumerate(names):
        automaton.add_word(name, number)
    automaton.make_automaton()
    print("reference_build_seconds", time.perf_counter() - start)
    for length in (280, 5000):
        texts = (folder / f"texts-{length}.txt").read_text(encoding="utf-8").splitlines()
        print(f"reference_{length}_seconds", fastest(automaton, texts) / len(texts))


def fastest(automaton: "ahocorasick.Automaton", texts: list[str]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for text in texts:
            for _end, _number in automaton.iter(text):
                pass
        best = min(best, time.perf_counter() - start)
    return best


if __name__ == "__main__":
    main(Path(sys.argv[1]))
