"""Measures real pages at 32 connections beside an empty reply of the same server, with wrk, and prints a table.

usage: pages.py PROGRAM. It starts the demonstration in a new folder, signs in as a member of staff under LINK's policy,
and takes turns between the three addresses, so that what else the machine does meets all of them; the best of each
counts.
"""

import html
import http.cookiejar
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

CONNECTIONS = 32
SECONDS = 5
TURNS = 4
AIM = 20
ORGANISATION = "/harbour-view"
DRAFT = (
    "Year 5 built bridges from paper today and found out which shape carries the most. The winning bridge held four "
    "dictionaries before it gave way. Thank you to everyone who brought newspaper from home! Next week: towers.")


class Visitor:
    """A browser with one sign-in."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self.opener.addheaders = [("Origin", site)]

    def get(self, path: str) -> str:
        return self.opener.open(urllib.parse.urljoin(self.site, path)).read().decode()

    def post(self, path: str, form: list[tuple[str, str]]) -> str:
        body = urllib.parse.urlencode(form).encode()
        return self.opener.open(urllib.parse.urljoin(self.site, path), body).read().decode()

    def header(self) -> str:
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.cookies)


def hidden(page: str) -> list[tuple[str, str]]:
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return [(name, html.unescape(value)) for name, value in fields]


def sign_in(visitor: Visitor) -> None:
    """Signs in as the first person of the demonstration's school under LINK's policy who writes and does nothing else."""
    page = visitor.get(ORGANISATION + "/who-will-you-be")
    person = re.search(r'name="user" value="([^"]+)"(?:(?!</button>).)*<span>author</span>', page, re.S)
    if not person:
        raise SystemExit("The demonstration has nobody who only writes.")
    visitor.post(ORGANISATION + "/who-will-you-be", [*hidden(page), ("user", person[1])])


def wrk(url: str, cookie: str, folder: pathlib.Path, body: str | None = None) -> float:
    """Replies a second; every reply must be a success."""
    script = folder / "request.lua"
    origin = "/".join(url.split("/")[:3])
    lines = [f'wrk.headers["Cookie"] = {cookie!r}', f'wrk.headers["Origin"] = {origin!r}']
    if body is not None:
        lines += ['wrk.method = "POST"', f"wrk.body = {body!r}",
                  'wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"']
    script.write_text("\n".join(lines))
    said = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", script, url], capture_output=True, text=True,
        check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(f"{url} did not always answer well:\n{said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


def main() -> None:
    program = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="chaperone-bench-") as name:
        folder = pathlib.Path(name)
        server = subprocess.Popen(
            [program, "demo", "--data", folder / "data", "--port", "0"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        try:
            site = next(found[0] for line in server.stdout if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
            visitor = Visitor(site)
            sign_in(visitor)
            new_post = ORGANISATION + "/posts/new"
            home, compose = visitor.get(ORGANISATION), visitor.get(new_post)
            form = re.search(r"<form[^>]*data-compose.*?</form>", compose, re.S)[0]
            account = re.search(r'name="account" value="([^"]+)"', form)[1]
            check = urllib.parse.urlencode([
                *hidden(form), ("account", account), ("text", DRAFT), ("privacy", "no"), ("date", "2027-01-11"),
                ("time", "15:30"), ("live", "check")])
            cookie = visitor.header()
            asked = {
                "empty reply (/health)": (site + "/health", None, len(visitor.get("/health"))),
                "home page": (site + ORGANISATION, None, len(home)),
                "compose check": (site + new_post, check, len(visitor.post(
                    new_post, urllib.parse.parse_qsl(check)))),
            }
            best = dict.fromkeys(asked, 0.0)
            for _ in range(TURNS):
                for label, (url, body, _) in asked.items():
                    best[label] = max(best[label], wrk(url, cookie, folder, body))
            table(best, {label: size for label, (_, _, size) in asked.items()}, memory(server.pid))
        finally:
            server.terminate()
            server.wait()


def memory(pid: int) -> float:
    """Megabytes that the process holds."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def table(best: dict[str, float], sizes: dict[str, int], megabytes: float) -> None:
    empty = best["empty reply (/health)"]
    print("| reply | characters | replies a second | beside the empty reply | aim |")
    print("|---|---|---|---|---|")
    for label, rate in best.items():
        aim = "" if rate == empty else f"{AIM}"
        print(f"| {label} | {sizes[label]:,} | {rate:,.0f} | {empty / rate:.1f} | {aim} |")
    print(f"\nMemory of the process after it: {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
