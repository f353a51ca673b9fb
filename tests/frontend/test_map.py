from urllib.parse import unquote_plus

import pytest

pytestmark = pytest.mark.browser
MIDDLE = (106.35, 20.95)


@pytest.fixture
def map_page(window, served):
    """The page with a map, drawn."""
    window.goto(served.address + "map")
    window.wait_for_selector("[data-drawn=yes]")
    return window


def _button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def test_a_map_is_drawn_under_the_policy_without_anything_from_outside(window, served, complaints):
    asked = []
    window.on("request", lambda request: asked.append(request.url))

    window.goto(served.address + "map")
    window.wait_for_selector("[data-drawn=yes]")

    assert complaints == []
    assert any(url.endswith("provinces.geojson") for url in asked)
    assert [url for url in asked if not url.startswith((served.address, "blob:"))] == []


def test_a_click_tells_what_stands_there_as_text(map_page):
    map_page.locator("canvas").click()  # the mast stands in the middle

    card = map_page.locator(".map-card")
    assert card.locator("p").all_text_contents() == ["HD01 <b>", "Cao: 42 m"]
    assert card.locator("a").get_attribute("href") == "/map?mast=1"


def test_a_layer_that_is_switched_off_tells_nothing(map_page):
    map_page.get_by_label("Cột").uncheck()
    map_page.wait_for_timeout(500)
    map_page.locator("canvas").click()
    map_page.wait_for_timeout(500)

    assert map_page.locator(".map-card").count() == 0


def test_an_area_is_drawn_by_keyboard_alone(map_page):
    _button(map_page, "Vẽ vùng").press("Enter")
    finish = _button(map_page, "Xong")
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        assert finish.is_disabled()
        _button(map_page, "Thêm điểm giữa bản đồ").press("Enter")
        map_page.locator("canvas").press(key)
        map_page.wait_for_timeout(600)
    finish.press("Enter")
    map_page.wait_for_url("**/map?area=*")

    corners = [[float(value) for value in pair.split()] for pair in unquote_plus(map_page.url).split("=")[1].split(",")]
    assert len(corners) == 3
    assert corners[0] == pytest.approx(MIDDLE, abs=0.05)
    assert corners[0][0] < corners[1][0]
    assert corners[1][1] > corners[2][1]


def test_the_last_corner_can_be_taken_back(map_page):
    _button(map_page, "Vẽ vùng").click()
    for _ in range(3):
        _button(map_page, "Thêm điểm giữa bản đồ").click()
    _button(map_page, "Bỏ đỉnh cuối").click()

    assert _button(map_page, "Xong").is_disabled()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_map_meets_wcag_in_light_and_dark(map_page, barriers, theme):
    map_page.evaluate("theme => localStorage.setItem('theme', theme)", theme)
    map_page.reload()
    map_page.wait_for_selector("[data-drawn=yes]")

    assert barriers(map_page) == []


def test_the_map_fits_a_narrow_screen(map_page):
    map_page.set_viewport_size({"width": 360, "height": 800})
    map_page.reload()
    map_page.wait_for_selector("[data-drawn=yes]")

    assert map_page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_printer_gets_a_copy_of_the_drawing(map_page):
    painted = """() => {
        dispatchEvent(new Event("beforeprint"));
        const copy = document.querySelector(".map-printed");
        const pixels = new Uint32Array(copy.getContext("2d").getImageData(0, 0, copy.width, copy.height).data.buffer);
        dispatchEvent(new Event("afterprint"));
        return new Set(pixels).size;
    }"""

    assert map_page.evaluate(painted) > 10
    assert map_page.locator(".map-printed").count() == 0


def test_where_nothing_can_be_drawn_the_page_says_so(window, served):
    window.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    window.goto(served.address + "map")

    window.wait_for_selector(".map-refusal")
    assert window.locator(".map-refusal").text_content() == "Trình duyệt này không vẽ được bản đồ."
