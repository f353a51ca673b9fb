"""Rows about people and parties."""

from phoihop.people.models.membership import Handover, Invitation, Membership
from phoihop.people.models.party import Division, Party, PartyContact, Service, Succession, SuccessionKind
from phoihop.people.models.units import AdminUnit, UnitLevel, Zone
from phoihop.people.models.user import User

__all__ = [
    "AdminUnit",
    "Division",
    "Handover",
    "Invitation",
    "Membership",
    "Party",
    "PartyContact",
    "Service",
    "Succession",
    "SuccessionKind",
    "UnitLevel",
    "User",
    "Zone",
]
