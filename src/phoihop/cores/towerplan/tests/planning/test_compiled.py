"""Compiled loops and plain ones; a library that is not there, or not the right one."""

from unittest.mock import patch

import pytest

from phoihop.cores.towerplan.planning import kernel
from phoihop.cores.towerplan.tests.planning.conftest import province, told

needs_compiled = pytest.mark.skipif(not kernel.ready(), reason="nothing is compiled here")


@needs_compiled
@pytest.mark.parametrize("spacing_m", [100.0, 300.0])
def test_both_give_the_same_plan(spacing_m):
    here = province(120, spacing_m)
    compiled = here.plan()

    with patch.object(kernel, "ready", lambda: False):
        plain = here.plan()

    assert compiled.gap == plain.gap == 0
    assert told(plain) == told(compiled)


@pytest.mark.parametrize(("name", "version"), [("nothing_there.so", kernel.VERSION), (None, -1)])
def test_a_library_that_does_not_fit_is_left_alone(name, version):
    kernel._library.cache_clear()
    name = name or kernel.library_name()

    with patch.object(kernel, "library_name", lambda: name), patch.object(kernel, "VERSION", version):
        found = kernel.ready()

    kernel._library.cache_clear()
    assert not found


def test_without_a_library_nothing_can_be_called():
    with patch.object(kernel, "_library", lambda: None), pytest.raises(RuntimeError, match="compiled"):
        kernel.joined_up(1, kernel.np.zeros(0), kernel.np.zeros(0))
