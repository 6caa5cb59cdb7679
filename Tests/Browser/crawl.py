"""Follows the links that a person is offered, and remembers which kinds of page were judged already."""

import collections
import html.parser
import re
from urllib.parse import urldefrag, urljoin, urlsplit

# Attributes that change how an element looks or works.
MARKS = ("role", "type", "aria-current", "aria-disabled", "aria-invalid", "hidden", "open", "disabled")
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
READ_OF_A_KIND = 3


class Read(html.parser.HTMLParser):
    """A page as the server sent it: what it is made of without its words, its links, and its places."""

    def __init__(self, url, text):
        super().__init__()
        self.url = url
        self.structure, self.links, self.places = set(), [], set()
        self._open = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.places.add(values["id"])
        if tag == "a" and values.get("href"):
            self.links.append(urljoin(self.url, values["href"]))
        # The drawn portraits differ by their number alone.
        classes = sorted(one for one in (values.get("class") or "").split() if not re.fullmatch(r"av-\d", one))
        name = ".".join([tag, *classes])
        if not any(one.startswith("svg") for one in self._open):
            marks = [mark for mark in MARKS if mark in values]
            self.structure.add((self._open[-1] if self._open else "", name, *marks))
        if tag not in VOID:
            self._open.append(name)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag):
        for at in reversed(range(len(self._open))):
            if self._open[at].split(".")[0] == tag:
                del self._open[at:]
                return


def kind(url):
    """The page's kind: its path with ids and numbers left out, without the query's values."""
    parts = urlsplit(url)
    path = re.sub(r"/(?=[a-z0-9]*\d)[a-z0-9]{16,}", "/ID", parts.path)
    path = re.sub(r"/\d[\d-]*", "/N", path)
    path = re.sub(r"/schools/[^/]+", "/schools/S", path)
    query = "&".join(sorted(piece.split("=")[0] for piece in parts.query.split("&") if piece))
    return path + ("?" + query if query else "")


def pattern(url):
    """The page's kind without its organisation, and the organisation: nothing before there is one."""
    here = kind(url)
    first, _, rest = here[1:].partition("/")
    return (here, "") if first in ("", "set-up") else ("/…/" + rest, first)


class Judged:
    """What was met already, over all organisations, people and journeys of one run."""

    def __init__(self):
        self.structure = collections.defaultdict(set)
        self.coloured = collections.defaultdict(set)

    def wanted(self, read):
        """What a page is to be judged by: by everything when it is made of something not yet seen in its pattern, by
        its colours alone when only the organisation's own colour is new to what it is made of, and by nothing when
        both are known."""
        here, organisation = pattern(read.url)
        is_known = read.structure <= self.structure[here]
        has_colour = read.structure <= self.coloured[organisation]
        self.structure[here] |= read.structure
        self.coloured[organisation] |= read.structure
        return None if is_known and has_colour else "colours" if is_known else "everything"


class Walk:
    """One person's way through the site: each kind of page, and further ones that nobody has read. Every link is
    followed as far as the server's answer; the browser opens those pages that are not yet judged."""

    def __init__(self, watched, read_before):
        self.watched = watched
        self.read_before = read_before
        self.faults = []
        self.read = {}

    def through(self, starts):
        """Yields the faults of each page that is to be judged, the browser being there."""
        waiting, seen, kinds = collections.deque(starts), set(), set()
        while waiting:
            url = waiting.popleft()
            if url in seen or not url.startswith(self.watched.site) or "/assets/" in url:
                continue
            seen.add(url)
            here = kind(url)
            known = self.read_before[here]
            if here in kinds and (url in known or len(known) >= READ_OF_A_KIND):
                continue
            kinds.add(here)
            known.add(url)
            read = self._read(url)
            if not read:
                continue
            wanted = self.watched.known.wanted(read)
            if wanted:
                self.watched.page.goto(url)
                yield self.watched.judged(wanted)
            waiting.extend(urldefrag(link).url for link in read.links)

    def _read(self, url):
        """A page as the server answers it; nothing for a file."""
        answer = self.watched.page.request.get(url)
        if answer.status >= 400:
            self.faults.append(f"{url} answers {answer.status}, though a link leads to it")
        if "text/html" not in answer.headers.get("content-type", ""):
            return None
        self.read[url] = Read(answer.url, answer.text())
        return self.read[url]

    def lost_places(self):
        """Links to a place on a page, where the page has no such place."""
        lost = {}
        for source, read in self.read.items():
            for link in read.links:
                url, place = urldefrag(link)
                if place and url in self.read and place not in self.read[url].places:
                    lost[link] = source
        return [f"{source} links to {link}, and that page has no such place" for link, source in lost.items()]
