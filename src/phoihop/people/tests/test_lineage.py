import datetime as dt

from phoihop.people.lineage import WIDTH, draw
from phoihop.people.models import Party, Succession

OLD = Party(name="Bưu điện", short_name="BĐ", valid_from=dt.date(2000, 1, 1), valid_to=dt.date(2009, 12, 31))
NEW = Party(name="Bưu điện mới", short_name="BĐM", valid_from=dt.date(2010, 1, 1))
CAME = Succession(predecessor=OLD, successor=NEW, on=dt.date(2010, 1, 1), kind="renamed")
TODAY = dt.date(2020, 1, 1)


def test_bars_follow_each_other_over_the_years():
    old, new = draw(NEW, [CAME], TODAY)

    assert (old.x, old.width) == (0, WIDTH // 2)
    assert (new.x, new.width) == (WIDTH // 2, WIDTH // 2)
    assert (old.current, new.current) == (False, True)
    assert new.came == CAME


def test_nothing_is_drawn_where_nobody_took_over():
    assert draw(NEW, [], TODAY) == []


def test_party_without_a_beginning_starts_before_what_is_known():
    unknown = Party(name="Rất cũ", short_name="RC", valid_to=dt.date(2009, 12, 31))
    first, _second = draw(
        NEW, [Succession(predecessor=unknown, successor=NEW, on=NEW.valid_from, kind="renamed")], TODAY
    )

    assert first.party is unknown
    assert first.x == 0
    assert first.width > 4
