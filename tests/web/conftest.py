"""A served page and a browser, each started once a module."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.web.served import Served, Visitor, serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DESKTOP, PHONE = (1280, 900), (390, 844)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture
def visitor(served: Served) -> Iterator[Visitor]:
    guest = Visitor(served)
    yield guest
    guest.client.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs Debian's chromium")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@dataclass
class Tab:
    """A browser tab with what it asked for and complained of."""

    page: Page
    context: BrowserContext
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def foreign_requests(self, origin: str) -> list[str]:
        own = (f"{origin}/", "blob:", "data:")
        return [one.url for one in self.requests if not one.url.startswith(own)]

    def serious_findings(self) -> list[str]:
        """Return what axe-core calls serious or critical on the page as it is."""
        self.page.wait_for_load_state("load")  # without its style sheets a page has no contrast
        found = Axe().run(self.page)
        return [
            f"{one['id']}: {node['html'][:120]}"
            for one in found.response["violations"]
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]


OpenTab = Callable[..., Tab]


@pytest.fixture
def open_tab(browser: Browser, tmp_path: Path) -> Iterator[OpenTab]:
    """Return a function that opens an address in a tab of its own profile.

    At the end no tab may have complained, unless the test emptied ``complaints``.
    """
    tabs: list[Tab] = []

    def open_at(address: str, size: tuple[int, int] = DESKTOP, *, scheme: str = "light") -> Tab:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="vi-VN",
            bypass_csp=False,
        )
        page = context.new_page()
        tab = Tab(page, context)
        page.on("request", lambda asked: tab.requests.append(asked))
        page.on("pageerror", lambda error: tab.complaints.append(str(error)))
        page.on(
            "console",
            lambda told: (
                tab.complaints.append(told.text) if told.type in ("error", "warning") else None
            ),
        )
        page.goto(address)
        tabs.append(tab)
        return tab

    yield open_at
    for tab in tabs:
        complaints = list(tab.complaints)
        tab.context.close()
        assert not complaints
