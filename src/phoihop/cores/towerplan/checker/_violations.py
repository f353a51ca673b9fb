"""What the checker can find wrong, as codes for a caller to translate, and in plain English."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass


class Rule(enum.StrEnum):
    """The rule that a plan breaks."""

    SHAPE = "shape"
    CHOICE = "choice"
    TARGET = "target"
    MEMBERS = "members"
    RING = "ring"
    HEIGHT = "height"
    SLOTS = "slots"
    WIND = "wind"
    TENANCY = "tenancy"
    OPERATORS = "operators"
    OWNER_VETO = "owner_veto"
    OPERATOR_VETO = "operator_veto"
    MAST_DECLINED = "mast_declined"
    NEED_DECLINED = "need_declined"
    CLASS = "class"
    FORBIDDEN = "forbidden"
    AESTHETIC = "aesthetic"
    SPACING_EXISTING = "spacing_existing"
    SPACING_NEW = "spacing_new"
    AGREEMENT = "agreement"
    RENT = "rent"
    BUILD = "build"
    TOTAL = "total"
    BOUND = "bound"
    UNSERVED_BOUND = "unserved_bound"
    REASON = "reason"


WORDS: Mapping[Rule, str] = {
    Rule.SHAPE: "The plan's {part} has {found} entries; {expected} are needed.",
    Rule.CHOICE: "Need {need}: the plan says {found}, but it is {expected}.",
    Rule.TARGET: "Need {need}: there is no mast at position {found}.",
    Rule.MEMBERS: "New mast {mast}: its members are {found}, but those that the plan sends there are {expected}.",
    Rule.RING: "Need {need}: mast {mast} stands {found} m from the centre of its ring; {limit} m are allowed.",
    Rule.HEIGHT: "Need {need}: mast {mast} is {found} m high; its antennas want {limit} m.",
    Rule.SLOTS: "Mast {mast}: from band {band} up {found} tenants want a place; {limit} are free. Needs: {needs}.",
    Rule.WIND: "Mast {mast}: its new tenants load it with {found} m²; it carries {limit} m². Needs: {needs}.",
    Rule.TENANCY: "Mast {mast}: operator {operator} would stand there twice. Needs: {needs}.",
    Rule.OPERATORS: "Mast {mast}: {found} operators would share it; {limit} are allowed. Needs: {needs}.",
    Rule.OWNER_VETO: "Need {need}: {owner} does not let mast {mast} to {operator}.",
    Rule.OPERATOR_VETO: "New mast {mast}: {first} and {second} do not build together. Needs: {needs}.",
    Rule.MAST_DECLINED: "Need {need}: mast {mast} has been declined for it.",
    Rule.NEED_DECLINED: "New mast {mast}: sharing by needs {first} and {second} has been declined.",
    Rule.CLASS: "New mast {mast}: class {found} is not built {height} m high.",
    Rule.FORBIDDEN: "New mast {mast} stands in zone {zone}, where no mast may be built.",
    Rule.AESTHETIC: "New mast {mast} of class {found} stands in zone {zone}, which lets in concealed masts alone.",
    Rule.SPACING_EXISTING: "New mast {mast} stands {found} m from mast {other}; {limit} m are the least.",
    Rule.SPACING_NEW: "New masts {mast} and {other} stand {found} m apart; {limit} m are the least.",
    Rule.AGREEMENT: "What was agreed for needs {needs} is not in the plan.",
    Rule.RENT: "Need {need}: the plan counts {found} units of rent; it is {expected}.",
    Rule.BUILD: "New mast {mast}: the plan counts {found} units; it costs {expected}.",
    Rule.TOTAL: "The plan says that it costs {found} units; its parts add up to {expected}.",
    Rule.BOUND: "The proven bound of {found} units is above the cost of {limit}.",
    Rule.UNSERVED_BOUND: "The plan leaves {found} needs unserved, yet claims that no plan leaves fewer than {limit}.",
    Rule.REASON: "Need {need}: the reason for leaving it unserved is {found}.",
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule that a plan breaks, where.

    :param facts: the blanks of the sentence: ids, names, numbers
    """

    rule: Rule
    facts: Mapping[str, object]

    def __str__(self) -> str:
        """The sentence in English.

        >>> str(Violation(Rule.TARGET, {"need": "N1", "found": 7}))
        'Need N1: there is no mast at position 7.'
        """
        return WORDS[self.rule].format(**{name: _plain(value) for name, value in self.facts.items()})


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)
