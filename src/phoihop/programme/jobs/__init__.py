"""Long work of the spine; importing this registers its handlers."""

from phoihop.programme.jobs import invitations

__all__ = ["invitations"]
