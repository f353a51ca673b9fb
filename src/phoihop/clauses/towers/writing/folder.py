"""A folder that is written whole or not at all."""

from phoihop.base.folders import MARK, NotOurs, check_folder, whole_folder

__all__ = ["MARK", "NotOurs", "check_folder", "whole_folder"]
