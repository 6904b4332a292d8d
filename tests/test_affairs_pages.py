"""The state page on a phone, on a wide screen and on paper."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kept_steps import make_header, make_kept
from rashomon.exports.affairs import state_page
from rashomon.exports.affairs_html import page_html
from rashomon.records import Affair
from rashomon.timelines.states import state_on

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DAY = date(2023, 3, 1)


@pytest.fixture
def page(tables: Any, tmp_path: Path) -> Path:
    header = make_header("Courier", DAY)
    kept = [
        make_kept(header, Affair.POSITION, "supports", ("iso3:CHL",), "a treaty on the high seas " * 6, sentence=1),
        make_kept(header, Affair.ACT, "releases", ("iso3:KEN", "iso3:UGA"), "12 prisoners", sentence=2),
    ]
    file = tmp_path / "state.html"
    file.write_text(page_html(state_page(state_on(kept, tables, DAY + timedelta(3)), tables)), "utf-8")
    return file


def test_a_stance_is_not_called_done(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "· done" not in text and "done ·" not in text
    assert '<span class="stance">release</span>' in text


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (Debian: apt install chromium)")
def test_the_page_fits_screens_and_paper(page: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"])
        try:
            view = browser.new_page()
            view.goto(page.as_uri())
            for width in (390, 1280):
                view.set_viewport_size({"width": width, "height": 900})
                assert view.evaluate("document.documentElement.scrollWidth") <= width
                assert view.locator(".line").first.bounding_box()["width"] > min(340, width / 2)
            assert not view.locator(".sentence").first.is_visible()
            view.emulate_media(media="print")
            assert view.locator(".sentence").first.bounding_box()["height"] > 10
        finally:
            browser.close()
