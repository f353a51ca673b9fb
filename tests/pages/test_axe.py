"""Every page of the demo year in a real browser: no barrier, no sideways scrolling, nothing the policy refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.demo import PEOPLE, Served, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
SIZES = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 360, "height": 800}}
SETTLED = """Promise.all(document.getAnimations().filter(one => one.effect.getComputedTiming().endTime < Infinity)
  .map(one => one.finished.catch(() => null)))"""
CONTRAST = ("color-contrast",)
LOOKS = (  # contrast takes most of the time: measured in light and in dark where everything is in sight
    ("wide", "light", {}),
    ("wide", "dark", {"only": CONTRAST}),
    ("narrow", "dark", {"but": CONTRAST}),
)


def _problems(page: Page, barriers: Callable[..., list[str]]) -> Iterator[str]:
    """What is wrong with the page that is open, in its three looks."""
    for size, scheme, rules in LOOKS:
        page.set_viewport_size(SIZES[size])
        page.emulate_media(color_scheme=scheme)
        page.wait_for_selector(f"html[data-bs-theme={scheme}]")
        page.evaluate(SETTLED)
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
            page.goto(demo.address + url, wait_until="load")
            found += [f"{url} {problem}" for problem in _problems(page, barriers)]
            found += [f"{url}: {said}" for said in complaints]
            complaints.clear()

    assert len(urls) > 20
    assert found == []


def test_a_barrier_is_seen(browser: Browser, barriers: Callable[..., list[str]], demo: Served) -> None:
    with signed_in(browser, demo, "officer") as (page, complaints):
        page.set_viewport_size(SIZES["narrow"])
        page.goto(demo.address + "/")
        page.evaluate("""document.querySelector('main').insertAdjacentHTML('beforeend',
            '<img src="/static/phoihop/favicon.svg" width="900"><p style="color: red">x</p>')""")

        assert any("image-alt" in one for one in barriers(page))
        assert any("Content Security Policy" in one for one in complaints)
        assert _sideways(page)
