"""Rows about telling people things."""

from phoihop.notices.models.feed import Feed
from phoihop.notices.models.notice import Notice, OutgoingMail, Reminder

__all__ = ["Feed", "Notice", "OutgoingMail", "Reminder"]
