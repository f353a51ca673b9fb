from decimal import Decimal

from phoihop.clauses.towers.actions.registry import masts, tenancies
from phoihop.clauses.towers.drawing import GROUND, LEAST_GAP, TOP, draw_mast


def test_heights_are_to_scale_and_names_do_not_touch(vnpt, viettel, post, mast_of):
    mast = mast_of(vnpt, height_m=Decimal(40))
    for member, height in ((viettel, "40"), (post, "39.5")):
        tenancies.add_tenancy(actor=vnpt, mast=mast, operator=member.party, antenna_height_m=Decimal(height))
    full = masts.add_band(actor=vnpt, mast=mast, from_m=Decimal(39), to_m=Decimal(40), slots=1)
    free = masts.add_band(actor=vnpt, mast=mast, from_m=Decimal(0), to_m=Decimal(20), slots=1)

    made = draw_mast(mast, mast.tenancies.select_related("operator"), [full, free])

    assert (made.antennas[0].y, made.antennas[0].label) == (TOP, "Viettel")
    assert made.antennas[1].label_y - made.antennas[0].label_y == LEAST_GAP
    assert [(shape.full, shape.y) for shape in made.bands] == [(True, TOP), (False, (TOP + GROUND) / 2)]
    assert [mark.metres for mark in made.marks] == [0, 10, 20, 30, 40]
