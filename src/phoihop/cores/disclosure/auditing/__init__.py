"""What attackers can derive from a publication, and whether it may go out."""

from phoihop.cores.disclosure.auditing.audit import audit
from phoihop.cores.disclosure.auditing.derive import derive
from phoihop.cores.disclosure.auditing.report import Audit, Finding, Interval

__all__ = ["Audit", "Finding", "Interval", "audit", "derive"]
