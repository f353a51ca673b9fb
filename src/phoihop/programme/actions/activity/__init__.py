"""What is done to activities."""

from phoihop.programme.actions.activity.lifecycle import (
    cancel_activity,
    close_activity,
    create_activity,
    edit_activity,
    hold_activity,
    open_activities,
    open_activity,
    postpone_activity,
    reopen_activity,
    reschedule_activity,
)
from phoihop.programme.actions.activity.participation import (
    Attendance,
    add_participants,
    answer_invitation,
    invite_participants,
    record_attendance,
    record_attendance_of_all,
    remove_participant,
    send_attendees,
    take_reply,
)
from phoihop.programme.actions.activity.reopening import reopen_results
from phoihop.programme.actions.activity.results import (
    add_evidence,
    record_minutes,
    record_outcome,
    remove_evidence,
    remove_outcome,
)

__all__ = [
    "Attendance",
    "add_evidence",
    "add_participants",
    "answer_invitation",
    "cancel_activity",
    "close_activity",
    "create_activity",
    "edit_activity",
    "hold_activity",
    "invite_participants",
    "open_activities",
    "open_activity",
    "postpone_activity",
    "record_attendance",
    "record_attendance_of_all",
    "record_minutes",
    "record_outcome",
    "remove_evidence",
    "remove_outcome",
    "remove_participant",
    "reopen_activity",
    "reopen_results",
    "reschedule_activity",
    "send_attendees",
    "take_reply",
]
