"""What people type about obstacles."""

from phoihop.clauses.briefings.forms.obstacles.raising import RaiseForm
from phoihop.clauses.briefings.forms.obstacles.steps import (
    AnswerForm,
    FollowForm,
    MergeForm,
    OpenForm,
    ReasonForm,
    TopicForm,
    TriageForm,
)
from phoihop.clauses.briefings.forms.obstacles.talks import AskedForm, FileForm, ForwardForm, NoteForm

__all__ = [
    "AnswerForm",
    "AskedForm",
    "FileForm",
    "FollowForm",
    "ForwardForm",
    "MergeForm",
    "NoteForm",
    "OpenForm",
    "RaiseForm",
    "ReasonForm",
    "TopicForm",
    "TriageForm",
]
