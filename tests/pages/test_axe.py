"""Every page of the demo year in a real browser: no barrier, no sideways scrolling, nothing the policy refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.demo import PEOPLE, Served, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
SIZES = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 360, "height": 800}}
CONTRAST = ("color-contrast",)
LOOKS = {  # the colours in which a page is opened; contrast takes most of the time: only where all is in sight
    "light": (("wide", {}),),
    "dark": (("narrow", {"but": CONTRAST}), ("wide", {"only": CONTRAST})),
}


def _problems(page: Page, url: str, barriers: Callable[..., list[str]]) -> Iterator[str]:
    """What is wrong with a page, opened in light and in dark, wide and narrow."""
    for scheme, looks in LOOKS.items():
        page.emulate_media(color_scheme=scheme)
        page.goto(url, wait_until="load")
        for size, rules in looks:
            page.set_viewport_size(SIZES[size])
            yield from (f"({size} {scheme}): {problem}" for problem in barriers(page, **rules) + _sideways(page))


def _sideways(page: Page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls sideways by {wide} px"] if wide > 0 else []


@pytest.mark.parametrize("name", PEOPLE)
def test_every_page(name: str, browser: Browser, barriers: Callable[..., list[str]], demo: Served) -> None:
    urls = demo.visits[name].urls
    found: list[str] = []
    with signed_in(browser, demo, name) as (page, complaints):
        for url in urls:
            found += [f"{url} {problem}" for problem in _problems(page, demo.address + url, barriers)]
            found += [f"{url}: {said}" for said in complaints]
            complaints.clear()

    assert len(urls) > 20
    assert found == []


def test_a_barrier_is_seen(browser: Browser, barriers: Callable[..., list[str]], demo: Served) -> None:
    with signed_in(browser, demo, "officer") as (page, complaints):
        page.set_viewport_size(SIZES["narrow"])
        page.goto(demo.address + "/")
        page.evaluate("""document.querySelector('main').insertAdjacentHTML('beforeend',
            '<img src="/static/phoihop/favicon.svg"><p style="color: red">x</p>')""")
        page.evaluate("document.querySelector('main').style.minWidth = '900px'")

        assert any("image-alt" in one for one in barriers(page))
        assert any("Content Security Policy" in one for one in complaints)
        assert _sideways(page)
