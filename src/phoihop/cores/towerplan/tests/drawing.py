"""Tiny worlds drawn by Hypothesis, with rules switched on by name."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import strategies as st

from phoihop.cores.towerplan.model import Costs, Fixed, MastClass, Vetoes, Zone, ZoneKind
from phoihop.cores.towerplan.tests.worlds import BANDS, M, N, world

RULES = ("bands", "wind", "tenants", "most", "spacing", "zones", "vetoes", "fixed", "money")
CROWDED = "crowded"
"""No rule of its own: wide spacing that differs by class, both classes on offer, and nothing that stands."""
CRAMPED = "cramped"
"""No rule of its own: three masts without a free place, whose spacing leaves little of the rings."""
OPERATORS = ("red", "green", "blue")
NOTHING = float("nan")
AT = st.integers(0, 9).map(lambda step: step * 60.0)
PLACES = st.tuples(AT, AT)
OPERATOR = st.integers(0, 2)
HEIGHTS = st.sampled_from([6.0, 9.0, 11.9, 12.0, 12.0, 15.0, 21.0])
LOADS = st.sampled_from([0.0, 0.5, 1.25, 3.0])
WINDS = st.sampled_from([NOTHING, 0.0, 1.25, 3.0, 4.25])
ROOMY, FULL = (2,) * BANDS, (0,) * BANDS


def _standing(draw, rules):
    if CRAMPED in rules or CROWDED in rules:
        return 3 if CRAMPED in rules else 0
    return draw(st.integers(0, 3))


@st.composite
def worlds(draw, rules):
    """A world of at most five needs and three masts; a rule that is not named binds nobody."""
    masts = [M(f"m{at}", *draw(_masts(rules))) for at in range(_standing(draw, rules))]
    needs = [N(f"n{at}", *draw(_needs(rules))) for at in range(draw(st.sampled_from([5, 4, 3, 2, 1])))]
    given = {
        "operators": OPERATORS,
        "max_operators": draw(st.integers(1, 3)) if "most" in rules else 3,
        "zones": tuple(draw(st.lists(_zones(), max_size=3))) if "zones" in rules else (),
        "spacing_m": draw(_keeping(rules)) if "spacing" in rules else {},
        "vetoes": draw(_vetoes(masts, needs)) if "vetoes" in rules else Vetoes(),
    }
    if "money" in rules:
        given |= {"years": draw(st.integers(0, 12)), "discount": draw(st.sampled_from([0.0, 0.05, 0.08]))}
    drawn = world(masts, needs, costs=draw(_costs(rules)), **given)
    return drawn.ruled(fixed=draw(_fixed(masts, needs, given["max_operators"]))) if "fixed" in rules else drawn


def _masts(rules):
    free = st.lists(st.integers(0, 1), min_size=BANDS, max_size=BANDS).map(tuple)
    return st.tuples(
        AT,
        AT,
        st.integers(-1, 2),
        st.sampled_from([0, 0, 1, 2, 4, 3]) if "tenants" in rules else st.just(0),
        st.sampled_from([9.0, 12.0, 15.0, 24.0]) if "bands" in rules else st.just(24.0),
        st.sampled_from(["A2b", "A1b"]),
        st.just(FULL) if CRAMPED in rules else free if "bands" in rules else st.just(ROOMY),
        st.sampled_from([NOTHING, 0.0, 60.0, 450.0]) if "money" in rules else st.just(NOTHING),
        WINDS if "wind" in rules else st.just(NOTHING),
    )


def _needs(rules):
    radius = st.sampled_from([130.0, 180.0] if CRAMPED in rules else [100.0, 180.0, 300.0, 480.0])
    height = HEIGHTS if "bands" in rules else st.just(9.0)
    return st.tuples(OPERATOR, AT, AT, radius, height, LOADS if "wind" in rules else st.just(0.0))


@st.composite
def _zones(draw):
    west, east = sorted(draw(st.lists(st.integers(-3, 12), min_size=2, max_size=2, unique=True)))
    south, north = sorted(draw(st.lists(st.integers(-3, 12), min_size=2, max_size=2, unique=True)))
    # Off the lattice of the places, so that no place lies on a boundary by chance.
    shape = shapely.box(west * 60 - 7, south * 60 - 7, east * 60 + 7, north * 60 + 7)
    if draw(st.booleans()):
        shape = shapely.convex_hull(shape.difference(shapely.box(west * 60 - 8, south * 60 - 8, west * 60, south * 60)))
    kind = draw(st.sampled_from(list(ZoneKind)))
    code = draw(st.sampled_from(["town", "village"])) if kind is ZoneKind.SPACING else f"{kind}"
    return Zone(code, kind, shape)


@st.composite
def _spacing(draw):
    key = st.tuples(st.sampled_from(["A2b", "A1b", "*"]), st.sampled_from(["town", "village", "elsewhere", "*"]))
    special = draw(st.dictionaries(key, st.sampled_from([0.0, 70.0, 150.0, 300.0, 450.0]), max_size=3))
    return {("*", "*"): draw(st.sampled_from([400.0, 150.0, 0.0])), **special}


def _keeping(rules):
    if CRAMPED in rules:
        return st.sampled_from([230.0, 190.0, 260.0]).map(lambda keep: {("*", "*"): keep, ("A1b", "*"): keep - 25.0})
    return _crowding() if CROWDED in rules else _spacing()


def _crowding():
    return st.fixed_dictionaries(
        {("A2b", "*"): st.sampled_from([450.0, 300.0]), ("A1b", "*"): st.sampled_from([0.0, 70.0, 150.0, 300.0])},
        optional={("A2b", "town"): st.just(150.0), ("A1b", "village"): st.just(450.0)},
    )


@st.composite
def _vetoes(draw, masts, needs):
    pairs = st.tuples(OPERATOR, OPERATOR)
    mast_ids, need_ids = [it.id for it in masts], [it.id for it in needs]
    declined = st.nothing() if not masts else st.tuples(st.sampled_from(need_ids), st.sampled_from(mast_ids))
    partners = st.tuples(st.sampled_from(need_ids), st.sampled_from(need_ids))
    return Vetoes(
        owner_tenant=draw(st.frozensets(pairs, max_size=3)),
        operators=draw(st.frozensets(pairs.filter(lambda it: it[0] < it[1]), max_size=2)),
        need_mast=draw(st.frozensets(declined, max_size=2)) if masts else frozenset(),
        need_need=draw(st.frozensets(partners.filter(lambda it: it[0] < it[1]), max_size=2))
        if len(needs) > 1
        else frozenset(),
    )


@st.composite
def _costs(draw, rules):
    extra = draw(st.sampled_from([0, 13, 200])) if "money" in rules else 20
    steps = ((12.0, 500), (18.0, 600), (24.0, 720))
    kept = (
        [step for step in steps if step[0] >= draw(st.sampled_from([12.0, 12.0, 24.0]))] if "bands" in rules else steps
    )
    limited = "wind" in rules and "fixed" not in rules
    wind = (1.5, 3.0, 6.0)[3 - len(kept) :] if limited and draw(st.booleans()) else ()
    lattice = MastClass("A2b", tuple(it[0] for it in kept), tuple(it[1] for it in kept), False, wind, extra)
    hidden = MastClass("A1b", (12.0, 18.0), (800, 900), concealed=True, extra_tenant_vnd=extra)
    tables = [(lattice,), (lattice, hidden), (hidden,)]
    if CROWDED in rules:
        tables = tables[1:2]
    classes = draw(st.sampled_from(tables[:2] if "fixed" in rules else tables))
    unit = draw(st.sampled_from([1, 7, 100])) if "money" in rules else 1
    return Costs(classes=classes, rent_vnd=draw(st.sampled_from([30, 100, 550])), unit_vnd=unit)


@st.composite
def _fixed(draw, masts, needs, most):
    """Agreements that are possible by room: one on a tall empty mast, one on a new mast of two operators at most."""
    found, left = [], list(needs)
    roomy = [it for it in masts if it.height == 24.0 and it.free[-1] and not it.tenants and np.isnan(it.wind)]
    if roomy and draw(st.booleans()):
        tenant = draw(st.sampled_from(left))
        left.remove(tenant)
        found.append(Fixed((tenant.id,), mast=roomy[0].id))
    if left and draw(st.booleans()):
        first = draw(st.sampled_from(left))
        others = [it for it in left if it.operator != first.operator and most > 1]
        members = [first, *(draw(st.lists(st.sampled_from(others), max_size=1)) if others else [])]
        xy = tuple(map(float, draw(PLACES)))
        found.append(Fixed(tuple(sorted(it.id for it in members)), xy=xy, class_code="A2b"))
    return tuple(found)
