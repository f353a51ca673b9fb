"""Forms of sharing requests."""

from phoihop.clauses.towers.forms.sharing.asking import CodeAskForm, PlaceAskForm, WishForm
from phoihop.clauses.towers.forms.sharing.settings import CodeForm, ReasonForm, RuleForm
from phoihop.clauses.towers.forms.sharing.steps import (
    AgreementForm,
    DayForm,
    EndForm,
    NoteForm,
    PauseForm,
    RefuseForm,
    RouteForm,
    SurveyForm,
    SurveyResultForm,
    TakeBackForm,
    WithdrawForm,
)
from phoihop.clauses.towers.forms.sharing.talks import (
    AnswerForm,
    MediationAskForm,
    MediationCloseForm,
    MediationNoteForm,
    MessageForm,
    OfferForm,
)

__all__ = [
    "AgreementForm",
    "AnswerForm",
    "CodeAskForm",
    "CodeForm",
    "DayForm",
    "EndForm",
    "MediationAskForm",
    "MediationCloseForm",
    "MediationNoteForm",
    "MessageForm",
    "NoteForm",
    "OfferForm",
    "PauseForm",
    "PlaceAskForm",
    "ReasonForm",
    "RefuseForm",
    "RouteForm",
    "RuleForm",
    "SurveyForm",
    "SurveyResultForm",
    "TakeBackForm",
    "WishForm",
    "WithdrawForm",
]
