"""Tags and filters of every page."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

NOON = dt.datetime(2026, 6, 15, 12, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def _filter(name: str, value) -> str:
    return _draw(f"{{{{ value|{name} }}}}", value=value)


def _draw(text: str, path: str = "/", **values) -> str:
    return Template(text).render(Context({"request": RequestFactory().get(path), **values}))


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [(1923, "1.923", "1,923"), ("92.20", "92,2", "92.2"), (0, "0", "0"), ("1000000.5", "1.000.000,5", "1,000,000.5"),
     (100, "100", "100"), (None, "", ""), ("x", "", ""), (-1500, "-1.500", "-1,500")],
)  # fmt: skip
def test_numbers(value, vi, en):
    assert _filter("number", value) == vi
    with translation.override("en"):
        assert _filter("number", value) == en


def test_money_and_shares():
    assert _filter("vnd", 83000000) == "83.000.000 đ"
    assert _filter("vnd", None) == ""
    assert _filter("percent", "0.922") == "92,2 %"


def test_days_and_moments():
    assert _filter("day", dt.date(2026, 4, 8)) == "08/04/2026"
    assert _filter("day", "2026-04-08") == "08/04/2026"
    assert _filter("day", dt.datetime(2026, 4, 7, 17, 30, tzinfo=dt.UTC)) == "08/04/2026"
    assert _filter("moment", dt.datetime(2026, 4, 7, 17, 30, tzinfo=dt.UTC)) == "00:30 08/04/2026"
    assert (_filter("day", None), _filter("moment", None), _filter("due", None)) == ("", "", "")


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [(15, "hôm nay", "today"), (18, "còn 3 ngày", "3 days left"), (16, "còn 1 ngày", "1 day left"),
     (13, "quá hạn 2 ngày", "2 days overdue"), (14, "quá hạn 1 ngày", "1 day overdue")],
)  # fmt: skip
def test_how_long_is_left(day, vi, en):
    with time_machine.travel(NOON):
        assert _filter("due", dt.date(2026, 6, day)) == vi
        with translation.override("en"):
            assert _filter("due", dt.date(2026, 6, day)) == en


def test_a_badge_says_the_state_in_words():
    assert _draw("{% badge 'closed' %}") == '<span class="badge bg-green-lt">Đã kết thúc</span>'
    assert _draw("{% badge 'x' label %}", label="<b>") == '<span class="badge bg-secondary-lt">&lt;b&gt;</span>'


def test_paragraphs_are_escaped():
    assert _filter("nl2p", "một\n\n<b>hai</b>\nba") == "<p>một</p>\n\n<p>&lt;b&gt;hai&lt;/b&gt;<br>ba</p>"


def test_a_sheet_has_headings_and_points():
    drawn = _filter("sheet", "# Kết luận\n\n- <b>một</b>\nhai")

    assert drawn == '<h4>Kết luận</h4><p class="mb-1 ms-3">– &lt;b&gt;một&lt;/b&gt;</p><p class="mb-2">hai</p>'


def test_an_icon_is_hidden_unless_it_has_a_label():
    assert 'aria-hidden="true"' in _draw("{% icon 'bell' %}")
    assert 'role="img" aria-label="Thông báo"' in _draw("{% icon 'bell' 'Thông báo' %}")


@pytest.mark.parametrize(("done", "whole", "share"), [(1, 4, 25), (5, 4, 100), (0, 0, 0), (None, 3, 0)])
def test_progress_is_told_in_words_too(done, whole, share):
    drawn = _draw("{% progress done whole %}", done=done, whole=whole)

    assert f'value="{share}"' in drawn
    assert f"{share} %" in drawn


def test_a_chart_is_data_and_never_code():
    drawn = _draw("{% chart 'c' option %}", option={"name": "</script><script>x"})

    assert '<script id="c" type="application/json">' in drawn
    assert "</script><script>x" not in drawn
    assert 'data-chart="c" data-label="Biểu đồ' in drawn


def test_a_button_that_changes_something_is_a_form():
    drawn = _draw("{% post_button '/x/' 'Gửi' icon='send' confirm='Gửi chứ?' %}", csrf_token="t0ken")

    assert '<form method="post" action="/x/"' in drawn.replace("  ", " ")
    assert "t0ken" in drawn
    assert "Gửi chứ?" in drawn


def test_links_keep_the_other_filters():
    assert _draw("{% keep_query page=2 %}", "/?q=a&page=1") == "?q=a&amp;page=2"
    assert _draw("{% keep_query q='' %}", "/?q=a&page=1") == "?page=1"


def test_an_anchor_begins_with_a_letter():
    pk = uuid.UUID("00000000-0000-0000-0000-000000000001")

    assert _filter("anchor", pk) == f"x{pk.hex}"
    assert _filter("anchor", "bases") == "xbases"


def test_an_empty_list_says_what_to_do():
    drawn = _draw("{% empty icon='list' title='Chưa có gì' text='Hãy thêm.' url='/new/' action='Thêm' %}")

    assert "Chưa có gì" in drawn
    assert 'href="/new/"' in drawn
