import pytest

pytestmark = pytest.mark.browser


def test_slash_goes_to_the_search_box(page):
    page.keyboard.press("/")

    assert page.evaluate("document.activeElement.name") == "q"


def test_a_key_of_its_own_follows_a_link(page):
    page.keyboard.press("n")

    assert page.url.endswith("#new")


def test_the_list_of_shortcuts_names_them_all(page):
    page.keyboard.press("?")

    assert page.locator("dialog kbd").all_inner_texts() == ["/", "?", "n"]


def test_shortcuts_can_be_turned_off(page):
    page.keyboard.press("?")
    page.uncheck("dialog input")
    page.keyboard.press("Escape")

    page.keyboard.press("n")

    assert not page.url.endswith("#new")


def test_a_key_typed_into_a_field_stays_a_letter(page):
    page.locator("#name").press_sequentially("n?/")

    assert page.input_value("#name") == "n?/"
    assert not page.url.endswith("#new")


def test_the_choice_of_colours_is_kept(page):
    before = page.locator("html").get_attribute("data-bs-theme")
    page.click("[data-theme-toggle]")
    page.reload()

    assert page.locator("html").get_attribute("data-bs-theme") != before
