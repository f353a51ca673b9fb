"""Rows about people and parties."""

from phoihop.people.models.membership import Handover, Invitation, Membership
from phoihop.people.models.party import Division, Party, PartyContact, Service, Succession, SuccessionKind
from phoihop.people.models.user import User

__all__ = [
    "Division",
    "Handover",
    "Invitation",
    "Membership",
    "Party",
    "PartyContact",
    "Service",
    "Succession",
    "SuccessionKind",
    "User",
]
