"""What axe objects to on a page, and whether the page can be read on a narrow screen."""

import zlib

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.tools import of_the_day

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_axe = Axe()


def complaints(page: Page, *, each_day: bool = False) -> list[str]:
    """Everything wrong with the page as it stands, wide and narrow; empty when all is well.

    How wide it is, is measured at both. Axe, which takes long, looks at each page one day of three, at the one size
    on one day and at the other on the next.
    """
    found = []
    examined = each_day or zlib.crc32(page.title().encode()) % 3 in of_the_day([0, 1, 2], 3)
    page.wait_for_load_state()
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        if (over := page.evaluate(OVERFLOW)) > 0:
            found.append(f"{page.url}: {over} px too wide at {size['width']}")
        if examined and size in of_the_day([WIDE, NARROW], 2):
            answer = _axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
            found += [
                f"{page.url} at {size['width']}: {broken['id']} – {node['html'][:160]}"
                for broken in answer["violations"]
                for node in broken["nodes"]
            ]
    page.set_viewport_size(WIDE)
    return found


def unfold(page: Page) -> None:
    """Open all that is folded on the page."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
