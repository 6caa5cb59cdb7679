"""Offers fifty sign-ins a second for a minute, and watches the home page meanwhile.

usage: signing_in.py PROGRAM. It makes the demonstration in a new folder, gives four of its people a password, and serves
it as a real installation is served. First the home page is asked for at a steady rate with nothing beside it, then with
the sign-ins. Each sign-in comes from an address of its own and does not wait for the one before. One that cannot be
served has to be told to come again: 429 with Retry-After. Nothing else counts as an answer.
"""

import asyncio
import collections
import html
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

ORGANISATION = "/harbour-view"
PASSWORD = "lantern ferry cobble"
OFFERED = 50
HOMES = 20
SECONDS = 60
AIM = 2
#: Of roles that need no code beside the password.
PEOPLE = ["priya.nair", "tom.ashworth", "sanjay.mehta", "ruth.calder"]


class Site:
    """The program as a proxy speaks to it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.origin = f"https://127.0.0.1:{port}"

    async def ask(self, path: str, form: list[tuple[str, str]] | None = None, cookie: str = "") -> tuple[int, dict, str]:
        body = urllib.parse.urlencode(form).encode() if form is not None else b""
        address = ".".join(str(random.randint(1, 250)) for _ in range(4))
        head = [f"{'GET' if form is None else 'POST'} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}",
                "Connection: close", f"X-Forwarded-For: {address}", f"Origin: {self.origin}", f"Cookie: {cookie}",
                "Sec-Fetch-Site: same-origin"]
        if form is not None:
            head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        answer = await reader.read()
        writer.close()
        top, _, rest = answer.decode("utf-8", "replace").partition("\r\n\r\n")
        lines = top.split("\r\n")
        headers = collections.defaultdict(str)
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] += value.strip() + "\n"
        return int(lines[0].split()[1]), headers, rest


def hidden(page: str) -> list[tuple[str, str]]:
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return [(name, html.unescape(value)) for name, value in fields]


def made(program: str, data: pathlib.Path) -> list[str]:
    """A demonstration whose people have a password; their e-mail addresses."""
    with subprocess.Popen([program, "demo", "--data", data, "--port", "0"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as demo:
        next(line for line in demo.stdout if "http://" in line)
        demo.terminate()
    return [f"{name}@harbour-view.example" for name in PEOPLE]


async def give_password(program: str, data: pathlib.Path, site: Site, email: str) -> None:
    said = subprocess.run(
        [program, "user", "reset-password", "--data", data, "--organisation", ORGANISATION[1:], email],
        capture_output=True, text=True, check=True).stdout
    path = ORGANISATION + "/new-password/" + re.search(r"/new-password/(\S+)", said)[1]
    _, _, page = await site.ask(path)
    status, _, page = await site.ask(path, [*hidden(page), ("password", PASSWORD), ("again", PASSWORD)])
    if status != 303:
        raise SystemExit(f"{email} got no password: {status}")


async def sign_in(site: Site, email: str) -> tuple[int, dict, str]:
    return await site.ask(ORGANISATION + "/sign-in", [("email", email), ("password", PASSWORD)])


async def steadily(rate: float, seconds: float, do) -> list:
    """Begins so many a second, whatever becomes of those before; what each gave."""
    begun, running = time.perf_counter(), []
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0, begun + number / rate - time.perf_counter()))
        running.append(asyncio.create_task(do(number)))
    return await asyncio.gather(*running)


async def homes(site: Site, cookie: str) -> list[float]:
    async def home(_: int) -> float:
        begun = time.perf_counter()
        status, _, _ = await site.ask(ORGANISATION, cookie=cookie)
        if status != 200:
            raise SystemExit(f"The home page answered {status}")
        return (time.perf_counter() - begun) * 1000

    return await steadily(HOMES, SECONDS, home)


async def measured(site: Site, emails: list[str]) -> None:
    status, headers, _ = await sign_in(site, emails[0])
    cookie = "; ".join(line.split(";")[0] for line in headers["set-cookie"].strip().split("\n"))
    if status != 303 or not cookie:
        raise SystemExit(f"Nobody can sign in: {status}")
    alone = await homes(site, cookie)
    outcomes: collections.Counter = collections.Counter()
    waits: list[float] = []

    async def offer(number: int) -> None:
        begun = time.perf_counter()
        status, headers, _ = await sign_in(site, emails[number % len(emails)])
        if status == 303 and headers["set-cookie"]:
            outcomes["signed in"] += 1
            waits.append(time.perf_counter() - begun)
        elif status == 429 and headers["retry-after"]:
            outcomes["told to come again"] += 1
        else:
            outcomes[f"answered {status}"] += 1

    beside, _ = await asyncio.gather(homes(site, cookie), steadily(OFFERED, SECONDS, offer))
    table(alone, beside, outcomes, waits)


def part(figures: list[float], share: float) -> float:
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * share))]


def table(alone: list[float], beside: list[float], outcomes: collections.Counter, waits: list[float]) -> None:
    print("| home page, 20 a second | median | p99 | beside nothing | aim |")
    print("|---|---|---|---|---|")
    for label, figures in [("alone", alone), (f"with {OFFERED} sign-ins a second offered", beside)]:
        times = part(figures, 0.99) / part(alone, 0.99)
        aim = "" if figures is alone else str(AIM)
        print(f"| {label} | {part(figures, 0.5):.1f} ms | {part(figures, 0.99):.1f} ms | {times:.1f} | {aim} |")
    print(f"\nOf {sum(outcomes.values()):,} sign-ins offered in {SECONDS} s: "
          + ", ".join(f"{count:,} {what}" for what, count in outcomes.most_common())
          + f". Who was let in waited {part(waits, 0.5):.1f} s in the middle, {max(waits):.1f} s at most.")
    if set(outcomes) - {"signed in", "told to come again"}:
        raise SystemExit("Some were neither let in nor told to come again.")


def main() -> None:
    program = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="chaperone-bench-") as name:
        data = pathlib.Path(name) / "data"
        emails = made(program, data)
        port = random.randint(20_000, 40_000)
        server = subprocess.Popen(
            [program, "serve", "--data", data, "--port", str(port), "--behind-proxy"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        try:
            next(line for line in server.stdout if "listens at" in line)
            site = Site(port)

            async def run() -> None:
                for email in emails:
                    await give_password(program, data, site, email)
                await measured(site, emails)

            asyncio.run(run())
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
