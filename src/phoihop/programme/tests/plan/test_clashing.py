"""Clashes: weekends, named days, other items of the same parties."""

from __future__ import annotations

import datetime as dt
import uuid

from hypothesis import given
from hypothesis import strategies as st

from phoihop.programme.clashing import CAMPAIGN_DAYS, MOST, ItemFacts, clashes
from phoihop.programme.drafting import DayFacts

VNPT, VIETTEL, POST = (uuid.uuid4() for _ in range(3))
MONDAY, SATURDAY = dt.date(2026, 6, 15), dt.date(2026, 6, 20)
NATIONAL = DayFacts("quoc-khanh", "Quốc khánh", dt.date(2026, 9, 2), dt.date(2026, 9, 3), is_holiday=True)
POST_DAY = DayFacts("buu-dien", "Ngày Bưu điện", dt.date(2026, 8, 14), dt.date(2026, 8, 14), is_holiday=False)


def item(first: dt.date, last: dt.date | None = None, *, parties=(VNPT,), title="Việc", **values) -> ItemFacts:
    return ItemFacts(uuid.uuid4(), title, first, last or first, frozenset(parties), **values)


def kinds(one: ItemFacts, found) -> list[str]:
    return [clash.kind for clash in found.get(one.id, ())]


def test_nothing_in_the_way_is_not_listed():
    assert clashes([item(MONDAY)], [NATIONAL]) == {}


def test_weekend_is_told():
    one = item(SATURDAY)

    assert kinds(one, clashes([one], [])) == ["weekend"]


def test_each_day_off_is_told_once():
    one = item(dt.date(2026, 9, 2), dt.date(2026, 9, 3))

    (clash,) = clashes([one], [NATIONAL])[one.id]

    assert (clash.kind, clash.on, clash.title) == ("holiday", dt.date(2026, 9, 2), "Quốc khánh")


def test_the_day_it_is_held_for_is_no_clash():
    other, own = item(POST_DAY.starts_on, parties=[POST]), item(POST_DAY.starts_on, day_code="buu-dien")

    found = clashes([other, own], [POST_DAY])

    assert (kinds(other, found), kinds(own, found)) == (["day"], [])


def test_same_parties_on_the_same_day_clash_both_ways():
    one, two = item(MONDAY, parties=[VNPT, POST], title="A"), item(MONDAY, parties=[VNPT, VIETTEL], title="B")

    found = clashes([one, two], [])

    assert [(clash.title, clash.party_ids) for clash in found[one.id]] == [("B", frozenset([VNPT]))]
    assert [clash.title for clash in found[two.id]] == ["A"]


def test_other_parties_do_not_clash():
    assert clashes([item(MONDAY, parties=[VNPT]), item(MONDAY, parties=[VIETTEL])], []) == {}


def test_campaign_runs_beside_meetings():
    campaign = item(MONDAY, MONDAY + dt.timedelta(days=CAMPAIGN_DAYS))

    assert clashes([campaign, item(MONDAY)], []) == {}


def test_item_of_another_plan_is_told_but_gets_no_entry():
    own, other = item(MONDAY), item(MONDAY, title="Chương trình khác")

    found = clashes([own], [], beside=[other])

    assert list(found) == [own.id]
    assert found[own.id][0].title == "Chương trình khác"


def test_only_the_first_few_are_told():
    items = [item(MONDAY, title=str(number)) for number in range(MOST + 4)]

    assert all(len(found) == MOST for found in clashes(items, []).values())


ITEMS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 16), st.sets(st.sampled_from([VNPT, VIETTEL, POST]), min_size=1)),
    max_size=8,
)


@given(ITEMS)
def test_agrees_with_comparing_every_pair(drawn):
    items = [
        item(MONDAY + dt.timedelta(days=start), MONDAY + dt.timedelta(days=start + length), parties=parties)
        for start, length, parties in drawn
    ]

    found = clashes(items, [])

    for one in items:
        busy = [
            other for other in items
            if other is not one and not one.is_campaign and not other.is_campaign and one.party_ids & other.party_ids
            and one.starts_on <= other.ends_on and other.starts_on <= one.ends_on
        ]  # fmt: skip
        told = {clash.other_id for clash in found.get(one.id, ()) if clash.kind == "item"}
        assert told <= {other.id for other in busy}
        assert len(told) == min(len(busy), MOST)
