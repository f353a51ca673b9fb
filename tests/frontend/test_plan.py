import pytest

pytestmark = pytest.mark.browser


def _posted(page, served, count=1):
    for _ in range(50):
        if len(served.posts) >= count:
            break
        page.wait_for_timeout(100)
    return served.posts


def _drag_right(page, locator, pixels):
    locator.scroll_into_view_if_needed()
    box = locator.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + pixels, y, steps=6)
    page.mouse.up()


def test_a_dropped_event_is_posted_with_its_new_days(page, served):
    page.locator(".fc-event", has_text="Giao ban").drag_to(page.locator('.fc-day[data-date="2026-04-10"]'))

    assert _posted(page, served) == [("/move/a", "start=2026-04-10&end=2026-04-10&all_day=1")]


def test_a_refused_move_goes_back_and_says_why(page, served):
    served.refusal = "Kế hoạch đã chốt."

    page.locator(".fc-event", has_text="Giao ban").drag_to(page.locator('.fc-day[data-date="2026-04-10"]'))
    page.wait_for_selector(".live-note")

    assert page.locator(".live-note").inner_text() == "Kế hoạch đã chốt."
    assert page.locator('.fc-day[data-date="2026-04-08"] .fc-event').count() == 1


def test_a_dragged_bar_is_posted_once_with_its_length_kept(page, served):
    _drag_right(page, page.locator(".bar-wrapper[data-id=b] .bar"), 80)

    (path, sent), *more = _posted(page, served)
    days = dict(pair.split("=") for pair in sent.split("&"))

    assert more == []
    assert path == "/bar/b"
    assert days["start"] > "2026-06-01"
    assert int(days["end"][-2:]) - int(days["start"][-2:]) == 9


def test_rows_dropped_elsewhere_are_posted_in_their_new_order(page, served):
    rows = page.locator("[data-sortable] li")
    rows.first.scroll_into_view_if_needed()
    rows.first.drag_to(rows.nth(1))

    assert _posted(page, served) == [("/order", "order=2&order=1")]
