"""Tags and filters of every page; loaded for all templates."""

from phoihop.base.templatetags.ui import drawn, figures, frame, maps, marks, texts  # each joins the library
from phoihop.base.templatetags.ui.registry import register

__all__ = ["drawn", "figures", "frame", "maps", "marks", "register", "texts"]
