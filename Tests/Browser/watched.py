"""A browser window that notes what a person would not want to happen in it, and judges what it shows."""

import pathlib

import axe_playwright_python

from crawl import Read

WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# Every rule that axe has for WCAG 2.2 AA and its own best practices; the size of targets is off unless asked for.
EVERY_RULE = {
    "resultTypes": ["violations"], "preload": False,
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}}}
COLOUR_RULES = {
    "resultTypes": ["violations"], "preload": False, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
# Colours come from the tags, classes and marks of an element and of those around it: of elements with words that are
# alike in all of these, three are looked at, not all thousand rows of a table.
ALIKE = """() => {
    const marks = ['role', 'type', 'aria-current', 'aria-disabled', 'aria-invalid', 'disabled', 'style']
    const paths = new Map(), met = new Map(), kept = []
    for (const one of document.body.querySelectorAll('*')) {
        const own = marks.map(mark => one.getAttribute(mark)).join()
        const path = `${paths.get(one.parentElement) ?? ''}>${one.localName}.${[...one.classList].join('.')}[${own}]`
        paths.set(one, path)
        if (![...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue
        met.set(path, (met.get(path) ?? 0) + 1)
        if (met.get(path) <= 3) kept.push(one)
    }
    return kept
}"""
# What sticks out of a page that must be scrolled sideways, the innermost of it.
TOO_WIDE = """() => {
    const page = document.documentElement
    if (page.scrollWidth <= page.clientWidth) return []
    const out = [...document.body.querySelectorAll('*')].filter(one =>
        one.getBoundingClientRect().right > page.clientWidth && one.getBoundingClientRect().width > 1)
    return out.slice(-1).concat(document.body).slice(0, 1).map(one => one.outerHTML.slice(0, 200))
}"""


class Watched:
    """A page that notes console errors, failed requests and requests that leave the machine."""

    def __init__(self, context, site, known):
        self.site = site
        self.known = known
        self.faults = []
        # Other servers on this machine to which a journey leads.
        self.elsewhere = ()
        self.page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: script error: {error}"))
        self.page.on("request", self._request)

    def _console(self, message):
        if message.type == "error" and "status of 4" not in message.text:
            self.faults.append(f"{self.page.url}: console: {message.text}")

    def _request(self, request):
        if not request.url.startswith((self.site, *self.elsewhere, "data:", "blob:")):
            self.faults.append(f"{self.page.url}: left the machine: {request.url}")

    def resize(self, width):
        w, h = WIDTHS[width]
        self.page.set_viewport_size({"width": w, "height": h})

    def judged(self, wanted=None):
        """What is wrong with the open page, as far as its like was not judged before: at both widths in light, and
        with its colours in dark."""
        faults = self.heading_faults()
        wanted = wanted or self.known.wanted(Read(self.page.url, self.page.content()))
        if wanted:
            self.page.evaluate(AXE)
        for width in reversed(WIDTHS):
            self.resize(width)
            found = self._violations(EVERY_RULE) if wanted == "everything" else []
            found += self._colour_faults() if wanted == "everything" else []
            faults += [f"{width}: {fault}" for fault in found + self.too_wide()]
        for scheme in (["dark"] if wanted == "everything" else ["light", "dark"] if wanted else []):
            self.page.emulate_media(color_scheme=scheme)
            faults += [f"{scheme}: {fault}" for fault in self._colour_faults()]
        self.page.emulate_media(color_scheme="light")
        return [f"{self.page.url} {fault}" for fault in faults]

    def heading_faults(self):
        headings = self.page.locator("h1").all_inner_texts()
        faults = [] if len(headings) == 1 and headings[0].strip() else [f"its h1 headings are {headings}"]
        title = self.page.title()
        return faults + ([] if title.strip() else ["has no title"])

    def too_wide(self):
        return [f"is too wide, one must scroll sideways: {one}" for one in self.page.evaluate(TOO_WIDE)]

    def _violations(self, options, of="() => document"):
        found = self.page.evaluate(f"options => axe.run(({of})(), options)", options)["violations"]
        return [
            f"{rule['id']}: {rule['help']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]

    def _colour_faults(self):
        return self._violations(COLOUR_RULES, f"() => ({{ include: ({ALIKE})() }})")
