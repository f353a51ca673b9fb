"""Rows of the ground floor."""

from phoihop.base.models.audit import AuditEntry, AuditHead
from phoihop.base.models.files import StoredFile
from phoihop.base.models.jobs import Job, JobState
from phoihop.base.models.record import Record

__all__ = ["AuditEntry", "AuditHead", "Job", "JobState", "Record", "StoredFile"]
