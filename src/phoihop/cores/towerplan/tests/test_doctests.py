import doctest
import importlib
import pkgutil

import pytest

from phoihop.cores import towerplan

MODULES = [
    found.name
    for found in pkgutil.walk_packages(towerplan.__path__, f"{towerplan.__name__}.")
    if ".tests" not in found.name
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    results = doctest.testmod(importlib.import_module(name))

    assert results.failed == 0
