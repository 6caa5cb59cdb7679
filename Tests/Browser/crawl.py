"""Follows every link that a person is offered, one of each kind of page."""

import re
from urllib.parse import urldefrag, urlsplit

EACH_KIND = 1


def kind(url):
    """The page's kind: its path with ids and numbers left out, without the query's values."""
    parts = urlsplit(url)
    path = re.sub(r"/(?=[a-z2-7]*\d)[a-z0-9]{16,}", "/ID", parts.path)
    path = re.sub(r"/\d[\d-]*", "/N", path)
    path = re.sub(r"/people/[A-Z]{1,3}\d+", "/people/REF", path)
    query = "&".join(sorted(piece.split("=")[0] for piece in parts.query.split("&") if piece))
    return path + ("?" + query if query else "")


def crawl(page, site, start):
    """Yields each address once, the page being open at it."""
    waiting, seen, kinds = [start], set(), {}
    while waiting:
        url = urldefrag(waiting.pop(0)).url
        if url in seen or not url.startswith(site) or "/assets/" in url:
            continue
        seen.add(url)
        if kinds.get(kind(url), 0) >= EACH_KIND:
            continue
        kinds[kind(url)] = kinds.get(kind(url), 0) + 1
        answer = page.goto(url)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        yield url, answer.status
        waiting += page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")


def doors(page, site):
    """Where each organisation of the demonstration lets its people in."""
    page.goto(site)
    links = page.eval_on_selector_all("main a[href]", "links => links.map(link => link.href)")
    found = {link for link in links if re.fullmatch(re.escape(site) + r"/[a-z-]+", link)}
    return sorted(link + "/who-will-you-be" for link in found)
