"""Every page of the demo year in a real browser: no barrier, no sideways scrolling, nothing the policy refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.demo import PEOPLE, Served, signed_in
from tests.pages.looking import SIZES, Eyes, Known, sideways

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.mark.long
@pytest.mark.parametrize("name", PEOPLE)
def test_every_page(
    name: str, browser: Browser, barriers: Callable[..., list[str]], demo: Served, known: Known
) -> None:
    urls = demo.visits[name].urls
    found: list[str] = []
    with (
        signed_in(browser, demo, name, colours="light") as (light, complaints),
        signed_in(browser, demo, name, colours="dark") as (dark, more_complaints),
    ):
        eyes = Eyes(light, dark, barriers, known)
        for url in urls:
            found += [f"{url} {problem}" for problem in eyes.problems(demo.address + url)]
            found += [f"{url}: {said}" for said in complaints + more_complaints]
            complaints.clear()
            more_complaints.clear()

    assert len(urls) > 20
    assert found == []


@pytest.fixture
def sign_in_page(browser: Browser, live_server, complaints: list[str]):
    context = browser.new_context(viewport=SIZES["narrow"])
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text))
    page.goto(live_server.url + "/account/login/")
    yield page
    context.close()


@pytest.fixture
def complaints() -> list[str]:
    return []


def test_a_barrier_is_seen(sign_in_page: Page, barriers: Callable[..., list[str]], complaints: list[str]) -> None:
    sign_in_page.evaluate("""document.querySelector('main').insertAdjacentHTML('beforeend',
        '<img src="/static/phoihop/favicon.svg"><p style="color: red">x</p>')""")
    sign_in_page.evaluate("document.querySelector('main').style.minWidth = '900px'")

    assert any("image-alt" in one for one in barriers(sign_in_page, within="#main"))
    assert any("Content Security Policy" in one for one in complaints)
    assert sideways(sign_in_page)


@pytest.mark.parametrize(
    ("change", "new"),
    [
        ("", None),
        ("main.querySelector('h1').textContent = 'Other words'", None),
        ("main.querySelector('h1').textContent = ''", "#main"),
        ("main.querySelector('h1').classList.add('text-red')", "#main"),
        ("main.querySelector('input[type=email]').removeAttribute('id')", "#main"),
        ("main.insertAdjacentHTML('beforeend', '<ul><li>1</li><li>2</li></ul>')", "#main"),
        ("document.querySelector('header').setAttribute('role', 'menu')", ":root"),
    ],
)
def test_a_page_is_new_when_it_is_built_otherwise(sign_in_page: Page, tmp_path, change: str, new: str | None) -> None:
    known = Known(tmp_path)
    first = known.news(sign_in_page)

    sign_in_page.evaluate(f"const main = document.getElementById('main'); {change}")

    assert (first, known.news(sign_in_page)) == (":root", new)
