import pytest

pytestmark = pytest.mark.browser


def test_escape_closes_a_menu_and_gives_the_focus_back(page):
    page.click(".menu summary")
    page.focus(".menu a")

    page.keyboard.press("Escape")

    assert not page.locator(".menu a").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Tài khoản"


def test_a_click_elsewhere_closes_a_menu(page):
    page.click(".menu summary")

    page.click("h1")

    assert not page.locator(".menu a").is_visible()


def test_the_navigation_stands_open_on_a_wide_screen_and_slides_in_on_a_narrow_one(page):
    wide = page.locator(".sidebar a").is_visible()
    page.set_viewport_size({"width": 360, "height": 800})
    narrow = page.locator(".sidebar a").is_visible()

    page.click(".topbar-menu")
    opened = page.locator(".sidebar a").is_visible()
    page.keyboard.press("Escape")

    assert (wide, narrow, opened) == (True, False, True)
    assert not page.locator(".sidebar a").is_visible()
