"""A small form to check figures against."""

from phoihop.clauses.briefings.checking import Breakdown, FormShape, IndicatorShape, Member, RuleShape, parse

TECHNOLOGY = Breakdown("technology", "Công nghệ", (Member("4g", "4G"), Member("5g", "5G")))


def form(*rules, **indicator):
    """Stations by technology (or as told), subscribers and revenue, and ``rules``."""
    about = {"breakdowns": (TECHNOLOGY,), "required": False} | indicator
    others = (IndicatorShape(code, code, required=False) for code in ("thue_bao", "doanh_thu"))
    return FormShape((IndicatorShape("tram", "Trạm", **about), *others), rules)


def rule(kind, left, right="", **said):
    """A rule with the sides parsed."""
    return RuleShape("r1", kind, parse(left), right=parse(right) if right else None, message="Xem lại.", **said)
