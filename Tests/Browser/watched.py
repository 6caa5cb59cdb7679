"""A browser window that notes what a person would not want to happen in it, and judges what it shows."""

import pathlib

import axe_playwright_python

WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# Every rule that axe has for WCAG 2.2 AA and its own best practices; the size of targets is off unless asked for.
EVERY_RULE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOUR_RULES = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}


class Watched:
    """A page that notes console errors, failed requests and requests that leave the machine."""

    def __init__(self, context, site):
        self.site = site
        self.faults = []
        self.page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: script error: {error}"))
        self.page.on("request", self._request)

    def _console(self, message):
        if message.type == "error" and "status of 4" not in message.text:
            self.faults.append(f"{self.page.url}: console: {message.text}")

    def _request(self, request):
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.faults.append(f"{self.page.url}: left the machine: {request.url}")

    def resize(self, width):
        w, h = WIDTHS[width]
        self.page.set_viewport_size({"width": w, "height": h})

    def judged(self):
        """What is wrong with the open page, at both widths in light, and with its colours in dark."""
        faults = self.heading_faults()
        self.page.evaluate(AXE)
        for width in WIDTHS:
            self.resize(width)
            faults += [f"{width}: {fault}" for fault in self._violations(EVERY_RULE) + self.too_wide()]
        return [f"{self.page.url} {fault}" for fault in faults + self._colour_faults(["dark"])]

    def colours_judged(self):
        """What is wrong with the colours of a page whose like was judged before, and whether it fits a phone."""
        self.page.evaluate(AXE)
        faults = self._colour_faults(["light", "dark"])
        self.resize("phone")
        return [f"{self.page.url} {fault}" for fault in faults + self.too_wide()]

    def _colour_faults(self, schemes):
        faults = []
        for scheme in schemes:
            self.page.emulate_media(color_scheme=scheme)
            faults += [f"{scheme}: {fault}" for fault in self._violations(COLOUR_RULES)]
        self.page.emulate_media(color_scheme="light")
        return faults

    def heading_faults(self):
        headings = self.page.locator("h1").all_inner_texts()
        faults = [] if len(headings) == 1 and headings[0].strip() else [f"its h1 headings are {headings}"]
        title = self.page.title()
        return faults + ([] if title.strip() else ["has no title"])

    def too_wide(self):
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return [f"is {wide} pixels too wide: one must scroll sideways"] if wide > 0 else []

    def _violations(self, options):
        found = self.page.evaluate("options => axe.run(document, options)", options)["violations"]
        return [
            f"{rule['id']}: {rule['help']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]
