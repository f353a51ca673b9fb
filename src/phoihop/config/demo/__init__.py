"""The demo year: real geography of Hải Dương, invented people and plainly invented figures, built relative to today."""

from phoihop.config.demo.build import build, build_if_absent

__all__ = ["build", "build_if_absent"]
