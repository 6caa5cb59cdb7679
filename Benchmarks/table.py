"""Prints the figures of `bin/bench names`, read as `name value` lines, as a table of Markdown: the least of each."""

import sys

LIMITS = {280: 20, 5000: 5}


def main() -> None:
    figures: dict[str, float] = {}
    for name, value in (line.split() for line in sys.stdin):
        figures[name] = min(float(value), figures.get(name, float("inf")))
    print("| text | check | posts a second | time | beside pyahocorasick | aim |")
    print("|---|---|---|---|---|---|")
    for length, limit in LIMITS.items():
        reference = figures[f"reference_{length}_seconds"]
        row(length, "pyahocorasick, exact names", reference, "1.0", "")
        for key, label in (("publishing.pupil-names", "names alone, LINK"), ("link_all", "all controls with their reading, LINK")):
            seconds = figures[f"{key}_{length}_seconds"]
            row(length, label, seconds, f"{seconds / reference:.1f}", f"{limit}")
    print()
    print("| | this product | pyahocorasick |")
    print("|---|---|---|")
    print(f"| build for 60,000 pupils | {figures['build_seconds']:.2f} s | {figures['reference_build_seconds']:.2f} s |")
    print(f"| take in one changed pupil | {figures['change_seconds'] * 1e6:.0f} µs | build anew |")
    print(f"| memory of the roll's index | {figures['index_megabytes']:.0f} MB | |")
    print(f"| memory of the process | {figures['resident_megabytes']:.0f} MB | |")


def row(length: int, label: str, seconds: float, ratio: str, limit: str) -> None:
    print(f"| {length:,} characters | {label} | {1 / seconds:,.0f} | {seconds * 1e6:.0f} µs | {ratio} | {limit} |")


if __name__ == "__main__":
    main()
