"""Requests to share a mast: the request with its steps and clocks, offers, messages, mediation, rules."""

from phoihop.clauses.towers.models.sharing.codes import ShareCode
from phoihop.clauses.towers.models.sharing.mediation import Mediation, MediationNote, MediationOutcome
from phoihop.clauses.towers.models.sharing.offers import OfferStatus, SharingOffer
from phoihop.clauses.towers.models.sharing.request import SharingRequest
from phoihop.clauses.towers.models.sharing.rules import ReasonUse, SharingReason, SharingRule
from phoihop.clauses.towers.models.sharing.states import (
    CLOSED,
    REQUEST_TRANSITIONS,
    AskedBy,
    RequestStatus,
)
from phoihop.clauses.towers.models.sharing.steps import SharingPause, SharingStep, SharingSurvey, SurveyStatus
from phoihop.clauses.towers.models.sharing.talks import SharingAttachment, SharingMessage

__all__ = [
    "CLOSED",
    "REQUEST_TRANSITIONS",
    "AskedBy",
    "Mediation",
    "MediationNote",
    "MediationOutcome",
    "OfferStatus",
    "ReasonUse",
    "RequestStatus",
    "ShareCode",
    "SharingAttachment",
    "SharingMessage",
    "SharingOffer",
    "SharingPause",
    "SharingReason",
    "SharingRequest",
    "SharingRule",
    "SharingStep",
    "SharingSurvey",
    "SurveyStatus",
]
