"""What the package says of itself."""

import doctest
import importlib
import pkgutil

import pytest

from phoihop.cores import disclosure

MODULES = [
    it.name for it in pkgutil.walk_packages(disclosure.__path__, f"{disclosure.__name__}.") if ".tests" not in it.name
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_everything_promised_is_there():
    for name in disclosure.__all__:
        assert getattr(disclosure, name).__doc__ or name == "TOTAL"
