import pytest

pytestmark = pytest.mark.browser


def test_nothing_is_refused_by_the_policy(page, complaints):
    page.wait_for_selector("[data-chart] canvas")
    page.wait_for_selector(".gantt .bar")

    assert complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_parts_meet_wcag_in_light_and_dark(page, barriers, theme):
    page.evaluate("theme => localStorage.setItem('theme', theme)", theme)
    page.reload()
    page.wait_for_selector(".fc-event")

    assert page.locator("html").get_attribute("data-bs-theme") == theme
    assert barriers(page) == []


def test_nothing_is_wider_than_a_narrow_screen(page):
    page.set_viewport_size({"width": 360, "height": 800})
    page.reload()
    page.wait_for_selector(".fc")

    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_tables_stack_on_a_narrow_screen(page):
    page.set_viewport_size({"width": 360, "height": 800})

    name, due = (cell.bounding_box() for cell in page.locator(".table-stack td").all())

    assert due["y"] > name["y"]


def test_the_font_has_every_vietnamese_letter(page):
    assert page.evaluate("document.fonts.load('400 16px \"Be Vietnam Pro\"', 'ệữẫđơ').then(faces => faces.length)") >= 1


def test_names_of_bars_are_text_and_not_markup(page):
    assert page.locator(".gantt .bar-label", has_text="<b>và</b>").count() == 1
