"""``python -m phoihop`` is the same as the ``phoihop`` command."""

import sys

from phoihop.config.cli import main

sys.exit(main())
